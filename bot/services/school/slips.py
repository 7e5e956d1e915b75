"""A family comes by the school's paper: tied to the pupil at once, and into one circle."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.circle.joining import AlreadyIn, InviteDead, JoinWaits, Welcomed, tell_join_asked
from bot.domain.circle.roles import Action
from bot.domain.limits import ADULTS, CHILDREN, LimitReached
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.domain.school import slips as about_
from bot.domain.school.admitting import EnrolmentDecided
from bot.domain.school.call_names import call_names
from bot.domain.school.class_years import PosterRests
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.rosters import Pupil
from bot.domain.school.schools import SchoolLinkOwn
from bot.queries import audit
from bot.queries.circle import circles, invites, people
from bot.queries.circle.invites import Invite
from bot.queries.school import enrolments, rosters, schools
from bot.queries.school import slips as rows
from bot.queries.school.schools import ClassRoom
from bot.services.circle import beginning, joining, my_places
from bot.services.circle.beginning import NewChild
from bot.services.notifications import notify, reply
from bot.services.school import admitting


def opened(tx: Tx, me: Person, invite: Invite, edit: int | None) -> None:
    """What somebody sees who has opened a code; nothing is done before their tap."""
    found, room = pupil_of(tx, invite)
    circle = circle_of(tx, found) if found else None
    if found is None or room is None:
        reply(tx, me, PosterRests(found.class_id) if found else InviteDead(), edit=edit)
    elif circle is not None and _has_place(tx, me, circle, edit):
        return
    elif invite.problem:
        reply(tx, me, about_.SlipClosed(room.id), edit=edit)
    elif schools.my_class(tx, room.id, me.id):
        reply(tx, me, SchoolLinkOwn(), edit=edit)
    else:
        people.set_dialogue(tx, me.id, about_.SLIP, {"invite": invite.id, "called": 0})
        mine = () if circle else tuple(_free(tx, me, room))
        role = invite.role or Role.GUARDIAN
        reply(tx, me, about_.SlipChildAsked(found.id, mine) if mine else about_.SlipShown(found.id, role), edit=edit)


def pupil_of(tx: Tx, invite: Invite) -> tuple[Pupil | None, ClassRoom | None]:
    """Whose paper it is, held for this transaction; no class where it is over, or the pupil is off its list.

    Two lines that were one child have one circle, whichever of their papers is opened; but a line with a family of its
    own leads to that family, and to no other.
    """
    found = rows.lock(tx, invite.pupil_id or 0)
    if found and found.same_as and found.child_id is None:
        found = rows.lock(tx, found.same_as)
    is_on = found is not None and (not found.removed or (found.same_as is not None and found.child_id is not None))
    return found, schools.running(tx, found.class_id) if found and is_on else None


def circle_of(tx: Tx, found: Pupil) -> Circle | None:
    """The circle around a pupil, where a family has joined."""
    return circles.get(tx, found.child_id) if found.child_id else None


def _has_place(tx: Tx, me: Person, circle: Circle, edit: int | None) -> bool:
    """A paper is no way round a place that is held or was taken, and nobody comes in twice."""
    theirs = [each.state for each in circle.members if each.person_id == me.id]
    if circle.place(me.id):
        reply(tx, me, AlreadyIn(circle.child.id), edit=edit)
    elif MemberState.ACTIVE in theirs:
        reply(tx, me, InviteDead(), edit=edit)
    elif MemberState.PENDING in theirs:
        reply(tx, me, JoinWaits(circle.child.name), edit=edit)
    else:
        return False
    return True


def _free(tx: Tx, me: Person, room: ClassRoom) -> list[int]:
    """This adult's children who are no pupil of the class's list yet."""
    tied = {each.child_id for each in rosters.of_class(tx, room.id)}
    mine = [circle.child.id for circle, _member in circles.of_person(tx, me.id, Action.ENROL)]
    return [each for each in mine if each not in tied]


def come(tx: Tx, me: Person, invite: Invite, kin: str, called: int, edit: int | None) -> None:
    """“I am the grandmother”: into the circle, which begins with this tap where there is none."""
    found, room = pupil_of(tx, invite)
    role = invite.role or Role.GUARDIAN
    circle = circle_of(tx, found) if found else None
    if found is None or room is None or not role.takes(kin):
        reply(tx, me, InviteDead(), edit=edit)
    elif _is_hindered(tx, me, circle, edit):
        return
    elif invite.problem or not invites.use(tx, invite, me.id):
        reply(tx, me, about_.SlipClosed(room.id), edit=edit)
    elif circle is not None:
        _join(tx, me, invite, found, room, circle, kin, edit)
    else:
        names = call_names(found.line.name)
        _begin(tx, me, found, room, names[called % len(names)], role, kin, edit)


def _is_hindered(tx: Tx, me: Person, circle: Circle | None, edit: int | None) -> bool:
    if circle is None and circles.added_by_person(tx, me.id) >= CHILDREN:
        reply(tx, me, LimitReached("children"), edit=edit)
    elif circle is not None and not circle.place(me.id) and _is_full(circle):
        reply(tx, me, LimitReached("joining"), edit=edit)
    else:
        return circle is not None and _has_place(tx, me, circle, edit)
    return True


def _is_full(circle: Circle) -> bool:
    return sum(each.state in {MemberState.ACTIVE, MemberState.PENDING} for each in circle.members) >= ADULTS


def _begin(
    tx: Tx, me: Person, found: Pupil, room: ClassRoom, name: str, role: Role, kin: str, edit: int | None
) -> None:
    school = schools.get(tx, room.school_id)
    country, zone = (school.country, school.zone) if school else (None, None)
    here = local(tx.now, zone or me.zone)
    years = [each.line.year for each in rosters.of_class(tx, room.id) if each.line.year is not None]
    born = about_.birth_year(found.line.year, years, here.year)
    added = NewChild(name, born, None, country or me.country or "CN", zone or me.zone)
    child_id = beginning.begin(tx, me, added, role, kin)
    if role.is_at_home:
        beginning.begin_asking(tx, me, child_id)
    else:
        reply(tx, me, Welcomed(child_id))
    enrol(tx, me, found, room, child_id, role)
    if not role.is_at_home and me.country is None:
        people.change(tx, me.id, time_zone=added.zone)  # until they say where they are, nearer than none
        circle = circles.get(tx, child_id)
        assert circle is not None
        my_places.begin(tx, circle, me.id)
    reply(tx, me, about_.BornAsked(child_id))
    reply(tx, me, about_.SlipOther(child_id, role.value), edit=edit)


def _join(
    tx: Tx, me: Person, invite: Invite, found: Pupil, room: ClassRoom, circle: Circle, kin: str, edit: int | None
) -> None:
    """Who opens the other code of the paper by which the family came is in; elsewhere the family says yes first.

    So it does where the paper was another line's, which the teacher has found to be the same child: that may be a slip.
    """
    role = invite.role or Role.GUARDIAN
    member_id = circles.join(
        tx,
        child_id=circle.child.id,
        person_id=me.id,
        role=role,
        kin=kin,
        called=me.name,
        state=MemberState.PENDING,
        at_home=role.is_at_home,
        invited_by=None,
    )
    joiner = circles.member_by_id(tx, member_id)
    assert joiner is not None
    beside = invite.pupil_id == found.id and rows.came_beside(tx, found.id, invite.created_at)
    if circle.child.sharing_stopped or not beside:
        audit.note(tx, AuditEvent.ASKED_TO_JOIN, me.id, child_id=circle.child.id, entity="member", entity_id=member_id)
        notify(tx, tell_join_asked(circle, joiner, me.name, None))
        reply(tx, me, JoinWaits(circle.child.name), edit=edit)
        return
    joining.come_in(tx, joiner)
    enrol(tx, me, found, room, circle.child.id, role)
    reply(tx, me, about_.SlipOther(circle.child.id), edit=edit)


def enrol(tx: Tx, me: Person, found: Pupil, room: ClassRoom, child_id: int, role: Role) -> bool:
    """The pupil is this child, in the class from now on; the teacher reads it and confirms nothing."""
    if not rosters.tie(tx, found, child_id) and found.child_id != child_id:
        return False
    rows.note_came(tx, found.id)
    asks = enrolments.ask(tx, room.id, child_id, me.id)
    waiting = asks or enrolments.find(tx, room.id, child_id)
    if waiting is not None and waiting.state == EnrolmentState.PENDING:
        audit.note(tx, AuditEvent.CONSENTED, me.id, child_id=child_id, entity="school", entity_id=room.id)
        admitting.take_in(tx, me, room, waiting)
        if asks is None:  # by the poster, before: who teaches is asked no more
            admitting.show(tx, EnrolmentDecided(room.id, child_id, welcome=True))
    notify(tx, about_.tell_opened(room.id, found.id, role, schools.teachers(tx, room.id)))
    return True


def was_wrong(tx: Tx, me: Person, found: Pupil, room: ClassRoom) -> None:
    """It was another family: out of the class, as every child whom the teacher takes out, and no code leads to them."""
    place = enrolments.find(tx, room.id, found.child_id) if found.child_id else None
    if place is not None:
        admitting.take_out(tx, me, room, place)
    rows.untie(tx, found.id)
