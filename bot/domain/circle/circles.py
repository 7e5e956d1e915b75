"""The circle: one child and the adults around them."""

from datetime import date, datetime
from enum import StrEnum
from operator import itemgetter

from bot.domain.circle.roles import NOT_WHILE_NEW, WHILE_CLOSED, Action, Standing, may
from bot.domain.local_time import last_at, minute_in_slot, next_at
from bot.records import record


class Role(StrEnum):
    """What an adult is in a circle."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    STAND_IN = "stand_in"
    NEAR = "near"

    @property
    def is_at_home(self) -> bool:
        """Whether who joins as this lives with the child."""
        return self is Role.GUARDIAN

    def takes(self, kin: str) -> bool:
        """Whether somebody can be this to the child in this role: who is near is nobody of the family by one tap."""
        return (kin in NEAR_KIN) == (self is Role.NEAR)


NEAR_KIN = frozenset({"neighbour", "relative", "director", "near_teacher", "near_other"})


class MemberState(StrEnum):
    """Where an adult stands with a circle."""

    PENDING = "pending"
    ACTIVE = "active"
    LEFT = "left"
    REFUSED = "refused"


@record(frozen=True, slots=True)
class Child:
    """The child whom a circle is about; the name is the one the family calls them by."""

    id: int
    name: str
    birth_year: int
    birth_month: int | None  # not said yet
    country: str
    zone: str
    paused_until: datetime | None
    separate_lines: bool
    slot: str
    minute: int
    sharing_stopped: bool = False
    sharing_stopped_by: int | None = None
    keeps_faces: bool = False
    rhythm: str = "daily"
    offered_rhythm: str = ""
    second_slot: str = ""
    letter_hour: str = ""

    def is_paused(self, now: datetime) -> bool:
        """Whether the household pauses at `now`: nothing is asked, no idea is offered."""
        return self.paused_until is not None and self.paused_until > now

    def slot_at(self, instant: datetime) -> tuple[str, datetime]:
        """The slot that was due last, and when that was."""
        return max(((slot, last_at(instant, at, self.zone)) for slot, at in self._minutes()), key=itemgetter(1))

    def next_slot(self, after: datetime) -> datetime:
        """When the next slot is due."""
        return min(next_at(after, at, self.zone) for _slot, at in self._minutes())

    def _minutes(self) -> list[tuple[str, int]]:
        second = [(self.second_slot, minute_in_slot(self.second_slot, self.id))] if self.second_slot else []
        return [(self.slot, self.minute), *second]

    def years(self, today: date) -> int:
        """Whole years of age on `today`, from birth year and month."""
        return today.year - self.birth_year - (today.month < (self.birth_month or 1))


_STANDING = {each: Standing(each.value) for each in Role}  # of those who take part


@record(frozen=True, slots=True)
class Member:
    """One adult in one circle; `called` is the name fixed by the circle, `kin` who they are to the child."""

    id: int
    child_id: int
    person_id: int
    role: Role
    kin: str
    called: str
    state: MemberState
    at_home: bool
    joined_at: datetime
    away_until: datetime | None = None
    invited_by: int | None = None
    is_suspended: bool = False
    is_removed: bool = False
    is_closed: bool = False
    is_new: bool = False

    @property
    def is_active(self) -> bool:
        """Whether this adult takes part now: approved, not held, and not gone."""
        return self.state == MemberState.ACTIVE and not (self.is_removed or self.is_suspended)

    @property
    def standing(self) -> Standing:
        """What this adult is to the child now."""
        if self.state == MemberState.PENDING:
            return Standing.PENDING
        if self.state != MemberState.ACTIVE:
            return Standing.STRANGER
        if self.is_removed:
            return Standing.REMOVED
        return Standing.SUSPENDED if self.is_suspended else _STANDING[self.role]

    def may(self, action: Action) -> bool:
        """Whether this adult may do this in their circle now."""
        if (self.is_closed and action not in WHILE_CLOSED) or (self.is_new and action in NOT_WHILE_NEW):
            return False
        return may(self.standing, action)


@record(frozen=True, slots=True)
class Circle:
    """A child with every member, active or not; the lists below hold active members only.

    Who is near stands in a list of their own, and in none of the others: whatever goes to “everybody” is not theirs.
    """

    child: Child
    members: tuple[Member, ...]

    def member(self, person_id: int) -> Member | None:
        """The active member who is this person."""
        return next((each for each in self.active if each.person_id == person_id), None)

    @property
    def active(self) -> tuple[Member, ...]:
        """All who take part now."""
        return tuple(each for each in self.members if each.is_active and each.role is not Role.NEAR)

    @property
    def near(self) -> tuple[Member, ...]:
        """Those near home, who take no part but for one step of a ladder."""
        return tuple(each for each in self.members if each.is_active and each.role is Role.NEAR)

    def place(self, person_id: int) -> Member | None:
        """The active member who is this person, be it only near."""
        return next((each for each in self.members if each.is_active and each.person_id == person_id), None)

    @property
    def parents(self) -> tuple[Member, ...]:
        """The parents, wherever they are."""
        return self._with(Role.PARENT)

    @property
    def guardians(self) -> tuple[Member, ...]:
        """Those who bring the child up."""
        return self._with(Role.GUARDIAN)

    @property
    def stand_ins(self) -> tuple[Member, ...]:
        """Those who step in."""
        return self._with(Role.STAND_IN)

    @property
    def household(self) -> tuple[Member, ...]:
        """Those who live with the child."""
        return tuple(each for each in self.active if each.at_home)

    def askable(self, now: datetime) -> tuple[Member, ...]:
        """Whom a check-in asks: the guardians who are not away, and while all are away the stand-ins."""
        present = tuple(each for each in self.guardians if not (each.away_until and each.away_until > now))
        return present or self.stand_ins

    def others(self, person_id: int) -> tuple[Member, ...]:
        """Everybody active but this person."""
        return tuple(each for each in self.active if each.person_id != person_id)

    def who_know(self, person_id: int) -> tuple[Member, ...]:
        """Everybody active but this person, and but the other parent where parents are on separate lines."""
        who = next((each for each in self.members if each.person_id == person_id), None)
        return tuple(each for each in self.others(person_id) if who is None or not self.hides(who, each.person_id))

    def hides(self, other: Member, person_id: int) -> bool:
        """Whether `other` is a parent of whom this person, the other parent, sees nothing (separate lines)."""
        mine = self.member(person_id)
        both = mine is not None and mine.role == other.role == Role.PARENT
        return self.child.separate_lines and both and other.person_id != person_id

    def _with(self, role: Role) -> tuple[Member, ...]:
        return tuple(each for each in self.active if each.role == role)
