"""A parent says that they live with the child, or far away: their role follows, and with it who is asked."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle import home_or_away as about_
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.daily import ideas
from bot.services.daily import own_weeks, spreading, weeks
from bot.services.notifications import notify
from bot.services.privacy import childs_say


def say(tx: Tx, circle: Circle, me: Member, *, at_home: bool) -> None:
    """Where it was so already, nothing changes."""
    role = about_.role_of(at_home=at_home)
    if me.role == role or not circles.change_member(tx, me.id, MemberState.ACTIVE, role=role, at_home=at_home):
        return
    audit.note(tx, AuditEvent.HOME_CHANGED, me.person_id, child_id=circle.child.id)
    (_come_home if at_home else _go_away)(tx, circle, me)
    notify(tx, about_.tell(circle, me.person_id))


def _come_home(tx: Tx, circle: Circle, me: Member) -> None:
    child = circle.child
    if people.get(tx, me.person_id).country is None:
        people.change(tx, me.person_id, country=child.country, time_zone=child.zone)
    spreading.begin(tx, child)
    childs_say.begin(tx, circle, me)
    own_weeks.begin(tx, circle, me.person_id)


def _go_away(tx: Tx, circle: Circle, me: Member) -> None:
    if people.get(tx, me.person_id).zone == circle.child.zone:  # theirs since they said that they live there
        people.change(tx, me.person_id, country=None)
    ideas.begin(tx, circle.child.id, me.person_id)
    weeks.begin(tx, me.person_id)
