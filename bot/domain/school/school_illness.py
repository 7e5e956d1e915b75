"""Ill at school: a teacher opens the child's thread, or adds to it; those at home first, then the parents."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import CALL, UNDO_FOR, Illness, IllnessState
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_words import Word, WordState, receipt_of


@dataclass(frozen=True, slots=True)
class SchoolIllnessShown(Event):
    """The danger card, as for everybody; below it what the teacher has said, and what became of that."""

    while_stopped = Told.AT_HOME
    reply_lane = Lane.URGENT
    word_id: int


@dataclass(frozen=True, slots=True)
class SchoolIllnessNews(Event):
    """What became of the teacher's alert: seen, calling, nobody, expired, unreached, better, back; no name."""

    while_stopped = Told.AT_HOME
    reply_lane = Lane.URGENT
    word_id: int
    news: str


def whats(word: Word) -> list[str]:
    """What the teacher has tapped."""
    return list(word.body.get("what", []))


def is_plain(word: Word) -> bool:
    """Whether only “please call the school” may be passed on."""
    return CALL in whats(word)


def concerned(circle: Circle) -> list[int]:
    """Who must not have said no to health notes before the school may name an illness."""
    return [each.person_id for each in (*circle.parents, *circle.guardians)]


def everybody(circle: Circle, told: list[int]) -> list[int]:
    """Those at home first, then the parents, then who had been told already."""
    return list(dict.fromkeys([*(each.person_id for each in (*circle.guardians, *circle.parents)), *told]))


def can_end(word: Word, thread: Illness, *, alone: bool) -> bool:
    """The teacher ends a thread of their own, while nobody else has said anything in it."""
    return thread.state == IllnessState.OPEN and thread.opened_by == word.author_id and alone


def can_undo(word: Word, thread: Illness | None, now: datetime, *, alone: bool) -> bool:
    """Before the alert, and for ten minutes after it while the thread is the teacher's alone."""
    if word.state == WordState.DRAFT or thread is None:
        return word.state == WordState.DRAFT
    return can_end(word, thread, alone=alone) and word.sent_at is not None and now <= word.sent_at + UNDO_FOR


def tell_news(word: Word, news: str, teacher: int) -> list[Notification]:
    """A message to whoever teaches the class now: at once, but for what can wait for office hours; the card says it too
    where the teacher has one."""
    lane = Lane.NOTICE if news in {"better", "back"} else Lane.URGENT
    said = Notification(teacher, SchoolIllnessNews(word.id, news), lane, written=True, soon=True)
    return [said, *(tell_card(word) if teacher == word.author_id else [])]


def tell_card(word: Word) -> list[Notification]:
    """The card edited in place."""
    about, card = SchoolIllnessShown(word.id), receipt_of(word.id)
    return [Notification(word.author_id, about, Lane.URGENT, card=card, edits_card=True)]
