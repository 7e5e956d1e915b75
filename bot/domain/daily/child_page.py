"""🧒 All that is known of one child at this moment, for one adult of the circle."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.notifications import Event, Told

SAID_AFTERWARDS = timedelta(days=14)  # how long the page says that an illness is over


@dataclass(frozen=True, slots=True)
class ChildShown(Event):
    """The next call, what is promised, letters not heard yet, an illness, and how the last seven days were."""

    while_stopped = Told.NOBODY
    takes_long = True
    child_id: int


@dataclass(frozen=True, slots=True)
class ThreadShown(Event):
    """An illness from its first word to its end, for who was told of it."""

    while_stopped = Told.NOBODY
    takes_long = True
    illness_id: int
