"""🗑 Erase me, at once; erase a child, after three days in which anybody of the circle can stop it."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.approvals import Wish
from bot.domain.circle.circles import MemberState
from bot.domain.circle.leaving import is_last
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.privacy.erasing import COOLING_OFF, ChildEraseAsked, EraseAsked, PersonErased, tell_erased_left
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.privacy import erasing as erasing_rows
from bot.routes import NUMBER, Route, press
from bot.services.circle import approvals
from bot.services.circle.leaving import without
from bot.services.illness.illness_alerts import carry_on_without
from bot.services.notifications import notify, reply
from bot.services.privacy import erasing
from bot.services.school import staffing
from bot.updates import ButtonPress


def erase(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Is it meant?"""
    reply(tx, me, EraseAsked(), edit=pressed.message_id)


def erase_me(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Yes: out of every circle, and all that is one's own is gone."""
    for circle, _place in circles.of_person(tx, me.id, Action.LEAVE):
        _leave(tx, circle.child.id, me)
    staffing.end_everywhere(tx, me.id)
    audit.note(tx, AuditEvent.ERASED, me.id)
    erasing.erase_person(tx, me)
    reply(tx, me, PersonErased())


def _leave(tx: Tx, child_id: int, me: Person) -> None:
    circles.lock(tx, child_id)
    mine = circles.membership(tx, child_id, me.id, Action.LEAVE)
    if mine is None:
        return
    before, place = mine
    circles.change_member(tx, place.id, MemberState.ACTIVE, state=MemberState.LEFT, away_until=None)
    audit.note(tx, AuditEvent.LEFT, me.id, child_id=child_id, entity="member", entity_id=place.id)
    after = without(tx, child_id, me.id)
    if is_last(before, me.id):
        erasing_rows.erase_later(tx, child_id, tx.now + COOLING_OFF)
    notify(tx, tell_erased_left(before, after, me.id))
    carry_on_without(tx, after, me.id)


def erase_child(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it meant?"""
    if circles.membership(tx, pressed.number(), me.id, Action.ERASE) is None:
        return ButtonOutdated()
    reply(tx, me, ChildEraseAsked(pressed.number()), edit=pressed.message_id)
    return None


def erase_child_later(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: the others hear of it, and have three days."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ERASE)
    if mine is None:
        return ButtonOutdated()
    audit.note(tx, AuditEvent.ERASURE_ASKED, me.id, child_id=pressed.number())
    approvals.ask(tx, mine[0], Wish.ERASE, me.id)
    return None


routes: list[Route] = [
    press("erase", erase, newcomers=True),
    press("erase_me", erase_me, newcomers=True),
    press("erase_child", erase_child, NUMBER),
    press("erase_child_yes", erase_child_later, NUMBER),
]
