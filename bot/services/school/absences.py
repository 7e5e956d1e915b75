"""Steps of an absence that a tap, a roll call and the passing of time share."""

from collections.abc import Callable, Iterable

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Notification
from bot.domain.people import Person
from bot.domain.school.absences import (
    PARENTS_AFTER,
    asked_first,
    tell_asked,
    tell_changed,
    tell_found,
    tell_known,
    tell_over,
    tell_parents,
    tell_teacher,
)
from bot.domain.school.school_words import Word, WordAnswer, WordState, card_of
from bot.domain.school.staying_home import tell_came
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.queries.school import absences, school_words, schools
from bot.services.notifications import notify

Notifying = Callable[[Word, Iterable[int]], list[Notification]]


def mark(tx: Tx, teacher: Person, class_id: int, circle: Circle) -> Word:
    """Not in class: home is asked, once a day unless it was taken back in between.

    Of a child whom home has said to be ill nobody is asked; home can still say that it is not there.
    """
    child_id, day = circle.child.id, school_words.today(tx, class_id, teacher)
    ill_says = illnesses.told_by_family(tx, circle)
    anew: school_words.Changes = {
        "answer": WordAnswer.KNOWN if ill_says else None,
        "answered_by": ill_says,
        "body": {"told_before": True} if ill_says else {},
        "sent_at": tx.now,
        "next_at": None if ill_says else tx.now + PARENTS_AFTER,
    }
    known = absences.find(tx, class_id, child_id, day) is not None
    new = not known and absences.add_once(tx, class_id, child_id, day, teacher.id, **anew)
    found = _of(tx, class_id, child_id, day)
    again: school_words.Changes = {**anew, "state": WordState.SENT, "author_id": teacher.id}
    if new or school_words.change(tx, found.id, WordState.UNDONE, **again):
        found = _of(tx, class_id, child_id, day)
        school_words.forget_told(tx, found.id)
        _anew(tx, found, asked_first(circle, tx.now), tell_known if ill_says else tell_asked)
    elif found.is_from_home and not found.is_missed:
        missed: school_words.Changes = {"author_id": teacher.id, "body": {**found.body, "missed": True}}
        school_words.change(tx, found.id, WordState.SENT, **missed)
    return found


def ask_after_all(tx: Tx, word: Word, circle: Circle) -> None:
    """Home takes back that a child stays at home whom the school has missed: where it is, is a question now."""
    asked: school_words.Changes = {
        "answer": None,
        "answered_by": None,
        "body": {},
        "sent_at": tx.now,
        "next_at": tx.now + PARENTS_AFTER,
    }
    school_words.change(tx, word.id, WordState.SENT, **asked)
    school_words.forget_told(tx, word.id)
    found, teacher = school_words.get(tx, word.id), schools.teaches(tx, word.class_id)
    assert found is not None
    _anew(tx, found, asked_first(circle, tx.now), tell_asked)
    if teacher is not None:
        notify(tx, tell_teacher(found, teacher, at_once=True))


def unmark(tx: Tx, word: Word) -> bool:
    """In class after all; false when that was said already."""
    if not school_words.change(tx, word.id, WordState.SENT, state=WordState.UNDONE, next_at=None):
        return False
    notify(tx, (tell_came if word.is_from_home else tell_over)(word, school_words.told(tx, word)))
    return True


def answer(tx: Tx, word: Word, by: int, *, knows: bool) -> None:
    """Home knows, or does not; the parents and the teacher hear it."""
    known = WordAnswer.KNOWN if knows else WordAnswer.UNKNOWN
    school_words.change(tx, word.id, WordState.SENT, answer=known, answered_by=by, next_at=None)
    found, circle = school_words.get(tx, word.id), circles.get(tx, word.child_id)
    assert found is not None
    assert circle is not None
    told = school_words.told(tx, found)
    others = [each.person_id for each in circle.parents if each.person_id != by]
    alarmed = word.answer == WordAnswer.UNKNOWN
    notify(tx, tell_changed(found, [each for each in told if each == by or each not in others]))
    _anew(tx, found, others, tell_found if alarmed else tell_parents)
    teacher = schools.teaches(tx, found.class_id)
    if teacher is not None:
        notify(tx, tell_teacher(found, teacher, at_once=alarmed or not knows))


def tell_unanswered(tx: Tx, word: Word) -> None:
    """Home has not answered: the parents hear that it is asked."""
    school_words.change(tx, word.id, WordState.SENT, next_at=None)
    circle, told = circles.get(tx, word.child_id), school_words.told(tx, word)
    if circle is not None and not word.is_over(tx.now):
        _anew(tx, word, [each.person_id for each in circle.parents if each.person_id not in told], tell_parents)


def _anew(tx: Tx, word: Word, to: Iterable[int], notification: Notifying) -> None:
    """A new message, also where an older one stood or waits."""
    to = [each for each in to if each != word.author_id]
    school_words.add_told(tx, word.id, to)
    for each in to:
        outbox.clear_card(tx, card_of(word.id), each)
        cards.forget(tx, each, card_of(word.id))
    notify(tx, notification(word, to))


def _of(tx: Tx, class_id: int, child_id: int, day: str) -> Word:
    found = absences.find(tx, class_id, child_id, day)
    assert found is not None
    return found
