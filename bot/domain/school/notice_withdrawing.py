"""A notice that went out is taken back: its words go from the phones, and what has not arrived never does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notice_cards import card_of, corrected_of, part_of, picture_of, reminder_of
from bot.domain.school.notice_news import pictures
from bot.domain.school.notices import Notice, NoticePart

# Telegram lets a bot delete what is younger than two days; a little is left for the way.
DELETABLE = timedelta(hours=47)


@dataclass(frozen=True, slots=True)
class NoticeBackAsked(Event):
    """Shall it be taken back? It asks first, for nothing brings it back onto the phones."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeTakenBack(Event):
    """To its teacher: what families read now, and that the words are kept here."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeCleared(Event):
    """Its words go wherever they were seen, also where nothing new about the child is shared now."""

    while_stopped = Told.EVERYBODY
    notice_id: int
    what: str  # card, reminder, corrected, text, media
    place: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class NoticeGone(Event):
    """In place of a card whose picture had to be deleted: that the notice was taken back."""

    while_stopped = Told.AT_HOME
    silent = True
    notice_id: int


def can_delete(sent_at: datetime | None, now: datetime) -> bool:
    """Whether a message of that time can still be taken from a phone."""
    return sent_at is not None and now - sent_at < DELETABLE


def tell_withdrawn(notice: Notice, readers: Sequence[int]) -> list[Notification]:
    """Every message of it says so, or goes; quietly, for nobody has to do anything."""
    about = partial(NoticeCleared, notice.id)
    changes: list[tuple[Event, str]] = [
        *((about("text", each), part_of(notice.id, each)) for each in range(notice.above)),
        *((about("media", each.place, _count(each)), picture_of(notice.id, each.place)) for each in pictures(notice)),
        (about("card"), card_of(notice.id)),
        (about("reminder"), reminder_of(notice.id)),
        (about("corrected"), corrected_of(notice.id)),
    ]
    told = [
        Notification(person, about, Lane.REPLY, card=card, edits_card=True)
        for person in readers
        for about, card in changes
    ]
    if notice.card_media is None:
        return told
    return [*told, *(Notification(each, NoticeGone(notice.id), Lane.NOTICE, written=True) for each in readers)]


def _count(each: NoticeAlbum | NoticePart) -> int:
    return each.count if isinstance(each, NoticeAlbum) else 1
