"""A class has a year: before it is over somebody is offered to carry it on, and it never ends in silence."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.names import NAME_LIMIT
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.privacy.retention import kept

OFFERED_BEFORE = timedelta(days=30)
BACK_WITHIN = kept("rosters")

_HAN = "一二三四五六七八九"
_GRADE = re.compile(rf"\d+|[{_HAN}]")


@dataclass(frozen=True, slots=True)
class CarryAsked(Event):
    """To who has the class: it ends, or has ended; does it go on, and under which name?"""

    while_stopped = Told.NOBODY
    hushed = True
    class_id: int


@dataclass(frozen=True, slots=True)
class CarryDeclined(Event):
    """To who has said that it ends."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassCarried(Event):
    """To the families and to who has the class: it goes on; `was` is what it was called before."""

    while_stopped = Told.AT_HOME
    class_id: int
    was: str


@dataclass(frozen=True, slots=True)
class ClassRenamed(Event):
    """To the same people: only the name is another."""

    while_stopped = Told.AT_HOME
    class_id: int
    was: str


@dataclass(frozen=True, slots=True)
class ClassEnded(Event):
    """To the families: its notices come no more."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassOver(Event):
    """To who taught it and to who leads the school: it has ended, and how it is brought back."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassCloseAsked(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class PosterRests(Event):
    """To who scans the poster of a class that has ended, or that nobody teaches now."""

    while_stopped = Told.NOBODY
    class_id: int


def next_name(name: str) -> str:
    """What a class is called a year later: 3B is 4B then; what has no number, or the last one, stays as it is."""
    found = _GRADE.search(name)
    if found is None:
        return name
    grade = found.group()
    if grade.isdigit():
        after = str(int(grade) + 1) if len(grade) <= 2 else grade  # 2026 is no grade
    else:
        after = (_HAN + _HAN[-1])[_HAN.index(grade) + 1]
    return name[: found.start()] + after + name[found.end() :]


def distinct(name: str, taken: Collection[str], teacher: str) -> str:
    """A name that no other class of the school has: else with who teaches it, else with a number."""
    known = {each.casefold() for each in taken}
    if name.casefold() not in known:
        return name
    with_teacher = f"{name} {teacher}".strip()[:NAME_LIMIT].rstrip()
    counted = (f"{name[: NAME_LIMIT - 4]} {number}" for number in range(2, len(known) + 3))
    return next(each for each in (with_teacher, *counted) if each.casefold() not in known)


def offered_at(ends_at: datetime) -> datetime:
    """When somebody is asked whether the class goes on."""
    return ends_at - OFFERED_BEFORE


def may_come_back(ends_at: datetime, now: datetime) -> bool:
    """Whether a class goes on, or can be brought back, under the same children."""
    return now < ends_at + BACK_WITHIN


def tell_offered(class_id: int, to: Iterable[int]) -> list[Notification]:
    """Whoever has the class; where it has nobody, those who lead the school."""
    return [Notification(each, CarryAsked(class_id), Lane.NOTICE, card_of(class_id)) for each in to]


def tell_over(class_id: int, to: Iterable[int], families: Iterable[int]) -> list[Notification]:
    """Teacher, leads and families: what has ended is said to all of them."""
    over = [Notification(each, ClassOver(class_id), Lane.NOTICE, card_of(class_id), written=True) for each in to]
    return [*over, *_tell_families(ClassEnded(class_id), families)]


def tell_carried(class_id: int, was: str, families: Iterable[int]) -> list[Notification]:
    """Once; of several changes while they sleep only the last."""
    return _tell_families(ClassCarried(class_id, was), families)


def tell_renamed(class_id: int, was: str, families: Iterable[int]) -> list[Notification]:
    """As `tell_carried`."""
    return _tell_families(ClassRenamed(class_id, was), families)


def tell_settled(about: ClassCarried | CarryDeclined, to: Iterable[int]) -> list[Notification]:
    """One of those who were asked has answered: the cards of the others say so where they stand, silently."""
    return [Notification(each, about, Lane.REPLY, card_of(about.class_id), edits_card=True) for each in to]


def card_of(class_id: int) -> str:
    """The message in which somebody reads how it stands with a class's year."""
    return f"class_year:{class_id}"


def _tell_families(about: ClassCarried | ClassRenamed | ClassEnded, families: Iterable[int]) -> list[Notification]:
    return [Notification(each, about, Lane.NOTICE, card_of(about.class_id), written=True) for each in families]
