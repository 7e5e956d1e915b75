"""📬 Whether what somebody has written has come, and when to look."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

# Soon after it was sent, for its author looks too; then now and again.
FIRST_LOOK, SECOND_LOOK = timedelta(seconds=10), timedelta(minutes=1)
LOOK_AGAIN = timedelta(minutes=15)


def first_look(sent_at: datetime, now: datetime) -> datetime:
    """When to look at what is handed over now; nobody looks on any more where it had to wait for somebody."""
    return now + (FIRST_LOOK if now - sent_at < SECOND_LOOK else SECOND_LOOK)


def next_look(sent_at: datetime, now: datetime) -> timedelta:
    """How long after a look that was too early comes the next."""
    second = sent_at + SECOND_LOOK - now
    return second if second > timedelta() else LOOK_AGAIN


def delivery(states: Sequence[str]) -> str:
    """One word for all: arrived at one, coming, waits for somebody out of reach, kept until voices are let in, lost."""
    return next((each for each in ("arrived", "coming", "waits", "kept") if each in states), "lost")


def of_parts(states: Iterable[str]) -> str:
    """One word for what one reader has of several messages; nothing where none was ever for them."""
    found = {each for each in states if each}
    if len(found) < 2:
        return "".join(found)
    return delivery(sorted(found - {"arrived"})) if found - {"arrived", "lost"} else "part"
