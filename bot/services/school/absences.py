"""Steps of an absence that a tap, a roll call and the passing of time share."""

from collections.abc import Callable, Iterable

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Notification
from bot.domain.people import Person
from bot.domain.school.absences import (
    PARENTS_AFTER,
    AbsenceToldAnew,
    Step,
    asked_first,
    next_of,
    tell_asked,
    tell_changed,
    tell_found,
    tell_known,
    tell_over,
    tell_parents,
    tell_staff,
    tell_staff_changed,
    tell_teachers,
)
from bot.domain.school.school_words import Word, WordAnswer, WordState, card_of
from bot.domain.school.staying_home import tell_came
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.school import absences, rosters, school_words, schools, staffing
from bot.services.daily import look_ins
from bot.services.notifications import notify, reply
from bot.services.school.absence_readers import alarmed_by, first_told, without_roll

Notifying = Callable[[Word, Iterable[int]], list[Notification]]


def mark(tx: Tx, teacher: Person, class_id: int, circle: Circle) -> Word:
    """Not in class: home is asked, once a day unless it was taken back in between; of two families each.

    Where one of them has said where the child is, the other is not asked but reads that the school knows.
    """
    day, child_id = school_words.today(tx, class_id, teacher), circle.child.id
    around = [_held(tx, each) for each in sorted(rosters.families(tx, class_id, child_id))]
    told = [each.child.id for each in around if _has_said(tx, class_id, each, day)]
    for each in around:
        _mark(tx, teacher, class_id, each, school_knows=bool(told) and each.child.id not in told)
    return _of(tx, class_id, child_id, day)


def _held(tx: Tx, child_id: int) -> Circle:
    circles.lock(tx, child_id)
    found = circles.get(tx, child_id)
    assert found is not None
    return found


def _has_said(tx: Tx, class_id: int, circle: Circle, day: str) -> bool:
    """Whether this family has said where the child is, or that it is ill."""
    word = absences.find(tx, class_id, circle.child.id, day)
    if word is not None and word.state == WordState.SENT:
        return _is_known_to(circle, word)
    return illnesses.told_by_family(tx, circle) is not None


def home_said(tx: Tx, word: Word) -> bool:
    """Whether home has said of itself that the child does not come, or is ill; not that it knows when it was asked."""
    circle = circles.get(tx, word.child_id)
    said = word.is_from_home or word.was_told_before
    return circle is not None and (said or illnesses.told_by_family(tx, circle) is not None)


def _is_known_to(circle: Circle | None, word: Word) -> bool:
    """Whether somebody of the family has said where the child is, and not the school."""
    said = word.answer == WordAnswer.KNOWN and word.answered_by is not None
    return said and circle is not None and circle.member(word.answered_by or 0) is not None


def _mark(tx: Tx, teacher: Person, class_id: int, circle: Circle, *, school_knows: bool) -> None:
    """Of a child whom home has said to be ill nobody is asked; home can still say that it is not there."""
    child_id, day = circle.child.id, school_words.today(tx, class_id, teacher)
    ill_says = None if school_knows else illnesses.told_by_family(tx, circle)
    known_by = teacher.id if school_knows else ill_says
    anew: school_words.Changes = {
        "answer": WordAnswer.KNOWN if known_by else None,
        "answered_by": known_by,
        "body": {"told_before": True} if ill_says else {},
        "sent_at": tx.now,
        "next_at": None if known_by else tx.now + PARENTS_AFTER,
    }
    known = absences.find(tx, class_id, child_id, day) is not None
    new = not known and absences.add_once(tx, class_id, child_id, day, teacher.id, **anew)
    found = _of(tx, class_id, child_id, day)
    again: school_words.Changes = {**anew, "state": WordState.SENT, "author_id": teacher.id}
    if new or school_words.change(tx, found.id, WordState.UNDONE, **again):
        found = _of(tx, class_id, child_id, day)
        school_words.forget_told(tx, found.id)
        _anew(tx, found, asked_first(circle, tx.now), tell_known if known_by else tell_asked)
    elif found.is_from_home and not found.is_missed:
        missed: school_words.Changes = {"author_id": teacher.id, "body": {**found.body, "missed": True}}
        school_words.change(tx, found.id, WordState.SENT, **missed)


