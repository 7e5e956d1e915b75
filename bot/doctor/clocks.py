"""`homeline clock`: this machine's clock beside Telegram's and the last instant that Homeline went by."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.db import timekeeping
from bot.db.read_only import look
from bot.db.transaction import Tx
from bot.doctor import telegram
from bot.doctor.finding import Finding, wrong
from bot.domain.clocks import Doubt, is_near
from bot.domain.operators.pages import Page
from bot.errors import DatabaseAway, HomelineError
from bot.queries import ahead_of_time, far_off
from bot.settings import Settings
from bot.status import spell
from bot.timekeeper import WORDS

_HINT = "set this machine's clock right (NTP), or see `homeline clock` (runbook: HomelineClockDoubted)"


async def show(settings: Settings, clock: Clock) -> list[str]:
    """What an operator needs in order to say which of them is right."""
    try:
        last, doubted = await look(settings, clock, lambda tx: (timekeeping.last(tx), timekeeping.doubted(tx)))
    except (FileNotFoundError, SQLAlchemyError, DatabaseAway):
        last, doubted = None, None
    telegrams, machine = await telegram.date(settings), clock.now()
    return [
        f"this machine's clock   {_at(machine)}",
        f"Telegram's Date        {_beside(telegrams, machine) if telegrams else 'cannot be had now'}",
        f"Homeline last wrote    {_beside(last, machine) if last else 'no time yet'}",
        *([f"In doubt since {_at(doubted[0])}: {WORDS[Doubt(doubted[1])]}"] if doubted else ["Nothing is in doubt."]),
        *(["If this machine's clock is right: homeline clock accept"] if doubted else []),
    ]


async def must_agree(settings: Settings, clock: Clock) -> None:
    """Raises HomelineError where Telegram's clock says otherwise: most often it is right."""
    telegrams, machine = await telegram.date(settings), clock.now()
    if telegrams is not None and not is_near(telegrams, machine):
        raise HomelineError(
            f"This machine's clock shows {_at(machine)}, Telegram's {_beside(telegrams, machine)}. Set this machine's "
            "clock right (NTP); only if Telegram's is wrong: homeline clock accept --although"
        )


def doubt(tx: Tx) -> Iterator[Finding]:
    """Whether the process that runs doubts its clock."""
    if doubted := timekeeping.doubted(tx):
        words = f"{WORDS[Doubt(doubted[1])]} What erases, ends or gives away rests since {_at(doubted[0])}."
        yield wrong("time", words, _HINT, Page.CLOCK)


def check(tx: Tx) -> Iterator[Finding]:
    """Whether the process that runs doubts its clock, or a wrong one has left something behind."""
    if doubts := list(doubt(tx)):
        yield from doubts
        return
    if found := far_off.named(tx) | ahead_of_time.named(tx):
        rows = ", ".join(f"{name} ({count})" for name, count in found.items())
        words = f"Due too far off, or done later than now, as a wrong clock leaves it: {rows}."
        yield wrong("times", words, "once this machine's clock is right: homeline clock mend", Page.CLOCK)


def _beside(other: datetime, machine: datetime) -> str:
    seconds = (other - machine).total_seconds()
    return f"{_at(other)}  ({spell(abs(seconds))} {'later' if seconds > 0 else 'earlier'})"


def _at(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S} UTC"
