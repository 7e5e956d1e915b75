"""🎓 A teacher hands what a family has written on to whoever leads the school, who reads and answers with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_talks import UNDO_FOR, Talk, Thread


@dataclass(frozen=True, slots=True)
class TalkHandedOn(Event):
    """To whoever leads the school: `by` asks them to answer a family; as it stands when it is read."""

    while_stopped = Told.NOBODY
    thread_id: int
    class_id: int
    by: int


@dataclass(frozen=True, slots=True)
class HandingShown(Event):
    """To the teachers of the class: who reads it beside them now, and when; or that nobody does any more."""

    while_stopped = Told.NOBODY
    thread_id: int
    class_id: int


@dataclass(frozen=True, slots=True)
class NobodyToHandTo(Event):
    """To the teacher: nobody who leads the school can take it; it stays where it is."""

    while_stopped = Told.NOBODY
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class TalkWith(Event):
    """To the family: who reads and answers what it writes, now that this has changed; `by` has handed it on."""

    while_stopped = Told.NOBODY
    thread_id: int
    by: int


def takers(leads: Iterable[int], teachers: Iterable[int]) -> list[int]:
    """Who can take what a class's teachers hand on: who leads, and does not teach this class themselves."""
    mine = set(teachers)
    return [each for each in leads if each not in mine]


def can_be_undone(thread: Thread, said: Iterable[Talk], teachers: Iterable[int], now: datetime) -> bool:
    """Whether it may still be as if nothing had happened: for ten minutes, and until somebody else has answered."""
    handed, mine = thread.handed_at, set(teachers)
    if handed is None or now - handed > UNDO_FOR:
        return False
    return not any(each.from_school and each.author_id not in mine and each.sent_at >= handed for each in said)


def open_since(thread: Thread, said: Iterable[Talk]) -> datetime | None:
    """Since when a family waits whose words are handed on: also where its teacher has answered, and not for good."""
    first: datetime | None = None
    after_school = True
    for each in said:
        if not each.from_school and after_school:
            first = each.sent_at
        after_school = each.from_school
    return thread.waits_since or first


def lead_card(thread_id: int) -> str:
    """The message in which a lead sees what was handed on."""
    return f"handed:{thread_id}"


def family_card(thread_id: int) -> str:
    """The message in which a family sees who answers."""
    return f"talk_with:{thread_id}"


def teachers_card(thread_id: int) -> str:
    """The message in which a teacher sees who reads beside them."""
    return f"handing:{thread_id}"


def tell_leads(thread: Thread, by: int, leads: Iterable[int]) -> list[Notification]:
    """In their office hours."""
    about, card = TalkHandedOn(thread.id, thread.class_id, by), lead_card(thread.id)
    return [Notification(each, about, Lane.NOTICE, card, written=True) for each in leads]


def tell_leads_changed(thread: Thread, by: int, leads: Iterable[int]) -> list[Notification]:
    """The same card, where it stands already."""
    about, card = TalkHandedOn(thread.id, thread.class_id, by), lead_card(thread.id)
    return [Notification(each, about, Lane.REPLY, card, edits_card=True) for each in leads]


def tell_teachers(thread: Thread, teachers: Iterable[int]) -> list[Notification]:
    """The others who teach the class, or all of them when it is with them again."""
    about, card = HandingShown(thread.id, thread.class_id), teachers_card(thread.id)
    return [Notification(each, about, Lane.NOTICE, card, written=True) for each in teachers]


def tell_family(thread: Thread, by: int, family: Iterable[int]) -> list[Notification]:
    """Who reads what it writes is never changed without a word."""
    about, card = TalkWith(thread.id, by), family_card(thread.id)
    return [Notification(each, about, Lane.NOTICE, card, written=True) for each in family]


def tell_family_changed(thread: Thread, by: int, family: Iterable[int]) -> list[Notification]:
    """The same card, where it stands already."""
    about, card = TalkWith(thread.id, by), family_card(thread.id)
    return [Notification(each, about, Lane.REPLY, card, edits_card=True) for each in family]