def ask_after_all(tx: Tx, word: Word) -> None:
    """Home takes back that a child stays at home whom the school has missed: where it is, is a question now.

    Another family that has said where the child is answers it; one that had read that the school knows is asked, too.
    """
    others = [(each, circles.get(tx, each.child_id)) for each in absences.of_other_families(tx, word)]
    if any(_is_known_to(circle, each) for each, circle in others):
        school_words.change(tx, word.id, WordState.SENT, body={})
        _find_out(tx, word, word.author_id)
        return
    for each in (word, *(each for each, _circle in others if each.answer == WordAnswer.KNOWN)):
        _ask(tx, each)
    notify(tx, tell_teachers(word, schools.teachers(tx, word.class_id), at_once=True))


def _ask(tx: Tx, word: Word) -> None:
    asked: school_words.Changes = {
        "answer": None,
        "answered_by": None,
        "body": {},
        "sent_at": tx.now,
        "next_at": tx.now + PARENTS_AFTER,
    }
    school_words.change(tx, word.id, WordState.SENT, **asked)
    school_words.forget_told(tx, word.id)
    found, circle = school_words.get(tx, word.id), circles.get(tx, word.child_id)
    assert found is not None
    assert circle is not None
    _anew(tx, found, asked_first(circle, tx.now), tell_asked)


def unmark(tx: Tx, word: Word, by: int) -> bool:
    """In class after all, as each family reads; false when that was said already."""
    around = [word, *absences.of_other_families(tx, word)]
    first, *_others = [_unmark(tx, each, around) for each in around]
    for each in around if first else []:
        notify(tx, tell_teachers(each, [person for person in each.staff if person != by], at_once=True))
    return first


def _unmark(tx: Tx, word: Word, around: Iterable[Word]) -> bool:
    told = first_told(tx, word, school_words.told(tx, word), around)
    if not school_words.change(tx, word.id, WordState.SENT, state=WordState.UNDONE, next_at=None):
        return False
    _settle(tx, word)
    notify(tx, (tell_came if word.is_from_home else tell_over)(word, told))
    return True


def answer(tx: Tx, word: Word, by: int, *, knows: bool) -> None:
    """Home knows, or does not; the parents and the teacher hear it.

    Another family of the child is told no more than that the school knows; who is in both has answered for both.
    """
    others = absences.of_other_families(tx, word)
    alarmed = alarmed_by(tx, word, others)
    _answer(tx, word, by, knows=knows)
    for each in others:
        circle = circles.get(tx, each.child_id)
        if circle is None or _is_known_to(circle, each):
            continue
        if each.answer == WordAnswer.KNOWN:
            if not knows:  # home has taken back that the child is ill at home: the other family is asked now
                _ask(tx, each)
        elif circle.member(by) is not None:
            _answer(tx, each, by, knows=knows)
        elif knows:
            _find_out(tx, each, each.author_id)
    teachers = schools.teachers(tx, word.class_id)
    if not knows:
        notify(tx, tell_teachers(word, teachers, at_once=True))
    elif alarmed:
        notify(tx, tell_teachers(word, alarmed, at_once=True))
    else:
        notify(tx, tell_teachers(word, without_roll(tx, word, teachers), at_once=False))


def _answer(tx: Tx, word: Word, by: int, *, knows: bool) -> None:
    said: school_words.Changes = {"answer": WordAnswer.KNOWN, "answered_by": by, "next_at": None}
    if not knows:  # the teacher hears it at once; that is no end
        kept = {name: value for name, value in word.body.items() if name != "told_before"}  # it was ill at home, once
        body = {**kept, "step": word.step if word.staff else Step.LEAD}
        said = {"answer": WordAnswer.UNKNOWN, "answered_by": by, "body": body, "next_at": tx.now + PARENTS_AFTER}
    school_words.change(tx, word.id, WordState.SENT, **said)
    found, circle = school_words.get(tx, word.id), circles.get(tx, word.child_id)
    assert found is not None
    assert circle is not None
    told = first_told(tx, found, school_words.told(tx, found))
    others = [each.person_id for each in circle.parents if each.person_id != by]
    notify(tx, tell_changed(found, [each for each in told if each == by or each not in others]))
    _anew(tx, found, others, tell_found if word.answer == WordAnswer.UNKNOWN else tell_parents)
    if knows:
        _settle(tx, found)


def find_out(tx: Tx, word: Word, by: int) -> None:
    """Somebody of the school has found out: everybody who was told hears that somebody knows."""
    others = absences.of_other_families(tx, word)
    alarmed = alarmed_by(tx, word, others)
    for each in (word, *others):
        if each.answer != WordAnswer.KNOWN:
            _find_out(tx, each, by)
    notify(tx, tell_teachers(word, [each for each in alarmed if each != by], at_once=True))


