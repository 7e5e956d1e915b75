"""A notice of who leads a school to all of its classes, or some: class after class, so that nothing waits for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class SchoolNoticeAsked(Event):
    """What shall the families of the whole school read, see or hear?"""

    while_stopped = Told.AT_HOME
    school_id: int


@dataclass(frozen=True, slots=True)
class SchoolNoticeWent(Event):
    """To the teachers of a class: it went to their families, too; one quiet line."""

    while_stopped = Told.AT_HOME
    silent = True
    class_id: int
    notice_id: int


def tell_went(notice_id: int, class_id: int, teachers: Iterable[int], author: int | None) -> list[Notification]:
    """Everybody who teaches the class, but not who wrote it."""
    about = SchoolNoticeWent(class_id, notice_id)
    told = sorted({each for each in teachers if each != author})
    return [Notification(each, about, Lane.ROUTINE, written=True) for each in told]
