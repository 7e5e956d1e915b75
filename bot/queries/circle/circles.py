"""Children and the adults around them."""

from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import Row, bindparam, func, or_, select, update

from bot.db.columns import LIMIT, NOW, Instant
from bot.db.tables import child, member
from bot.db.transaction import Tx
from bot.domain.circle.circles import Child, Circle, Member, MemberState, Role
from bot.domain.circle.roles import WHILE_NOT_SHARED, Action
from bot.domain.limits import ADDED_WITHIN
from bot.domain.privacy.childs_say import keeps_faces
from bot.domain.privacy.retention import kept
from bot.queries.circle import people

_CHILD = select(child).where(child.c.id == bindparam("child"))
_MEMBERS = select(member).where(member.c.child_id == bindparam("child")).order_by(member.c.id)
_MEMBER = select(member).where(member.c.id == bindparam("key"))
_LOCK = select(child.c.id).where(child.c.id == bindparam("child")).with_for_update()
_OF_PERSON = (
    select(member.c.child_id)
    .where(member.c.person_id == bindparam("person"), member.c.state == MemberState.ACTIVE)
    .order_by(member.c.child_id)
)
TO_REMOVE = (
    select(member)
    .where(member.c.remove_at.is_not(None), member.c.remove_at <= NOW)
    .order_by(member.c.remove_at)
    .limit(LIMIT)
)


class NewChild(TypedDict):
    """What must be known of a child."""

    call_name: str
    birth_year: int
    birth_month: int | None
    country: str
    time_zone: str
    slot: str
    minute: int
    created_by: NotRequired[int]


class ChildChanges(TypedDict, total=False):
    """Columns of a child that may be set."""

    country: str
    time_zone: str
    minute: int
    separate_lines: bool
    sharing_stopped_at: datetime | None
    sharing_stopped_by: int | None
    idle_at: datetime | None
    idle_asked: int
    erase_at: datetime | None


class NewMember(TypedDict):
    """What must be known of an adult of a circle."""

    child_id: int
    person_id: int
    role: Role
    kin: str
    called: str
    state: MemberState
    at_home: bool
    invited_by: NotRequired[int | None]


class MemberChanges(TypedDict, total=False):
    """Columns of a place in a circle that may be set."""

    state: MemberState
    role: Role
    at_home: bool
    kin: str
    away_until: datetime | None
    suspended_at: datetime | None
    suspended_by: int | None
    remove_at: datetime | None
    removed_by: int | None
    closed_at: datetime | None
    new_until: datetime | None


def _child(row: Row[Any]) -> Child:
    return Child(
        id=row.id,
        name=row.call_name,
        birth_year=row.birth_year,
        birth_month=row.birth_month,
        country=row.country,
        zone=row.time_zone,
        paused_until=row.paused_until,
        separate_lines=bool(row.separate_lines),
        slot=row.slot,
        minute=row.minute,
        sharing_stopped=row.sharing_stopped_at is not None,
        sharing_stopped_by=row.sharing_stopped_by,
        keeps_faces=bool(row.keeps_faces),
        rhythm=row.rhythm or "daily",
        offered_rhythm=row.offered_rhythm or "",
        second_slot=row.second_slot or "",
        letter_hour=row.letter_hour or "",
    )


def _member(tx: Tx, row: Row[Any]) -> Member:
    return Member(
        id=row.id,
        child_id=row.child_id,
        person_id=row.person_id,
        role=Role(row.role),
        kin=row.kin,
        called=row.called,
        state=MemberState(row.state),
        at_home=row.at_home,
        joined_at=row.joined_at,
        away_until=row.away_until,
        invited_by=row.invited_by,
        is_suspended=row.suspended_at is not None,
        is_removed=row.remove_at is not None,
        is_closed=row.closed_at is not None,
        is_new=row.new_until is not None and (row.new_until > tx.now or not tx.sure),
    )


def get(tx: Tx, child_id: int) -> Circle | None:
    """A child's circle with every member, in the order they joined."""
    return tx.once(("circle", child_id), lambda: _get(tx, child_id))


def _get(tx: Tx, child_id: int) -> Circle | None:
    row = tx.first(_CHILD, {"child": child_id})
    if row is None:
        return None
    members = tx.all(_MEMBERS, {"child": child_id})
    return Circle(_child(row), tuple(_member(tx, each) for each in members))


def membership(tx: Tx, child_id: int, person_id: int, action: Action) -> tuple[Circle, Member] | None:
    """The circle and this person's place in it; none for whom the table of roles does not allow `action` here."""
    circle = get(tx, child_id)
    found = circle.place(person_id) if circle else None
    if circle is None or found is None or not found.may(action):
        return None
    return (circle, found) if action in WHILE_NOT_SHARED or not circle.child.sharing_stopped else None


def of_person(tx: Tx, person_id: int, action: Action = Action.TAKE_PART) -> list[tuple[Circle, Member]]:
    """Every circle in which this person may do `action`, the oldest first."""
    found = (membership(tx, each, person_id, action) for each in _children(tx, person_id))
    return [each for each in found if each]


def _children(tx: Tx, person_id: int) -> list[int]:
    return tx.once(("of", person_id), lambda: [row.child_id for row in tx.all(_OF_PERSON, {"person": person_id})])


def has_several(tx: Tx, person_id: int) -> bool:
    """Whether this person takes part around more than one child."""
    return len(_children(tx, person_id)) > 1


def closed_to(tx: Tx, person_id: int) -> list[tuple[Circle, Member]]:
    """The circles of this person in which another adult has to say first who they are, and their place there."""
    found = (get(tx, each) for each in _children(tx, person_id))
    return [(each, me) for each in found if each and (me := each.member(person_id)) and me.is_closed]


