"""`homeline circle open`: a place that another phone has closed is opened again; a check by telephone comes first."""

import re

from bot.clock import Clock
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.services.operators import safekeeping
from bot.settings import Settings

COMMAND = "circle open"
_NUMBER = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")
_NOT_CLOSED = "No place of this number is closed. It stands on the phone that was closed, such as 12-3."


async def open_place(settings: Settings, clock: Clock, number: str, *, hold: bool) -> str:
    """Open one place; with `hold` the phone that had closed it is held instead. Raises ValueError."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do({"command": COMMAND, "number": number, "hold": "yes" if hold else "no"})
    finally:
        await runner.close()


async def _open(store: Store, command: Command) -> str:
    match = _NUMBER.fullmatch(command.get("number", ""))
    if match is None:
        raise ValueError(_NOT_CLOSED)
    child_id, member_id = int(match[1]), int(match[2])

    def unit(tx: Tx) -> str:
        circle = safekeeping.circle_of(tx, child_id)
        found = safekeeping.closed_place(circle, member_id) if circle else None
        if circle is None or found is None:
            raise ValueError(_NOT_CLOSED)
        hold = safekeeping.closed_by(tx, circle, found) if command.get("hold") == "yes" else []
        if command.get("hold") == "yes" and not hold:
            raise ValueError("Nobody who closed this place takes part now; leave out --hold.")
        safekeeping.open_place(tx, found, hold)
        also = " The phone that had closed it is held now." if hold else ""
        return f"Place {member_id} of circle {child_id} is open again, and the circle was told.{also}"

    return await store.run(unit)


ANSWERS: dict[str, Answer] = {COMMAND: _open}
