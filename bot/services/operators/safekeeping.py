"""A closed place is opened again, a family shares again: by whoever runs the bot, after a second yes if it can be had.

What the family reads of it is the same whichever way it came: that whoever runs the bot did it.
"""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.operators.answering import answerers
from bot.domain.operators.operators import OperatorRole, allowed
from bot.domain.operators.safekeeping import (
    Act,
    Refusal,
    SecondWaits,
    Wish,
    WishDone,
    WishOffered,
    WishRefused,
    tell_asked,
    tell_decided,
)
from bot.domain.people import Person
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.circle.membership import closers
from bot.queries.operators import operators as operator_rows
from bot.queries.privacy import sharing as sharing_rows
from bot.services.circle import membership
from bot.services.notifications import notify
from bot.services.privacy import sharing


def circle_of(tx: Tx, child_id: int) -> Circle | None:
    """A circle that nobody else changes until this unit ends."""
    circles.lock(tx, child_id)
    return circles.get(tx, child_id)


def closed_place(circle: Circle, member_id: int) -> Member | None:
    """A place that is held, put out, or waits for somebody who knows them."""
    found = next((each for each in circle.members if each.id == member_id), None)
    closed = found is not None and (found.is_removed or found.is_suspended or found.is_closed)
    return found if found and closed and found.state == MemberState.ACTIVE else None


def closed_by(tx: Tx, circle: Circle, found: Member) -> list[Member]:
    """Those who have closed a place, and take part now."""
    return [member for each in closers(tx, found) if (member := circle.member(each))]


def open_place(tx: Tx, found: Member, hold: list[Member]) -> None:
    """Held, put out, waiting for somebody who knows them, or several of these."""
    if found.is_removed:
        membership.open_again(tx, found, None, AuditEvent.REMOVAL_STOPPED, membership.LET_STAY)
    if found.is_suspended:
        membership.open_again(tx, found, None, AuditEvent.RESTORED, membership.OPENED)
    if found.is_closed:
        membership.open_again(tx, found, None, AuditEvent.RESTORED, membership.KNOWN)
    for each in hold:  # after that, so that who is back reads it, and the held phone reads of nobody
        membership.suspend(tx, each, None)


def offer(tx: Tx, me: Person, wish: Wish) -> Event:
    """What can be done for a number that a family has told."""
    circle = circle_of(tx, wish.child_id)
    acts = possible(tx, circle, wish.member_id) if circle else []
    if circle is None or not acts:
        return WishRefused(Refusal.NONE)
    return WishRefused(Refusal.OWN) if _is_own(circle, me.id) else WishOffered(wish.number, tuple(acts))


def ask(tx: Tx, me: Person, wish: Wish) -> Event:
    """Do it, or ask a second operator first, where there is one who is not of that family."""
    circle = circle_of(tx, wish.child_id)
    if circle is None or wish.act not in possible(tx, circle, wish.member_id):
        return WishRefused(Refusal.NONE)
    if _is_own(circle, me.id):
        return WishRefused(Refusal.OWN)
    mine = next(each for each in operator_rows.every(tx) if each.person_id == me.id and _answers(each.role))
    others = _others(tx, circle, me.id)
    if not others:
        do(tx, circle, wish, me.id)
        return WishDone(wish.number)
    operator_rows.ask(tx, mine.id, wish)
    notify(tx, tell_asked(mine.id, mine.called, wish, others))
    return SecondWaits(wish.number)


def decide(tx: Tx, me: Person, operator_id: int, *, agreed: bool) -> bool:
    """The second operator's answer; false where nothing is asked any more, or not of them."""
    asker, wish = operator_rows.get(tx, operator_id), operator_rows.asked(tx, operator_id)
    circle = circle_of(tx, wish.child_id) if wish else None
    if asker is None or asker.person_id is None or wish is None or circle is None:
        return False
    others = _others(tx, circle, asker.person_id)
    if me.id not in others:
        return False
    operator_rows.answer(tx, operator_id)
    done = agreed and wish.act in possible(tx, circle, wish.member_id)
    if done:
        do(tx, circle, wish, asker.person_id, me.id)
    notify(tx, tell_decided(operator_id, asker.person_id, wish, others, agreed=done))
    return True


def possible(tx: Tx, circle: Circle, member_id: int = 0) -> list[Act]:
    """What can be done for a closed place, or for a circle that shares nothing."""
    if member_id:
        found = closed_place(circle, member_id)
        if found is None:
            return []
        return [Act.OPEN, Act.HOLD] if closed_by(tx, circle, found) else [Act.OPEN]
    if not circle.child.sharing_stopped:
        return []
    return [Act.ORDER] if sharing_rows.author_can_resume(tx, circle) else [Act.THAW]


def do(tx: Tx, circle: Circle, wish: Wish, *by: int) -> None:
    """It is done, and who did it written down: operators by name, or the shell, which has none."""
    found = closed_place(circle, wish.member_id) if wish.member_id else None
    if found is not None:
        open_place(tx, found, closed_by(tx, circle, found) if wish.act is Act.HOLD else [])
    else:
        sharing.resume(tx, circle, None)
    for each in by:  # who it was, for whoever answers for it; the family's own line names nobody
        audit.note(tx, AuditEvent.OPERATED, each, entity="circle", entity_id=circle.child.id)


def _is_own(circle: Circle, person_id: int) -> bool:
    return any(each.person_id == person_id for each in circle.members)


def _others(tx: Tx, circle: Circle, asker: int) -> list[int]:
    known = answerers(operator_rows.every(tx))
    return [each for each in known if each != asker and not _is_own(circle, each)]


def _answers(role: OperatorRole) -> bool:
    return allowed(frozenset({role}), Action.OPEN_PLACES)
