"""Ask now: a parent wants to know how the child is, at a time of their own."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.notifications import Event, Told

A_DAY = 3
SAME = timedelta(minutes=30)  # an open question is not asked again sooner


@dataclass(frozen=True, slots=True)
class HomeAsked(Event):
    """Who was asked, and when they will read it."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class AnswerShown(Event):
    """Home has answered today; asking again stays possible."""

    while_stopped = Told.NOBODY
    child_id: int
    check_in_id: int


@dataclass(frozen=True, slots=True)
class HeardShown(Event):
    """Something else has come from home today; asking stays possible."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NearAsked(Event):
    """Those who step in were asked, and when they will read it."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class AskedEnough(Event):
    """Three questions a day."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NobodyToAsk(Event):
    """Nobody at home has joined, or nobody is there."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class AskingPaused(Event):
    """While the circle is on pause nobody is asked."""

    while_stopped = Told.NOBODY
    child_id: int
