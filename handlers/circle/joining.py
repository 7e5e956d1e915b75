"""Joining by link, and letting in: pending until an adult of the circle has said yes."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.circle.joining import (
    INVITES_A_DAY,
    AlreadyIn,
    InviteDead,
    InviteKind,
    InviteRoleAsked,
    InvitesExhausted,
    InviteWritten,
    JoinWaits,
    may_decide,
    tell_join_asked,
)
from bot.domain.circle.roles import Action
from bot.domain.limits import ADULTS, LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles, invites, people
from bot.routes import NUMBER, Route, press
from bot.services.circle import joining
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress
from handlers.entering import JOINING


def invite(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗"""
    if not circles.membership(tx, pressed.number(), me.id, Action.INVITE):
        return ButtonOutdated()
    reply(tx, me, InviteRoleAsked(pressed.number()), edit=pressed.message_id)
    return None


def invite_as(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A fresh link for one role and one child."""
    child_id, role = pressed.number(), Role(pressed.args[1])
    mine = circles.membership(tx, child_id, me.id, Action.INVITE)
    if mine is None:
        return ButtonOutdated()
    if _is_full(mine[0]):
        reply(tx, me, LimitReached("adults"))
        return None
    if invites.made_today(tx, me.id) >= INVITES_A_DAY:
        reply(tx, me, InvitesExhausted())
        return None
    token = invites.create(tx, InviteKind.MEMBER, child_id=child_id, role=role, created_by=me.id)
    audit.note(tx, AuditEvent.INVITED, me.id, child_id=child_id, entity=role)
    reply(tx, me, InviteWritten(child_id, role, me.id, token))
    return None


def revoke(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ a link that nobody has used yet."""
    found = invites.by_id(tx, pressed.number())
    mine = circles.membership(tx, found.child_id, me.id, Action.INVITE) if found and found.child_id else None
    if found is None or mine is None or found not in invites.open_ones(tx, mine[0], me.id):
        return ButtonOutdated()
    if not invites.revoke(tx, found.id):
        return ButtonOutdated()
    audit.note(tx, AuditEvent.INVITE_REVOKED, me.id, child_id=mine[0].child.id)
    reply(tx, me, InviteRoleAsked(mine[0].child.id, revoked=True), edit=pressed.message_id)
    return None


def join(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Who are you to the child: the press is also the yes to joining."""
    kin = pressed.args[0]
    dialogue = people.dialogue_of(tx, me.id)
    data = dialogue[1] if dialogue else {}
    if "role" in data and not Role(data["role"]).takes(kin):  # of another link's question
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    circle = circles.get(tx, data.get("child", 0))
    found = invites.by_id(tx, data.get("invite", 0))
    if circle is not None and circle.place(me.id) is not None:  # let in by another link since this one was opened
        reply(tx, me, AlreadyIn(circle.child.id), edit=pressed.message_id)
        return None
    if circle is not None and _is_full(circle):
        reply(tx, me, LimitReached("joining"), edit=pressed.message_id)
        return None
    if circle is None or found is None or found.problem or not invites.use(tx, found, me.id):
        reply(tx, me, InviteDead(), edit=pressed.message_id)
        return None
    member_id = circles.join(
        tx,
        child_id=circle.child.id,
        person_id=me.id,
        role=Role(data["role"]),
        kin=kin,
        called=me.name,
        state=MemberState.PENDING,
        at_home=Role(data["role"]).is_at_home,
        invited_by=found.created_by,
    )
    joiner = circles.member_by_id(tx, member_id)
    assert joiner is not None
    audit.note(tx, AuditEvent.ASKED_TO_JOIN, me.id, child_id=circle.child.id, entity="member", entity_id=member_id)
    reply(tx, me, JoinWaits(circle.child.name), edit=pressed.message_id)
    notify(tx, tell_join_asked(circle, joiner, me.name, found.created_by))
    return None


def _is_full(circle: Circle) -> bool:
    return sum(each.state in {MemberState.ACTIVE, MemberState.PENDING} for each in circle.members) >= ADULTS


def let_in(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it really them?"""
    joiner = circles.member_by_id(tx, pressed.number())
    mine = circles.membership(tx, joiner.child_id, me.id, Action.LET_IN) if joiner else None
    welcome = pressed.args[1] == "yes"
    if joiner is None or mine is None or joiner.role != pressed.args[2] or not may_decide(mine[0], joiner, me.id):
        return ButtonOutdated()
    return None if joining.decide(tx, joiner, me.id, welcome=welcome) else ButtonOutdated()


_ROLES = "|".join(Role)

routes: list[Route] = [
    press("invite", invite, NUMBER),
    press("invite_as", invite_as, NUMBER, _ROLES),
    press("invite_revoke", revoke, NUMBER),
    press("kin", join, "[a-z_]+", state=JOINING, near=True),
    press("let_in", let_in, NUMBER, "yes|no", _ROLES),
]
