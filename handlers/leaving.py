"""👋 Leaving a circle, after one question."""

from bot.domain.check_ins import card_of
from bot.domain.circle import Circle
from bot.domain.joining import tell_join_asked
from bot.domain.ladders import card_name
from bot.domain.leaving import CircleLeft, LastAdultStays, LeaveAsked, is_last, tell_left
from bot.domain.people import Person
from bot.domain.roles import Action
from bot.domain.screens import ButtonOutdated
from bot.domain.tell import About
from bot.events import Press
from bot.routes import NUMBER, Route, press
from bot.storage import check_ins, circles, ladders, outbox, people
from bot.storage.illness_alerts import carry_on_without
from bot.storage.tellings import forget_circle, reply, tell
from bot.storage.transaction import Tx


def leave(tx: Tx, me: Person, pressed: Press) -> About | None:
    """Is it meant?"""
    mine = circles.mine(tx, pressed.number(), me.id, Action.LEAVE)
    if mine is None:
        return ButtonOutdated()
    about = LastAdultStays if is_last(mine[0], me.id) else LeaveAsked
    reply(tx, me, about(pressed.number()), edit=pressed.message_id)
    return None


def leave_now(tx: Tx, me: Person, pressed: Press) -> About | None:
    """Yes: what is open for this person is dead from now on; an invite brings them back."""
    child_id = pressed.number()
    circles.lock(tx, child_id)
    mine = circles.mine(tx, child_id, me.id, Action.LEAVE)
    if mine is None:
        return ButtonOutdated()
    if is_last(mine[0], me.id):
        reply(tx, me, LastAdultStays(child_id), edit=pressed.message_id)
        return None
    circles.change_member(tx, mine[1].id, "active", state="left", away_until=None)
    forget_circle(tx, me.id, child_id)
    circle = circles.get(tx, child_id)
    assert circle is not None
    _carry_on(tx, circle)
    tell(tx, tell_left(circle, me.id))
    carry_on_without(tx, circle, me.id)
    reply(tx, me, CircleLeft(circle.child.name), edit=pressed.message_id)
    return None


def _carry_on(tx: Tx, circle: Circle) -> None:
    """Nobody is asked where nobody is left to ask; who waits at the door without their host is shown to the others."""
    child_id = circle.child.id
    if not circle.guardians and not circle.stand_ins:
        check_ins.schedule(tx, child_id, None)
        check_ins.end_open(tx, child_id, "cleared")
        ladders.end(tx, child_id)
        outbox.clear_card(tx, card_of(child_id))
        outbox.clear_card(tx, card_name(child_id))
    for each in circle.members:
        if each.state == "pending" and (each.invited_by is None or circle.member(each.invited_by) is None):
            tell(tx, tell_join_asked(circle, each, people.get(tx, each.person_id).name, None))


routes: list[Route] = [
    press("leave", leave, NUMBER),
    press("leave_yes", leave_now, NUMBER),
]
