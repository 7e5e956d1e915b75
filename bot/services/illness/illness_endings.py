"""How a thread ends: by the all-clear of somebody at home, or by a long silence, which is none."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illness_follow_up import tell_all_clear, tell_fell_silent
from bot.domain.illness.illnesses import TELLING, Happening, Illness, IllnessState, Outcome, at_home
from bot.domain.people import Person
from bot.domain.school.school_illness import tell_card
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.school.school_illness import reports
from bot.services.illness.illness_alerts import note_spoken, show_cards, told_now
from bot.services.notifications import notify
from bot.services.school.school_illness_news import tell_school


def all_clear(tx: Tx, illness: Illness, circle: Circle, by: Member) -> None:
    """Exactly those hear it who heard of the illness; after a silence too."""
    illnesses.note(tx, illness.id, by.person_id, Happening.BETTER)
    illnesses.change(
        tx,
        illness.id,
        (IllnessState.OPEN, IllnessState.CLOSED),
        state=IllnessState.CLOSED,
        outcome=Outcome.BETTER,
        closed_at=tx.now,
    )
    end_notes(tx, illness)
    show_cards(tx, illness)
    active = {each.person_id for each in circle.active}
    notify(tx, tell_all_clear(illness, by, illnesses.told(tx, illness.id), active))
    note_spoken(tx, circle, illness, by)
    tell_school(tx, illness, "better")


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
    told, home = told_now(tx, circle, illness), at_home(circle, illness, tx.now)
    notify(tx, [*tell_changed(illness, told), *tell_fell_silent(illness, told, home)])
    for word in reports(tx, illness.id):
        notify(tx, tell_card(word))


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
    """Whether 🌤 means this thread: it runs, or silence has ended it and no newer one runs."""
    return illness.state == IllnessState.OPEN or (
        illness.is_unknown and illnesses.running(tx, illness.child_id) is None
    )


def end_notes(tx: Tx, illness: Illness) -> None:
    """What anybody at home says from now on is no part of this thread."""
    for person_id in {each.person_id for each in illnesses.events(tx, illness.id, Happening.TOLD) if each.person_id}:
        dialogue = people.dialogue_of(tx, person_id)
        if dialogue and dialogue[0] == TELLING and dialogue[1].get("illness") == illness.id:
            people.end_dialogue(tx, person_id)
