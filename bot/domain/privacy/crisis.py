"""When something hard may be going on: the writer is asked, and chooses; nobody else ever hears of it (SG-27)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.daily.check_ins import kind_hour
from bot.domain.notifications import Event, Lane, Told
from bot.domain.people import Person
from bot.domain.privacy.retention import kept

HUSH_FOR = timedelta(hours=24)
ASK_AGAIN_AFTER = HUSH_FOR
_LAST_ASKED = timedelta(days=7)  # before it is deleted


def kept_until(held_at: datetime) -> datetime:
    """When a text that waits for its writer is deleted."""
    return held_at + kept("crises")


def is_last_asking(held_at: datetime, now: datetime) -> bool:
    """Whether whoever is asked now is told that it goes."""
    return now >= kept_until(held_at) - _LAST_ASKED


def next_asking(held_at: datetime, now: datetime) -> datetime | None:
    """After the asking of now: none, or once more before it goes."""
    return None if is_last_asking(held_at, now) else kept_until(held_at) - _LAST_ASKED


def good_moment(writer: Person, now: datetime) -> datetime:
    """When somebody may be asked about their own words: by day, when they do not sleep, after the hush."""
    at = kind_hour(max(now, writer.hushed_until or now), writer.zone)
    return writer.asleep_until(at) or at


@dataclass(frozen=True, slots=True)
class CrisisAsked(Event):
    """A phrase was found in what this person wrote; what they wrote is held, or, of an illness, has gone its way."""

    while_stopped = Told.NOBODY
    reply_lane = Lane.URGENT
    held_id: int
    waits: bool


@dataclass(frozen=True, slots=True)
class CrisisCardShown(Event):
    """They would like help: the same card for everybody."""

    while_stopped = Told.NOBODY
    reply_lane = Lane.URGENT


@dataclass(frozen=True, slots=True)
class HeldTextAsked(Event):
    """After the card: what becomes of the text is the writer's choice."""

    while_stopped = Told.NOBODY
    reply_lane = Lane.URGENT
    held_id: int


@dataclass(frozen=True, slots=True)
class HeldTextWaits(Event):
    """They have not chosen: asked once more after a day, and the `last` time a week before it is deleted."""

    while_stopped = Told.NOBODY
    hushed = True
    reply_lane = Lane.URGENT
    held_id: int
    last: bool


@dataclass(frozen=True, slots=True)
class HeldTextSettled(Event):
    """They have chosen: it goes on its way, or is forgotten."""

    while_stopped = Told.NOBODY
    reply_lane = Lane.URGENT
    sent: bool
