"""A circle begins: a child, the adult who adds them, and what then comes by itself."""

from dataclasses import dataclass

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import MemberState, Role
from bot.domain.circle.joining import Welcomed
from bot.domain.local_time import minute_in_slot
from bot.domain.people import Person
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.daily import ideas
from bot.services.daily import own_weeks, spreading, weeks
from bot.services.notifications import reply
from bot.services.privacy import childs_say

SLOT = "evening"


@dataclass(frozen=True, slots=True)
class NewChild:
    """What is known of a child who is added."""

    name: str
    year: int
    month: int | None
    country: str
    zone: str


def begin(tx: Tx, me: Person, added: NewChild, role: Role, kin: str) -> int:
    """The child's number; who lives with them has the clock of that place, and a parent gets ideas."""
    child_id = circles.add_child(
        tx,
        call_name=added.name,
        birth_year=added.year,
        birth_month=added.month,
        country=added.country,
        time_zone=added.zone,
        created_by=me.id,
        slot=SLOT,
        minute=0,
    )
    circles.change_child(tx, child_id, minute=minute_in_slot(SLOT, child_id))
    if role.is_at_home:
        people.change(tx, me.id, country=added.country, time_zone=added.zone)
    circles.join(
        tx,
        child_id=child_id,
        person_id=me.id,
        role=role,
        kin=kin,
        called=me.name,
        state=MemberState.ACTIVE,
        at_home=role.is_at_home,
    )
    audit.note(tx, AuditEvent.CHILD_ADDED, me.id, child_id=child_id)
    if not role.is_at_home:
        ideas.begin(tx, child_id, me.id)
        weeks.begin(tx, me.id)
    return child_id


def begin_asking(tx: Tx, me: Person, child_id: int) -> None:
    """A guardian who starts the circle has the keys below the chat at once, and is asked from the next evening on."""
    circle = circles.get(tx, child_id)
    assert circle is not None
    spreading.begin(tx, circle.child)
    reply(tx, me, Welcomed(child_id))
    childs_say.begin(tx, circle, circle.members[0])
    own_weeks.begin(tx, circle, me.id)
