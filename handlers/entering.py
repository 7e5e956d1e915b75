"""What a link opens: a circle, a class, a school."""

from bot import metrics
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.circle.joining import AlreadyIn, InviteDead, InviteKind, InviteOwn, JoinWaits, KinAsked, LinksRest
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.operators.operators import OperatorShown
from bot.domain.people import Person
from bot.domain.school.class_years import PosterRests
from bot.domain.school.schools import SchoolJoined, SchoolLinkOwn
from bot.domain.school.staffing import NamedCodeAsked, PosterOld, TeacherWaits, tell_asked
from bot.domain.screens import ConsentAsked, HomeShown, RoleAsked
from bot.queries import audit
from bot.queries.circle import circles, invites, joining, people
from bot.queries.school import schools
from bot.queries.school import staffing as staffing_rows
from bot.services.notifications import notify, reply
from bot.services.school import places, posters, slips, staffing

JOINING = "joining"
NAMED = "named_code"
TOKEN = "token"


def open_step(me: Person) -> str:
    """Which of the three taps of consent comes next."""
    if not me.consented:
        return "core"
    return "health" if me.health_notes is None else "voice"


def consent(tx: Tx, me: Person) -> ConsentAsked:
    """The next of the three taps, in the words of who the link is for that was opened first."""
    token = remembered(tx, me)
    invite = invites.find(tx, token) if token else None
    return ConsentAsked(open_step(me), invite.id if invite else 0)


def remembered(tx: Tx, me: Person) -> str:
    """The token of a link that somebody opened before they had agreed to anything."""
    state = people.dialogue_of(tx, me.id)
    return str(state[1].get("token", "")) if state and state[0] == TOKEN else ""


def may_follow(tx: Tx, me: Person, token: str) -> bool:
    """Whether a link can be opened at once: who shall only be near is asked for nothing but the main point."""
    if me.is_ready or not me.consented:
        return me.is_ready
    invite = invites.find(tx, token)
    circle = circles.get(tx, invite.child_id or 0) if invite is not None else None
    is_there = circle is not None and circle.place(me.id) is not None
    return is_there or (invite is not None and invite.role is Role.NEAR)


def near_home(tx: Tx, me: Person) -> Event | None:
    """What somebody sees who is near, or waits to be, and has agreed to no more than that; none for anybody else."""
    if not me.consented or remembered(tx, me):
        return None
    state, data = people.dialogue_of(tx, me.id) or ("", {})
    opened = invites.by_id(tx, data["invite"]) if state == JOINING else None
    circle = circles.get(tx, opened.child_id or 0) if opened and opened.role is Role.NEAR else None
    if circle is not None and opened is not None:
        return _who_are_you(circle, opened)
    if circles.of_person(tx, me.id, Action.LOOK_IN):
        return HomeShown()
    waiting = joining.waits_near(tx, me.id)
    return JoinWaits(waiting[0].child.name) if waiting else None


def belongs_somewhere(tx: Tx, me: Person) -> bool:
    """Whether this person has a circle or a school already."""
    mine = circles.of_person(tx, me.id) or circles.of_person(tx, me.id, Action.LOOK_IN)
    return bool(mine or schools.of_person(tx, me.id))


def first_menu(tx: Tx, me: Person) -> Event:
    """What 🏠 shows: what there is to do, that a school is asked, or who somebody new is."""
    if belongs_somewhere(tx, me):
        return HomeShown()
    if me.operates:
        return OperatorShown()
    school = staffing_rows.waits_at(tx, me.id)
    return TeacherWaits(school) if school is not None else RoleAsked()


def open_link(tx: Tx, me: Person, token: str, edit: int | None = None) -> None:
    """Follow a link's token to what it is for; every token that leads nowhere gets the same kind answer."""
    people.end_dialogue(tx, me.id)
    tried = joining.wrong_links(tx, me.id)
    if tried.rest(tx.now):
        metrics.REFUSED.labels("guess").inc()
        reply(tx, me, LinksRest(), edit=edit)
        return
    invite = invites.find(tx, token)
    if invite is None:
        joining.count_wrong_link(tx, me.id, tried)
    if invite is not None and invite.kind == InviteKind.SLIP:
        slips.opened(tx, me, invite, edit)
    elif invite is None or invite.problem:
        metrics.REFUSED.labels("link").inc()
        reply(tx, me, _closed(invite), edit=edit)
    elif invite.kind == InviteKind.MEMBER:
        _ask_kin(tx, me, invite, edit)
    else:
        _open_school_link(tx, me, invite, edit)


