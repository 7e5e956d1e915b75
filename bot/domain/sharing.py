"""❄️ Nothing new about a child is passed on: Homeline decides no custody, it only stops."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain import (
    absences,
    approvals,
    circle_places,
    illness_tellings,
    joining,
    leaving,
    notices,
    school_illness,
    school_words,
    schools,
)
from bot.domain.circle import Circle, Member
from bot.domain.tell import About, Lane, Tell


@dataclass(frozen=True, slots=True)
class StopAskedOfSharing(About):
    """Is it meant?"""

    child_id: int


@dataclass(frozen=True, slots=True)
class SharingStopped(About):
    """Everybody: nothing new is passed on; not who wanted it. `ill`: the reader knows of an illness that goes on."""

    child_id: int
    ill: bool = False


@dataclass(frozen=True, slots=True)
class SharingResumed(About):
    """Everybody: it is as before."""

    child_id: int


@dataclass(frozen=True, slots=True)
class IllWhileStopped(About):
    """🤒: the danger card all the same, and plainly that nothing is passed on."""

    child_id: int


def _names(*modules: object) -> frozenset[str]:
    found = (each for module in modules for each in vars(module).values())
    return frozenset(each.__name__ for each in found if isinstance(each, type) and issubclass(each, About))


# Who is in the circle, and how it stands, is told as ever.
STILL_TOLD = _names(approvals, circle_places, joining, leaving) | {SharingStopped.__name__, SharingResumed.__name__}
# The school speaks to those with whom the child lives, as ever.
TOLD_AT_HOME = _names(absences, illness_tellings, notices, school_illness, school_words, schools)


def keeps_back(kind: str, *, at_home: bool) -> bool:
    """Whether a telling about this child stays unsaid to an adult of the circle while sharing is stopped."""
    return kind not in STILL_TOLD and not (at_home and kind in TOLD_AT_HOME)


def may_resume(circle: Circle, person_id: int) -> bool:
    """Who has stopped it; where they cannot, the operator may."""
    return circle.child.is_frozen and circle.child.frozen_by == person_id


def tell_stopped(circle: Circle, by: int | None, knowing: Collection[int]) -> list[Tell]:
    """Everybody but who did it; those who wait for news of an illness at once, for now none comes."""
    return [
        Tell(
            each.person_id,
            SharingStopped(circle.child.id, ill=each.person_id in knowing),
            Lane.URGENT if each.person_id in knowing else Lane.NOTICE,
        )
        for each in _others(circle, by)
    ]


def tell_resumed(circle: Circle, by: int | None) -> list[Tell]:
    """Everybody but who did it."""
    return [Tell(each.person_id, SharingResumed(circle.child.id), Lane.NOTICE) for each in _others(circle, by)]


def _others(circle: Circle, by: int | None) -> list[Member]:
    return [each for each in circle.active if each.person_id != by]
