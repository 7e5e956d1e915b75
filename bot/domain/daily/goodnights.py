"""The goodnight shelf: a parent records several on a free day, and each evening one of them is played at bedtime."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.daily.letters import Letter
from bot.domain.notifications import Event, Lane, Notification, Told

PURPOSE = "goodnight"
SHELF = 7
LOW = 2  # when so many are left, more are asked for
KINDS = ("voice", "video_note", "video", "audio")  # a voice by phone works as being there does; words do not
SHORT, LONG = 2, 180  # seconds

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class GoodnightsShown(Event):
    """What lies on this parent's shelf; `newest` was just recorded, so many
    `seconds` long; `other`: what came is no voice; `done`: no more for now; `all`: each is for every child of theirs.
    """

    while_stopped = Told.NOBODY
    child_id: int
    newest: int = 0
    seconds: int = -1
    other: bool = False
    done: bool = False
    all: bool = False


@dataclass(frozen=True, slots=True)
class GoodnightsLow(Event):
    """Two are left; to the parent, while awake."""

    while_stopped = Told.NOBODY
    hushed = True
    child_id: int


@dataclass(frozen=True, slots=True)
class BedtimeAsked(Event):
    """When the child goes to bed."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class BedtimeSet(Event):
    """When the child goes to bed from now on."""

    while_stopped = Told.NOBODY
    child_id: int


def tonights(shelf: Sequence[Letter], last: Mapping[int, datetime]) -> Letter | None:
    """Which one is played next: of the parent who was heard longest ago, the first that they recorded."""
    return min(shelf, key=lambda each: (last.get(each.author_id, _NEVER), each.id), default=None)


def tell_low(child_id: int, author_id: int, left: int) -> list[Notification]:
    """One question for more, when two are left."""
    if left != LOW:
        return []
    card = f"goodnights_low:{child_id}"
    return [Notification(author_id, GoodnightsLow(child_id), Lane.ROUTINE, card=card, expires_in=timedelta(days=2))]