def leads_on(tx: Tx, me: Person, token: str) -> bool:
    """Whether a link can bring this person where they are not yet; one that nobody has made is answered, too."""
    invite = invites.find(tx, token)
    if invite is None:
        return True
    if invite.problem or invite.created_by == me.id:
        return False
    if invite.child_id is not None:
        circle = circles.get(tx, invite.child_id)
        return circle is None or circle.place(me.id) is None
    if invite.class_id is not None:
        return schools.my_class(tx, invite.class_id, me.id) is None
    return schools.works_at(tx, me.id, invite.school_id or 0) is None


def _closed(invite: invites.Invite | None) -> Event:
    """The poster of a class says what has become of it; every other link that leads nowhere the same."""
    if invite is None or invite.kind != InviteKind.CLASS:
        return InviteDead()
    return PosterOld() if invite.problem == "revoked" else PosterRests(invite.class_id or 0)


def _ask_kin(tx: Tx, me: Person, invite: invites.Invite, edit: int | None) -> None:
    circle = circles.get(tx, invite.child_id or 0)
    if circle is None:
        reply(tx, me, InviteDead(), edit=edit)
    elif any(
        each.person_id == me.id and each.state == MemberState.ACTIVE and not each.is_active for each in circle.members
    ):
        reply(tx, me, InviteDead(), edit=edit)  # a link is no way round a place that is held or was taken
    elif invite.created_by == me.id:
        reply(tx, me, InviteOwn(circle.child.id), edit=edit)
    elif circle.place(me.id):  # who is near becomes nobody of the family by a link that they come across
        reply(tx, me, AlreadyIn(circle.child.id), edit=edit)
    else:
        people.set_dialogue(tx, me.id, JOINING, {"invite": invite.id, "role": invite.role, "child": circle.child.id})
        reply(tx, me, _who_are_you(circle, invite), edit=edit)


def _who_are_you(circle: Circle, invite: invites.Invite) -> KinAsked:
    host = circle.member(invite.created_by or 0)
    by = host.person_id if host else 0
    return KinAsked(circle.child.name, invite.role or "guardian", by, circle.child.id)


def _open_school_link(tx: Tx, me: Person, invite: invites.Invite, edit: int | None) -> None:
    if invite.kind == InviteKind.CLASS:
        posters.opened(tx, me, invite, edit)
        return
    school = schools.get(tx, invite.school_id or 0)
    mine = schools.works_at(tx, me.id, school.id) if school else None
    if mine and (mine.lead or invite.kind != InviteKind.LEAD):
        reply(tx, me, SchoolLinkOwn(), edit=edit)
    elif school is not None and invite.for_whom:
        people.set_dialogue(tx, me.id, NAMED, {"invite": invite.id})
        reply(tx, me, NamedCodeAsked(school.id, invite.for_whom), edit=edit)
    else:
        come_in(tx, me, invite, edit)


def come_in(tx: Tx, me: Person, invite: invites.Invite, edit: int | None) -> None:
    """By a school's code: the lead confirms a teacher; without a lead the operator's word is enough."""
    school_id = invite.school_id or 0
    staffing_rows.lock(tx, school_id)
    if not invites.use(tx, invite, me.id):
        reply(tx, me, InviteDead(), edit=edit)
        return
    leads, lead = staffing_rows.leads(tx, school_id), invite.kind == InviteKind.LEAD
    if lead or (invite.created_by is None and not leads):
        _take_up(tx, me, school_id, edit, lead=lead)
        return
    waiting = staffing_rows.ask(tx, school_id, me)
    audit.note(tx, AuditEvent.TEACHER_ASKED, me.id, entity="staff", entity_id=waiting.id)
    reply(tx, me, TeacherWaits(school_id), edit=edit)
    notify(tx, tell_asked(waiting, leads))


def _take_up(tx: Tx, me: Person, school_id: int, edit: int | None, *, lead: bool) -> None:
    schools.employ(tx, school_id, me.id, me.name, lead=lead)
    people.change(tx, me.id, teaches=True)
    places.settle(tx, school_id, me.id)
    audit.note(tx, AuditEvent.TEACHER_JOINED, me.id, entity="school", entity_id=school_id)
    reply(tx, me, SchoolJoined(school_id, lead), edit=edit)
    mine = staffing_rows.of(tx, school_id, me.id)
    if lead and mine is not None:
        staffing.begin_to_lead(tx, mine)
