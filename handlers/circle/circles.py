"""👥 The adults of a circle: 🔒 hold a place, 🚪 put somebody out, ↔️ separate lines."""

from collections.abc import Callable

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle import membership as on_membership
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle import membership
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress

Allows = Callable[[Circle, int, Member], bool]


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Who is in it; 0 asks which one where there are several."""
    wanted = pressed.number()
    mine = circles.of_person(tx, me.id)
    chosen = [circle.child.id for circle, _me in mine if wanted in {0, circle.child.id}]
    if not chosen:
        return ButtonOutdated()
    about = on_membership.CircleShown(chosen[0]) if len(chosen) == 1 else on_membership.CircleChildAsked()
    reply(tx, me, about, edit=pressed.message_id)
    return None


def hold(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔒 At once, without a question: it is as easily let go."""
    found = _other(tx, me, pressed, Action.SUSPEND, on_membership.can_suspend)
    if found is None:
        return ButtonOutdated()
    membership.suspend(tx, found, me.id)
    _show(tx, me, pressed, found.child_id)
    return None


def let_go(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔓"""
    found = _other(tx, me, pressed, Action.SUSPEND, on_membership.can_open)
    return _back(tx, me, pressed, found, AuditEvent.RESTORED, membership.OPENED)


def remove(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 Is it meant?"""
    found = _other(tx, me, pressed, Action.REMOVE, on_membership.can_remove)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, on_membership.RemoveAsked(found.child_id, found.id), edit=pressed.message_id)
    return None


def remove_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: suspended at once, final after a day; of two who put each other out, the first one does."""
    found = _other(tx, me, pressed, Action.REMOVE, on_membership.can_remove)
    if found is None:
        return ButtonOutdated()
    final_at = tx.now + on_membership.FINAL_AFTER
    circles.change_member(tx, found.id, MemberState.ACTIVE, remove_at=final_at, removed_by=me.id)
    membership.note(tx, AuditEvent.REMOVED, found, me.id)
    notify(tx, on_membership.tell_removed(membership.cut_off(tx, found), me.id, found, final_at))
    _show(tx, me, pressed, found.child_id)
    return None


def keep(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ Another adult objects, or who did it takes it back."""
    found = _other(tx, me, pressed, Action.APPROVE, on_membership.can_keep)
    return _back(tx, me, pressed, found, AuditEvent.REMOVAL_STOPPED, membership.LET_STAY)


def lines(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↔️ What it means, and yes or no."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.SEPARATE)
    if mine is None:
        return ButtonOutdated()
    reply(tx, me, on_membership.LinesAsked(pressed.number()), edit=pressed.message_id)
    return None


def set_lines(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From now on the parents know nothing of each other, or see each other again."""
    child_id, separate = pressed.number(), pressed.args[1] == "on"
    circles.lock(tx, child_id)
    mine = circles.membership(tx, child_id, me.id, Action.SEPARATE)
    if mine is None or mine[0].child.separate_lines == separate or not on_membership.may_change_lines(mine[0], me.id):
        return ButtonOutdated()
    circles.change_child(tx, child_id, separate_lines=separate)
    audit.note(tx, AuditEvent.SEPARATED if separate else AuditEvent.JOINED_LINES, me.id, child_id=child_id)
    notify(tx, on_membership.tell_lines(mine[0], me.id, separate=separate))
    reply(tx, me, on_membership.LinesChanged(child_id, separate), edit=pressed.message_id)
    return None


def _other(tx: Tx, me: Person, pressed: ButtonPress, action: Action, allows: Allows) -> Member | None:
    """The member whom a press is about, as long as this person may do that with them now."""
    member = circles.member_by_id(tx, pressed.number())
    if member is None:
        return None
    circles.lock(tx, member.child_id)
    mine = circles.membership(tx, member.child_id, me.id, action)
    now = circles.member_by_id(tx, member.id)
    return now if mine and now and allows(mine[0], me.id, now) else None


def _back(
    tx: Tx, me: Person, pressed: ButtonPress, member: Member | None, event: AuditEvent, opened: circles.MemberChanges
) -> Event | None:
    if member is None:
        return ButtonOutdated()
    membership.open_again(tx, member, me.id, event, opened)
    _show(tx, me, pressed, member.child_id)
    return None


def _show(tx: Tx, me: Person, pressed: ButtonPress, child_id: int) -> None:
    reply(tx, me, on_membership.CircleShown(child_id), edit=pressed.message_id)


routes: list[Route] = [
    press("circle", show, NUMBER),
    press("hold", hold, NUMBER),
    press("let_go", let_go, NUMBER),
    press("remove", remove, NUMBER),
    press("remove_yes", remove_now, NUMBER),
    press("keep", keep, NUMBER),
    press("lines", lines, NUMBER),
    press("lines_set", set_lines, NUMBER, "on|off"),
]