def add_child(tx: Tx, **values: Unpack[NewChild]) -> int:
    """A new child; its number."""
    begun = {"created_at": tx.now, "idle_at": tx.now + kept("idle")}
    return tx.add(child, **begun, separate_lines=False, **values)


def added_by(tx: Tx, child_id: int) -> int | None:
    """Who has added a child, as long as that person is known."""
    found: int | None = tx.scalar(select(child.c.created_by).where(child.c.id == child_id))
    return found


_ADDED = (
    select(func.count())
    .select_from(member)
    .where(
        member.c.person_id == bindparam("person"),
        member.c.invited_by.is_(None),
        or_(member.c.state == MemberState.ACTIVE, member.c.joined_at > bindparam("since", type_=Instant)),
    )
)


def added_by_person(tx: Tx, person_id: int) -> int:
    """How many children somebody has added whom they look after still, or whom they added lately."""
    return int(tx.scalar(_ADDED, {"person": person_id, "since": tx.now - ADDED_WITHIN}))


def change_child(tx: Tx, child_id: int, **values: Unpack[ChildChanges]) -> None:
    """Set columns of one child."""
    tx.change(update(child).where(child.c.id == child_id).values(**values))


def lock(tx: Tx, child_id: int) -> None:
    """Let nobody else change this circle until the transaction ends."""
    tx.scalar(_LOCK, {"child": child_id})


def pause(tx: Tx, child_id: int, until: datetime) -> bool:
    """Pause the check-ins about a child; false when they pause until then already."""
    other = or_(child.c.paused_until.is_(None), child.c.paused_until != until)
    return tx.change(update(child).where(child.c.id == child_id, other).values(paused_until=until)) == 1


def resume(tx: Tx, child_id: int) -> bool:
    """End a pause before its time; false when there is none."""
    paused = child.c.paused_until > tx.now
    return tx.change(update(child).where(child.c.id == child_id, paused).values(paused_until=None)) == 1


def change_slot(tx: Tx, child_id: int, slot: str, minute: int) -> bool:
    """Ask about a child once a day, at this time; false when it is so already."""
    other = or_(child.c.slot != slot, child.c.second_slot.is_not(None))
    values = {"slot": slot, "minute": minute, "second_slot": None}
    return tx.change(update(child).where(child.c.id == child_id, other).values(**values)) == 1


def add_slot(tx: Tx, child_id: int, slot: str) -> bool:
    """Ask about a child at a second time of the day, too; false when it is so already."""
    other = child.c.slot != slot, func.coalesce(child.c.second_slot, "") != slot
    return tx.change(update(child).where(child.c.id == child_id, *other).values(second_slot=slot)) == 1


def change_rhythm(tx: Tx, child_id: int, rhythm: str) -> bool:
    """Ask about a child on other days; false when it is those already."""
    other = func.coalesce(child.c.rhythm, "daily") != rhythm
    return tx.change(update(child).where(child.c.id == child_id, other).values(rhythm=rhythm)) == 1


def offer_rhythm(tx: Tx, child_id: int, rhythm: str) -> None:
    """These days have been offered."""
    tx.change(update(child).where(child.c.id == child_id).values(offered_rhythm=rhythm))


def join(tx: Tx, **values: Unpack[NewMember]) -> int:
    """Put a person into a circle, or put them there anew in another state; the member's number."""
    old = tx.scalar(
        select(member.c.id).where(member.c.child_id == values["child_id"], member.c.person_id == values["person_id"])
    )
    if old is not None:
        tx.change(update(member).where(member.c.id == old).values(joined_at=tx.now, **values))
        return int(old)
    return tx.add(member, joined_at=tx.now, **values)


def member_by_id(tx: Tx, member_id: int) -> Member | None:
    """One member, active or not."""
    row = tx.first(_MEMBER, {"key": member_id})
    return _member(tx, row) if row else None


def change_member(tx: Tx, member_id: int, was: MemberState, **values: Unpack[MemberChanges]) -> bool:
    """Set columns of a member who is in state `was`; whether they were."""
    return tx.change(update(member).where(member.c.id == member_id, member.c.state == was).values(**values)) == 1


def to_remove(tx: Tx, limit: int) -> list[Member]:
    """Those who were put out and to whose leaving nobody has objected within the time."""
    return [_member(tx, row) for row in tx.all(TO_REMOVE, {"now": tx.now, "limit": limit})]


def end_place(tx: Tx, member_id: int) -> bool:
    """Out for good, unless somebody has objected meanwhile."""
    gone = {"remove_at": None, "removed_by": None, "suspended_at": None, "suspended_by": None, "closed_at": None}
    is_due = (member.c.id == member_id, member.c.remove_at <= tx.now)
    return tx.change(update(member).where(*is_due).values(state=MemberState.LEFT, away_until=None, **gone)) == 1


def health_notes(tx: Tx, child_id: int, person_id: int) -> bool:
    """As `agreed`, for who has no circle at hand."""
    circle = get(tx, child_id)
    return circle is not None and agreed(tx, circle, person_id)


def agreed(tx: Tx, circle: Circle, person_id: int) -> bool:
    """Whether notes about health may pass from this person: they agreed, and no parent of the child declined."""
    concerned = {each.person_id for each in circle.parents} | {person_id}
    known = people.get_many(tx, concerned)
    return all(known[each].health_notes is not False for each in concerned)


def faces_told(tx: Tx, child_id: int, person_id: int) -> bool:
    """Whether how the child is may pass from this person as one of four faces: a teenager has a say in it."""
    circle = get(tx, child_id)
    return circle is not None and not keeps_faces(circle.child, tx.now) and agreed(tx, circle, person_id)
