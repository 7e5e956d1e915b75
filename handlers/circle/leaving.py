"""👋 Leaving a circle, after one question."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import MemberState
from bot.domain.circle.leaving import CircleLeft, LastAdultStays, LeaveAsked, is_last, tell_left
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle.leaving import without
from bot.services.illness.illness_alerts import carry_on_without
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def leave(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it meant?"""
    mine = circles.membership(tx, pressed.number(), me.id, Action.LEAVE)
    if mine is None:
        return ButtonOutdated()
    about = LastAdultStays if is_last(mine[0], me.id) else LeaveAsked
    reply(tx, me, about(pressed.number()), edit=pressed.message_id)
    return None


def leave_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: what is open for this person is dead from now on; an invite brings them back."""
    child_id = pressed.number()
    circles.lock(tx, child_id)
    mine = circles.membership(tx, child_id, me.id, Action.LEAVE)
    if mine is None:
        return ButtonOutdated()
    if is_last(mine[0], me.id):
        reply(tx, me, LastAdultStays(child_id), edit=pressed.message_id)
        return None
    circles.change_member(tx, mine[1].id, MemberState.ACTIVE, state=MemberState.LEFT, away_until=None)
    audit.note(tx, AuditEvent.LEFT, me.id, child_id=child_id, entity="member", entity_id=mine[1].id)
    circle = without(tx, child_id, me.id)
    notify(tx, tell_left(circle, me.id))
    carry_on_without(tx, circle, me.id)
    reply(tx, me, CircleLeft(circle.child.name), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("leave", leave, NUMBER, near=True),
    press("leave_yes", leave_now, NUMBER, near=True),
]
