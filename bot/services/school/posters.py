"""A class's poster that somebody has opened: the class is offered to them, at once or when they have a child here."""

from bot.db.transaction import Tx
from bot.domain.circle.joining import InviteDead
from bot.domain.circle.roles import Action
from bot.domain.people import Person
from bot.domain.school.class_years import PosterRests
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.schools import EnrolledAlready, FamilyFirst, PupilAsked, SchoolConsentAsked, SchoolLinkOwn
from bot.queries.circle import circles, joining
from bot.queries.circle.invites import Invite
from bot.queries.school import enrolments, schools
from bot.queries.school import posters as rows
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import reply


def opened(tx: Tx, me: Person, invite: Invite, edit: int | None = None) -> None:
    """Which of their children goes there is asked only where there are several."""
    room = schools.running(tx, invite.class_id or 0)
    if room is None:
        reply(tx, me, PosterRests(invite.class_id) if invite.class_id else InviteDead(), edit=edit)
        return
    mine = [circle.child.id for circle, _member in circles.of_person(tx, me.id, Action.ENROL)]
    free = [each for each in mine if _is_free(enrolments.find(tx, room.id, each))]
    if not mine:
        _family_first(tx, me, invite, room, edit)
    elif not free:
        rows.forget(tx, me.id)
        reply(tx, me, EnrolledAlready(room.id, mine[0]), edit=edit)
    else:
        rows.remember(tx, me.id, invite.id)
        one = SchoolConsentAsked(room.id, free[0]) if len(free) == 1 else PupilAsked(room.id, tuple(free))
        reply(tx, me, one, edit=edit)


def _family_first(tx: Tx, me: Person, invite: Invite, room: ClassRoom, edit: int | None) -> None:
    """Somebody without a child here: the poster waits until there is one."""
    if schools.my_class(tx, room.id, me.id) is not None:
        reply(tx, me, SchoolLinkOwn(), edit=edit)
        return
    rows.remember(tx, me.id, invite.id)
    reply(tx, me, FamilyFirst(room.id, waits=bool(joining.waits(tx, me.id))), edit=edit)


def offer(tx: Tx, me: Person) -> None:
    """The class comes by itself, once the child is there; a poster that has been renewed meanwhile is let go."""
    invite = rows.of(tx, me.id)
    if invite is not None and circles.of_person(tx, me.id, Action.ENROL):
        opened(tx, me, invite)


def _is_free(enrolment: enrolments.Enrolment | None) -> bool:
    return enrolment is None or enrolment.state in {EnrolmentState.LEFT, EnrolmentState.REFUSED}
