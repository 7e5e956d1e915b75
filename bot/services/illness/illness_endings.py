"""How a thread ends: by the all-clear of somebody at home, or by a long silence, which is none."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.illness.illness_follow_up import tell_all_clear, tell_fell_silent
from bot.domain.illness.illnesses import TELLING, Happening, Illness, IllnessState, Outcome, at_home
from bot.domain.illness.notifications import tell_changed
from bot.domain.school.school_illness import tell_card
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.school.school_illness import reports
from bot.services.illness.illness_alerts import show_cards, told_now
from bot.services.notifications import notify
from bot.services.school.school_illness_news import tell_school


def all_clear(tx: Tx, found: Illness, circle: Circle, by: Member) -> None:
    """Exactly those hear it who heard of the illness; after a silence too."""
    illnesses.note(tx, found.id, by.person_id, Happening.BETTER)
    illnesses.change(
        tx,
        found.id,
        (IllnessState.OPEN, IllnessState.CLOSED),
        state=IllnessState.CLOSED,
        outcome=Outcome.BETTER,
        closed_at=tx.now,
    )
    end_notes(tx, found)
    show_cards(tx, found)
    active = {each.person_id for each in circle.active}
    notify(tx, tell_all_clear(found, by, illnesses.told(tx, found.id), active))
    tell_school(tx, found, "better")


def fall_silent(tx: Tx, due: Illness, before: datetime) -> None:
    """Nobody has said anything since `before`: the thread is over, and nobody reads that the child is well."""
    found = illnesses.lock(tx, due.id)
    circle = circles.get(tx, due.child_id)
    if found is None or circle is None or found.state != IllnessState.OPEN or illnesses.last_word(tx, found) > before:
        return
    illnesses.change(
        tx,
        found.id,
        IllnessState.OPEN,
        state=IllnessState.CLOSED,
        outcome=Outcome.UNKNOWN,
        closed_at=tx.now,
        ask_at=None,
        escalate_at=None,
        call_until=None,
        caller_id=None,
    )
    end_notes(tx, found)
    show_cards(tx, found)
    told, home = told_now(tx, circle, found), at_home(circle, found, tx.now)
    notify(tx, [*tell_changed(found, told), *tell_fell_silent(found, told, home)])
    for word in reports(tx, found.id):
        notify(tx, tell_card(word))


def can_be_cleared(tx: Tx, found: Illness) -> bool:
    """Whether 🌤 means this thread: it runs, or silence has ended it and no newer one runs."""
    return found.state == IllnessState.OPEN or (found.is_unknown and illnesses.running(tx, found.child_id) is None)


def end_notes(tx: Tx, found: Illness) -> None:
    """What anybody at home says from now on is no part of this thread."""
    for person_id in {each.person_id for each in illnesses.events(tx, found.id, Happening.TOLD) if each.person_id}:
        dialogue = people.dialogue_of(tx, person_id)
        if dialogue and dialogue[0] == TELLING and dialogue[1].get("illness") == found.id:
            people.end_dialogue(tx, person_id)