def _find_out(tx: Tx, word: Word, by: int) -> None:
    school_words.change(tx, word.id, WordState.SENT, answer=WordAnswer.KNOWN, answered_by=by, next_at=None)
    found = school_words.get(tx, word.id)
    assert found is not None
    told = school_words.told(tx, found)
    seen = [each for each in told if cards.message_of(tx, each, card_of(word.id)) is not None]
    _anew(tx, found, seen, tell_found)
    _anew(tx, found, [each for each in told if each not in seen], tell_parents)  # who sleeps sleeps on
    _settle(tx, found)


def climb(tx: Tx, word: Word) -> None:
    """Nobody has said where the child is: the next one hears it, until somebody does or the day is over."""
    circle, step = circles.get(tx, word.child_id), Step(word.step)
    if circle is None or word.is_over(tx.now):
        school_words.change(tx, word.id, WordState.SENT, next_at=None)
        return
    others = absences.of_other_families(tx, word)
    after, hear = next_of(step), _staff(tx, word, step)
    to = [each for each in hear if not any(each in other.staff for other in others)]
    changed: school_words.Changes = {
        "body": {**word.body, "step": after or step, "staff": sorted({*word.staff, *to})},
        "next_at": tx.now + PARENTS_AFTER if after else None,
    }
    school_words.change(tx, word.id, WordState.SENT, **changed)
    notify(tx, tell_staff(word, to))
    if step == Step.PARENTS:
        told = [person for each in (word, *others) for person in school_words.told(tx, each)]
        _anew(tx, word, [each.person_id for each in circle.parents if each.person_id not in told], tell_parents)
    elif step == Step.NEAR:
        look_ins.ask_near_school(tx, circle)
    elif step == Step.LEAD and not hear:
        found = school_words.get(tx, word.id)
        assert found is not None
        climb(tx, found)  # who teaches leads the school: nobody waits half an hour for themselves


def tell_lead(tx: Tx, word: Word) -> bool:
    """The teacher does not wait for it; false where there is nobody, or they know."""
    others = absences.of_other_families(tx, word)
    leads = [each for each in _staff(tx, word, Step.LEAD) if not any(each in other.staff for other in others)]
    if leads:
        asked: school_words.Changes = {
            "body": {**word.body, "step": Step.NEAR, "staff": sorted({*word.staff, *leads})},
            "next_at": tx.now + PARENTS_AFTER,
        }
        school_words.change(tx, word.id, WordState.SENT, **asked)
        notify(tx, [*tell_staff(word, leads), *tell_staff_changed(word, word.staff)])
    return bool(leads)


def _staff(tx: Tx, word: Word, step: Step) -> list[int]:
    """Whom of the school a step tells, who has not been told yet."""
    room, found = schools.class_room_of(tx, word.class_id), list[int]()
    teachers = [room.teacher_id, *schools.seconds(tx, room.id)] if room else []
    if step == Step.TEACHER:
        found = teachers
    elif room is not None and step == Step.LEAD:
        found = [each for each in staffing.leads(tx, room.school_id) if each not in teachers]
    return [each for each in found if each not in word.staff]


def _settle(tx: Tx, word: Word) -> None:
    """Where it was said that nobody knows, it is said that somebody does; who is near need not go."""
    notify(tx, tell_staff_changed(word, word.staff))
    circle = circles.get(tx, word.child_id)
    if circle is not None and word.step == Step.NEAR and illnesses.running(tx, word.child_id) is None:
        look_ins.help_over(tx, circle)


def _anew(tx: Tx, word: Word, to: Iterable[int], notification: Notifying) -> None:
    """A new message, also where an older one stood, which points to it, or waits."""
    to = [each for each in to if each != word.author_id]
    school_words.add_told(tx, word.id, to)
    to = first_told(tx, word, to)
    stood = {each: cards.message_of(tx, each, card_of(word.id)) for each in to}
    for each in to:
        outbox.clear_card(tx, card_of(word.id), each)
        cards.forget(tx, each, card_of(word.id))
    notify(tx, notification(word, to))
    for each, old in stood.items():
        if old is not None and (reader := people.get(tx, each)).reachable:
            reply(tx, reader, AbsenceToldAnew(word.id, word.child_id), edit=old)


def _of(tx: Tx, class_id: int, child_id: int, day: str) -> Word:
    found = absences.find(tx, class_id, child_id, day)
    assert found is not None
    return found
