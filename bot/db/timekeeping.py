"""What one run leaves to the next about the time, and what an operator has said of it."""

from datetime import datetime, timedelta

from bot.db import installation, row_numbers
from bot.db.transaction import Tx

LAST = "clock_last"  # the newest instant that a process went by
DOUBT = "clock_doubt"  # since when something speaks against the clock, and what
ACCEPTED = "clock_accepted"  # what the machine's clock showed when an operator said that it is right
_NUMBERED = "numbers_skipped"  # the newest instant up to which numbers are skipped
_STOOD = "stood_until"  # when the last long standstill was over
_LONG = timedelta(days=3)


def last(tx: Tx) -> datetime | None:
    """The newest instant that a process went by, and not only because of its machine's clock; once a minute."""
    return _instant(installation.get(tx, LAST))


def keep(tx: Tx) -> None:
    """Write this instant down."""
    installation.learn(tx, LAST, tx.now.isoformat())


def skip_numbers(tx: Tx, since: datetime | None, now: datetime, *, surely: bool = False) -> None:
    """Skip the numbers that may have been given from `since` until `now`, if this database was put back.

    It need not know whether it was: a machine's snapshot and a copied file leave no mark.
    """
    skipped = _instant(installation.get(tx, _NUMBERED))
    known = max((each for each in (since, skipped) if each), default=None)
    if known:
        row_numbers.skip(tx.conn, now - known, surely=surely)
    installation.learn(tx, _NUMBERED, now.isoformat())


def note_standstill(tx: Tx, since: datetime | None) -> None:
    """Nobody could say anything since then."""
    if since and tx.now - since > _LONG:
        installation.learn(tx, _STOOD, tx.now.isoformat())


def stood_until(tx: Tx) -> datetime | None:
    """When Homeline had last stood still for days; whoever was silent before that could say nothing."""
    return _instant(installation.get(tx, _STOOD))


def accepted(tx: Tx) -> datetime | None:
    """The newest instant that an operator has called right."""
    return _instant(installation.get(tx, ACCEPTED))


def accept(tx: Tx, at: datetime) -> None:
    """An operator says that the clock is right that shows `at`; each process whose clock agrees goes by it."""
    installation.learn(tx, ACCEPTED, at.isoformat())


def doubted(tx: Tx) -> tuple[datetime, str] | None:
    """Since when something speaks against the clock, and what; none while nothing does."""
    since, _, doubt = (installation.get(tx, DOUBT) or "").partition(" ")
    at = _instant(since)
    return (at, doubt) if at else None


def note_doubt(tx: Tx, doubt: str) -> None:
    """Say so to whoever looks beside the process."""
    if doubt:
        before = doubted(tx)
        installation.learn(tx, DOUBT, f"{(before[0] if before else tx.now).isoformat()} {doubt}")
    else:
        installation.forget(tx, DOUBT)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
