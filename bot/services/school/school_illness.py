"""Steps of an illness at school that a tap and the passing of time share."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illness_follow_up import AllClear
from bot.domain.illness.illnesses import ALERT_AFTER, CALL, Happening, Illness, IllnessState, Outcome
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.domain.school.school_illness import concerned, everybody, is_plain, whats
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
from bot.queries.school import school_illness, school_words
from bot.services.illness.illness_alerts import ask_anew, raise_alert, show_cards, told_now
from bot.services.illness.illness_endings import end_notes
from bot.services.notifications import notify


def begin(tx: Tx, teacher: Person, class_id: int, circle: Circle) -> Word:
    """What this teacher says about the child's illness: begun now, or the one that runs."""
    child_id = circle.child.id
    found = school_illness.begun(tx, teacher.id, class_id, child_id)
    if found is not None and (found.state == WordState.DRAFT or _runs(tx, found)):
        return found
    body: dict[str, Any] = {} if _allowed(tx, teacher.id, circle) else {"what": [CALL]}
    return school_words.draft(tx, teacher, class_id, child_id, WordKind.ILL, body, tx.now + ALERT_AFTER)


def _runs(tx: Tx, word: Word) -> bool:
    thread = school_illness.thread_of(tx, word)
    return thread is not None and thread.is_running


def _allowed(tx: Tx, teacher: int, circle: Circle) -> bool:
    """Whether an illness may be named: neither the teacher nor anybody who decides for the child declined."""
    return all(people.get(tx, each).health_notes is not False for each in {teacher, *concerned(circle)})


def choose(tx: Tx, word: Word, what: str) -> bool:
    """One more thing that it is; the alert leaves with the first. False when it was said already."""
    if what in whats(word):
        return release(tx, word)
    school_words.change(tx, word.id, WordState.DRAFT, WordState.SENT, body={**word.body, "what": [*whats(word), what]})
    found = school_words.get(tx, word.id)
    assert found is not None
    if release(tx, found):
        return True
    thread, circle = school_illness.thread_of(tx, found), circles.get(tx, found.child_id)
    if thread is None or circle is None or not thread.is_running:
        return False
    new, told = illnesses.add_what(tx, thread, what), told_now(tx, circle, thread)
    if new and thread.is_at_rest:
        illnesses.note(tx, thread.id, word.author_id, Happening.SIGN, {"what": what})
        ask_anew(tx, circle, thread, everybody(circle, told))
    else:
        notify(tx, tell_changed(thread, told))
    show_cards(tx, thread)
    return True


def release(tx: Tx, word: Word) -> bool:
    """The alert leaves, once: a thread of its own, or added to the one that runs."""
    circle = circles.get(tx, word.child_id)
    body = word.body
    if circle is not None and not _allowed(tx, word.author_id, circle):
        body = {**body, "what": [CALL]}  # consent was taken back since the first tap
    values: school_words.Changes = {"state": WordState.SENT, "sent_at": tx.now, "next_at": None, "body": body}
    if circle is None or not school_words.change(tx, word.id, WordState.DRAFT, **values):
        return False
    found = school_words.get(tx, word.id)
    assert found is not None
    circles.lock(tx, word.child_id)
    thread = illnesses.running(tx, word.child_id)
    if thread is None:
        thread = illnesses.open_once(tx, word.child_id, word.author_id, tuple(whats(found)))
        _note(tx, found, thread)
        raise_alert(tx, thread)
    else:
        _add(tx, circle, found, thread)
    school_words.add_told(tx, word.id, told_now(tx, circle, thread))
    return True


def _add(tx: Tx, circle: Circle, word: Word, thread: Illness) -> None:
    """Everybody hears it anew, who spoke first at home too."""
    if not is_plain(word) and not thread.is_plain:
        for what in whats(word):
            thread = illnesses.get(tx, thread.id) or thread
            illnesses.add_what(tx, thread, what)
    _note(tx, word, thread)
    if thread.state == IllnessState.DRAFT:
        raise_alert(tx, thread)
    ask_anew(tx, circle, thread, everybody(circle, told_now(tx, circle, thread)))


def _note(tx: Tx, word: Word, thread: Illness) -> None:
    school_words.change(tx, word.id, WordState.SENT, illness_id=thread.id)
    illnesses.note(tx, thread.id, word.author_id, Happening.SCHOOL, {"word": word.id})


def take_back(tx: Tx, word: Word, thread: Illness | None) -> None:
    """Before the alert nothing is sent; after it everybody reads that it was a mistake."""
    school_words.change(tx, word.id, WordState.DRAFT, WordState.SENT, state=WordState.UNDONE, next_at=None)
    circle = circles.get(tx, word.child_id)
    if thread is not None and circle is not None:
        illnesses.change(tx, thread.id, IllnessState.OPEN, state=IllnessState.UNDONE, closed_at=tx.now)
        end_notes(tx, thread)
        show_cards(tx, thread)
        notify(tx, tell_changed(thread, told_now(tx, circle, thread)))


def close(tx: Tx, word: Word, thread: Illness) -> None:
    """The child is better: exactly those hear it who were alerted."""
    circle = circles.get(tx, word.child_id)
    illnesses.note(tx, thread.id, word.author_id, Happening.BETTER)
    illnesses.change(
        tx, thread.id, IllnessState.OPEN, state=IllnessState.CLOSED, outcome=Outcome.BETTER, closed_at=tx.now
    )
    check_ins.end_followed(tx, word.child_id)
    end_notes(tx, thread)
    if circle is not None:
        told = told_now(tx, circle, thread)
        show_cards(tx, thread)
        about = AllClear(thread.id, word.author_id)
        notify(
            tx, [*tell_changed(thread, told), *(Notification(each, about, Lane.URGENT, written=True) for each in told)]
        )
