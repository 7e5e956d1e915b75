"""A notice before it goes: as families see it, its buttons without effect."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notice_news import pictures
from bot.domain.school.notices import Notice


@dataclass(frozen=True, slots=True)
class NoticeShown(Event):
    """One message of it, to its teacher: `what` is the card, text, media, an album, or what far parents also read."""

    while_stopped = Told.AT_HOME
    notice_id: int
    what: str
    place: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class PreviewTapped(Event):
    """A short note: the buttons of a preview do nothing."""

    while_stopped = Told.AT_HOME


def shown(notice: Notice) -> list[NoticeShown]:
    """Each message of it in the order in which families get them."""
    above = [
        NoticeShown(notice.id, "album", each.place, each.count)
        if isinstance(each, NoticeAlbum)
        else NoticeShown(notice.id, "media", each.place)
        for each in pictures(notice)
    ]
    texts = [NoticeShown(notice.id, "text", place) for place in range(notice.above)]
    return [*above, *texts, NoticeShown(notice.id, "card"), NoticeShown(notice.id, "far")]
