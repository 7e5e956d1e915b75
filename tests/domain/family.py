"""A child and the adults around it, with what a rule looks at; whoever is not named stands for nobody in particular."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.circle.circles import Child, Circle, Member, MemberState, Role
from bot.domain.notifications import Event, Lane, Notification
from bot.domain.people import Person

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # Monday, 20:00 where the child lives
LILY = Child(7, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, separate_lines=False, slot="evening", minute=1090)

MOTHER, FATHER, GRANDMA, GRANDPA, AUNT, NOBODY = 1, 2, 3, 4, 5, 99
ROLES = {
    MOTHER: Role.PARENT,
    FATHER: Role.PARENT,
    GRANDMA: Role.GUARDIAN,
    GRANDPA: Role.GUARDIAN,
    AUNT: Role.STAND_IN,
}


def adult(person: int, role: Role | None = None, **other: Any) -> Member:
    """One of them in Lily's circle; the place has ten times the person's number."""
    role = role or ROLES[person]
    return replace(Member(person * 10, 7, person, role, "kin", "X", MemberState.ACTIVE, role.is_at_home, NOW), **other)


def circle(*adults: int | Member, **child: Any) -> Circle:
    """Lily's circle with these adults."""
    members = tuple(each if isinstance(each, Member) else adult(each) for each in adults)
    return Circle(replace(LILY, **child), members)


def whole(**child: Any) -> Circle:
    """Two parents, two who bring Lily up, one who stands in."""
    return circle(*ROLES, **child)


def person(number: int = MOTHER, zone: str = "UTC", **other: Any) -> Person:
    """Somebody who has agreed to everything and has no quiet hours."""
    known = Person(number, number, "Mei", "en", zone, None, True, True, True, None, None, False, None, True, False)
    return replace(known, **other)


def people(members: Iterable[Member]) -> list[int]:
    """Who they are."""
    return [each.person_id for each in members]


def heard(tells: Iterable[Notification]) -> list[tuple[int, str, Lane]]:
    """Who is told what, and how soon."""
    return [(each.to, type(each.event).__name__, each.lane) for each in tells]


def told(tells: Iterable[Notification], event: type[Event]) -> list[int]:
    """Who is told this."""
    return [each.to for each in tells if isinstance(each.event, event)]
