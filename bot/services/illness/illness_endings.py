"""How a thread ends: by the word of somebody at home, or by a long silence; and that such a word is taken back."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illness_endings import SAID, IllnessClosed, can_reopen, end_card, tell_end, tell_reopened
from bot.domain.illness.illness_follow_up import AllClear, question_card, tell_fell_silent, tell_question_over
from bot.domain.illness.illnesses import ASK_AFTER, TELLING, Happening, Illness, IllnessState, Outcome, at_home
from bot.domain.people import Person
from bot.domain.school.school_illness import tell_card
from bot.queries.circle import circles, people
from bot.queries.illness import illness_endings as endings
from bot.queries.illness import illnesses
from bot.queries.school.school_illness import reports
from bot.services.daily import look_ins
from bot.services.illness.illness_alerts import note_spoken, show_cards, told_now
from bot.services.illness.illness_threads import Thread, twins
from bot.services.notifications import notify, reply
from bot.services.school.school_illness_news import tell_school


def close(tx: Tx, illness: Illness, circle: Circle, by: Member, outcome: Outcome) -> None:
    """Exactly those hear it who heard of the illness; the all-clear also after another end."""
    before = {"was": illness.outcome} if illness.outcome else None
    illnesses.note(tx, illness.id, by.person_id, SAID[outcome], before)
    illnesses.change(
        tx,
        illness.id,
        (IllnessState.OPEN, IllnessState.CLOSED),
        state=IllnessState.CLOSED,
        outcome=outcome,
        closed_at=tx.now,
    )
    end_notes(tx, illness)
    show_cards(tx, illness)
    _end_questions(tx, illness, circle)
    told = illnesses.told(tx, illness.id)
    for each in told:
        cards.forget(tx, each, end_card(illness.id))
    notify(tx, tell_end(illness, outcome, by, told, {each.person_id for each in circle.active}))
    note_spoken(tx, circle, illness, by)
    if outcome == Outcome.BETTER:
        tell_school(tx, illness, "better")
    else:
        _show_school(tx, illness)


def close_each(tx: Tx, me: Person, held: Thread, outcome: Outcome) -> None:
    """In each circle of the same child in which this person has told of it."""
    for found, circle, by in (held, *_same(tx, me, held)):
        if can_be_cleared(tx, found):
            unnamed = found.is_plain or not circles.health_notes(tx, found.child_id, me.id)
            close(tx, found, circle, by, Outcome.STOPPED if unnamed and outcome == Outcome.DOCTOR else outcome)


def _same(tx: Tx, me: Person, held: Thread) -> list[Thread]:
    """What runs in the other circles of the same child, or was ended there by the same tap."""
    elsewhere = twins(tx, me, held[1], ended=not held[0].is_running)
    return [each for each in elsewhere if each[0].closed_at == held[0].closed_at]


def reopen_each(tx: Tx, me: Person, held: Thread) -> bool:
    """↩️: it stands again as it did before this person ended it; false when it is too late for that."""
    if not may_reopen(tx, me, held[0]):
        return False
    for found, circle, by in (held, *_same(tx, me, held)):
        if may_reopen(tx, me, found):
            _reopen(tx, found, circle, by)
    return True


def may_reopen(tx: Tx, me: Person, found: Illness) -> bool:
    """Whether it was this person who ended it, a short while ago, and no newer one runs."""
    running = illnesses.running(tx, found.child_id)
    return running is None and can_reopen(found, endings.end(tx, found.id), me.id, tx.now)


def _reopen(tx: Tx, illness: Illness, circle: Circle, by: Member) -> None:
    end = endings.end(tx, illness.id)
    assert end is not None
    endings.forget(tx, end)
    if was := end.data.get("was"):
        illnesses.change(tx, illness.id, IllnessState.CLOSED, outcome=Outcome(str(was)))
    else:
        illnesses.change(
            tx,
            illness.id,
            IllnessState.CLOSED,
            state=IllnessState.OPEN,
            outcome=None,
            closed_at=None,
            ask_at=illness.ask_at or tx.now + ASK_AFTER,
        )
    show_cards(tx, illness)
    told = illnesses.told(tx, illness.id)
    notify(tx, tell_reopened(illness, by, told, {each.person_id for each in circle.active}))
    if illness.outcome == Outcome.BETTER:
        tell_school(tx, illness, "back")
    else:
        _show_school(tx, illness)


def show_heart(tx: Tx, me: Person, illness_id: int) -> None:
    """It stands on the message that it answers, or no longer does."""
    end, message_id = endings.end(tx, illness_id), cards.message_of(tx, me.id, end_card(illness_id))
    if end is None or end.person_id is None or message_id is None:
        return
    about = (AllClear if end.what == Happening.BETTER else IllnessClosed)(illness_id, end.person_id)
    reply(tx, me, about, edit=message_id)


def _end_questions(tx: Tx, illness: Illness, circle: Circle) -> None:
    card = question_card(illness.id)
    asked = [each.person_id for each in circle.active if cards.message_of(tx, each.person_id, card) is not None]
    notify(tx, tell_question_over(illness, asked))


def _show_school(tx: Tx, illness: Illness) -> None:
    for word in reports(tx, illness.id):
        notify(tx, tell_card(word))


def fall_silent(tx: Tx, due: Illness, before: datetime) -> None:
    """Nobody has said anything since `before`: the thread is over, and nobody reads that the child is well."""
    illness = illnesses.lock(tx, due.id)
    circle = circles.get(tx, due.child_id)
    if (
        illness is None
        or circle is None
        or illness.state != IllnessState.OPEN
        or illnesses.last_word(tx, illness) > before
    ):
        return
    illnesses.change(
        tx,
        illness.id,
        IllnessState.OPEN,
        state=IllnessState.CLOSED,
        outcome=Outcome.UNKNOWN,
        closed_at=tx.now,
        ask_at=None,
        escalate_at=None,
        call_until=None,
        caller_id=None,
    )
    end_notes(tx, illness)
    show_cards(tx, illness)
    _end_questions(tx, illness, circle)
    told, home = told_now(tx, circle, illness), at_home(circle, illness, tx.now)
    notify(tx, [*tell_changed(illness, told), *tell_fell_silent(illness, told, home)])
    _show_school(tx, illness)


def may_undo(tx: Tx, me: Person, found: Illness) -> bool:
    """Whether it is this person's alone, and new enough."""
    alone = all(each.person_id == me.id for each in illnesses.events(tx, found.id, Happening.TOLD, Happening.SCHOOL))
    return found.opened_by == me.id and alone and found.can_undo(tx.now)


def take_back(tx: Tx, found: Illness, circle: Circle) -> None:
    """Before the alert nothing is sent; after it everybody reads that it was a mistake."""
    illnesses.change(tx, found.id, found.state, state=IllnessState.UNDONE, closed_at=tx.now)
    end_notes(tx, found)
    show_cards(tx, found)
    notify(tx, tell_changed(found, told_now(tx, circle, found)))


def can_be_cleared(tx: Tx, illness: Illness) -> bool:
    """Whether 🌤 means this thread: it runs, or was ended without an all-clear and no newer one runs."""
    return illness.state == IllnessState.OPEN or (
        illness.lacks_all_clear and illnesses.running(tx, illness.child_id) is None
    )


def end_notes(tx: Tx, illness: Illness) -> None:
    """What anybody at home says from now on is no part of this thread, and nobody near is needed any more."""
    circle = circles.get(tx, illness.child_id)
    if circle is not None:
        look_ins.help_over(tx, circle)
    for person_id in [each.person_id for each in circle.active] if circle else []:
        dialogue = people.dialogue_of(tx, person_id)
        if dialogue and dialogue[0] == TELLING and dialogue[1].get("illness") == illness.id:
            people.end_dialogue(tx, person_id)
