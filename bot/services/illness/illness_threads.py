"""A thread as a press finds it, held for its transaction, with the place of whoever pressed; the card shown anew."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import DangerCardShown, danger_card
from bot.domain.illness.illnesses import (
    ALERT_AFTER,
    CALL,
    LAPSES_AFTER,
    TELLING,
    UNNAMED,
    Happening,
    Illness,
    IllnessState,
)
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.illness import illness_endings, illnesses
from bot.services.circle import same_child
from bot.services.illness.danger_signs import show_with_signs

Thread = tuple[Illness, Circle, Member]


def thread_for(tx: Tx, me: Person, illness_id: int, *, ended: bool = False) -> Thread | None:
    """The running thread (or one that is over), held for this transaction, and this person's place."""
    illness = illnesses.lock(tx, illness_id)
    stands = illness is not None and (illness.is_running or (ended and illness.state == IllnessState.CLOSED))
    mine = circles.membership(tx, illness.child_id, me.id, Action.FOLLOW_ILLNESS) if illness and stands else None
    return (illness, *mine) if illness and mine else None


def show_danger_card(tx: Tx, me: Person, illness: Illness) -> None:
    """The danger card as a new message, and what it is asked below it."""
    card = danger_card(illness.id)
    cards.forget(tx, me.id, card)
    show_with_signs(tx, me, DangerCardShown(illness.id, ask=True), card=card)


def begin_thread(tx: Tx, me: Person, circle: Circle) -> Illness:
    """The first tap begins the thread, each further one shows it again; so does each circle around the same child."""
    found = _begin(tx, me, circle)
    if not circle.child.sharing_stopped and not found.is_plain and found.state == IllnessState.DRAFT:
        people.set_dialogue(tx, me.id, TELLING, {"illness": found.id})
    show_danger_card(tx, me, found)
    for other, _place in same_child.elsewhere(tx, me.id, circle):
        _begin(tx, me, other)
    return found


def twins(tx: Tx, me: Person, circle: Circle, *, ended: bool = False) -> list[Thread]:
    """The running threads (or those that are over) that this person has begun around the same child elsewhere."""
    look = illness_endings.newest if ended else illnesses.running
    found = [(look(tx, other.child.id), other, place) for other, place in same_child.elsewhere(tx, me.id, circle)]
    return [
        (illnesses.lock(tx, newest.id) or newest, other, place)
        for newest, other, place in found
        if newest and newest.opened_by == me.id
    ]


def answers_elsewhere(tx: Tx, illness: Illness, circle: Circle, person_id: int) -> bool:
    """Whether what this person answers in an older thread around the same child counts here, too."""
    if illness.opened_by != person_id:
        return False
    others = [illnesses.running(tx, other.child.id) for other, _place in same_child.elsewhere(tx, person_id, circle)]
    return any(each.opened_by == person_id and each.id < illness.id for each in others if each)


def _begin(tx: Tx, me: Person, circle: Circle) -> Illness:
    """Where nothing runs, a draft that leaves by itself.

    While a family shares nothing it leaves with a choice only: who is beside the child decides that all are told.
    """
    plain, stopped = not circles.health_notes(tx, circle.child.id, me.id), circle.child.sharing_stopped
    leaves_after = LAPSES_AFTER if stopped else ALERT_AFTER
    found = illnesses.open_once(tx, circle.child.id, me.id, (CALL,) if plain else (), leaves_after=leaves_after)
    if found.is_plain and not plain and circles.health_notes(tx, circle.child.id, found.opened_by or me.id):
        # Agreed to since: from this tap on it may be named.
        illnesses.change(tx, found.id, found.state, what=None)
        found = illnesses.get(tx, found.id) or found
    if not stopped:
        if found.waits_for_choice:
            illnesses.change(tx, found.id, IllnessState.DRAFT, opened_at=tx.now, alert_at=tx.now + ALERT_AFTER)
        has_told(tx, me, found)
    return found


def has_told(tx: Tx, me: Person, illness: Illness) -> None:
    """From now on this person is one of those who told of it."""
    told = [each for each in illnesses.events(tx, illness.id, Happening.TOLD) if UNNAMED not in each.data]
    if all(each.person_id != me.id for each in told):
        illnesses.note(tx, illness.id, me.id, Happening.TOLD)
