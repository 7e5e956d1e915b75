"""How long a conversation of a parent with home goes on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.notifications import Event, Told

TALK = "talk"  # the name of the dialogue
PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class HomeSpokenTo(Event):
    """A parent wants to say something to who is at home, and not to the child: what comes next goes there."""

    while_stopped = Told.NOBODY
    child_id: int


def goes_on(last: datetime, now: datetime) -> bool:
    """Whether words belong to the conversation in which the last ones came."""
    return timedelta(0) <= now - last <= PAUSE
