"""Somebody comes into a circle: their clock, their ideas or the check-ins, and everybody is told."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.approvals import WITHIN, needs_second_adult
from bot.domain.circle.circles import Circle, Member, MemberState, Role
from bot.domain.circle.joining import tell_decided
from bot.domain.school.slips import tell_came
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.daily import ideas
from bot.services.circle import my_places, same_child
from bot.services.daily import look_ins, own_weeks, spreading, weeks
from bot.services.illness.illness_arrivals import has_arrived
from bot.services.notifications import notify
from bot.services.privacy import childs_say
from bot.services.school import posters


def decide(tx: Tx, joiner: Member, by: int, *, welcome: bool) -> bool:
    """Let somebody in who waits, or turn them away; false when that has been decided already."""
    before = circles.get(tx, joiner.child_id)
    beside_others = before is not None and needs_second_adult(before, by)
    state, new_until = (
        MemberState.ACTIVE if welcome else MemberState.REFUSED,
        tx.now + WITHIN if beside_others else None,
    )
    if not circles.change_member(tx, joiner.id, MemberState.PENDING, state=state, new_until=new_until):
        return False
    event = AuditEvent.JOINED if welcome else AuditEvent.REFUSED
    audit.note(tx, event, by, child_id=joiner.child_id, entity="member", entity_id=joiner.id)
    if welcome:
        _settle_in(tx, joiner)
    circle = circles.get(tx, joiner.child_id)
    host = circle.member(by) if circle else None
    person = people.get(tx, joiner.person_id)
    if circle and host:
        notify(tx, tell_decided(circle, joiner, person.name, host, welcome=welcome))
    if circle and welcome:
        _arrive(tx, circle, joiner)
    return True


def come_in(tx: Tx, joiner: Member) -> None:
    """Who waits is in at once: the school has given the family the paper by which they come. For a day they are new."""
    circles.change_member(tx, joiner.id, MemberState.PENDING, state=MemberState.ACTIVE, new_until=tx.now + WITHIN)
    audit.note(tx, AuditEvent.JOINED, joiner.person_id, child_id=joiner.child_id, entity="member", entity_id=joiner.id)
    _settle_in(tx, joiner)
    circle = circles.get(tx, joiner.child_id)
    assert circle is not None
    notify(tx, tell_came(circle, joiner))
    _arrive(tx, circle, joiner)


def _arrive(tx: Tx, circle: Circle, joiner: Member) -> None:
    """What somebody new must hear, and is asked."""
    person = people.get(tx, joiner.person_id)
    if joiner.role == Role.NEAR:
        look_ins.has_come(tx, circle, joiner.person_id)
    else:
        has_arrived(tx, circle, joiner.person_id)
        same_child.ask(tx, joiner.person_id, circle)
    my_places.begin(tx, circle, joiner.person_id)
    posters.offer(tx, person)


def _settle_in(tx: Tx, joiner: Member) -> None:
    """The first adult at home starts the check-ins, and gets the clock of the child's place; a parent gets ideas.

    Who is near gets that clock, and nothing else.
    """
    circle = circles.get(tx, joiner.child_id)
    assert circle is not None
    child = circle.child
    person = people.get(tx, joiner.person_id)
    if person.country is None:
        # A parent is asked where they are; until they say, the child's clock is nearer than none.
        country = None if joiner.role == Role.PARENT else child.country
        people.change(tx, person.id, country=country, time_zone=child.zone)
    if joiner.role == Role.NEAR:
        return
    if joiner.role == Role.PARENT:
        ideas.begin(tx, child.id, person.id)
        weeks.begin(tx, person.id)
    else:
        spreading.begin(tx, child)
    if joiner.role == Role.GUARDIAN:
        childs_say.begin(tx, circle, joiner)
        own_weeks.begin(tx, circle, person.id)
