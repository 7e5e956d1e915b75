"""Slips: a paper for each pupil with a code for who is at home and one for the parent far away; each opens once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.joining import MemberJoined, Welcomed
from bot.domain.notifications import Event, Lane, Notification, Told

SLIP = "slip"  # the dialogue of who has opened one
LIFETIME = timedelta(days=60)
TIMES_A_DAY = 20  # that slips of one class are made
USUAL_AGE = 9  # where the list of a class names no year at all


@dataclass(frozen=True, slots=True)
class SchoolPlaceAsked(Event):
    """Where is the school? No family of it has said so yet; a child who comes by a slip lives there."""

    while_stopped = Told.NOBODY
    class_id: int
    country: str = ""


@dataclass(frozen=True, slots=True)
class SlipsAsked(Event):
    """Some have a paper already: which are made?"""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class SlipOneAsked(Event):
    """Whose paper is made once more?"""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class SlipsMade(Event):
    """The papers as a file; `tokens` are two for each pupil, for home and for far away."""

    while_stopped = Told.NOBODY
    takes_long = True
    class_id: int
    pupils: tuple[int, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlipsEnough(Event):
    """Enough papers of one class for one day."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class SlipOpened(Event):
    """To the teacher: a pupil's family has come by it; there is nothing to do."""

    while_stopped = Told.NOBODY
    silent = True
    class_id: int
    pupil_id: int
    role: str


@dataclass(frozen=True, slots=True)
class SlipWrongAsked(Event):
    """To the teacher: was it another family?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class SlipWrong(Event):
    """To the teacher: they are out of the class, and the paper of this pupil can be made anew."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class SlipShown(Event):
    """To who has opened one: what the school does and sees, and who are you? `called` is a place in `call_names`."""

    while_stopped = Told.EVERYBODY
    pupil_id: int
    role: str
    called: int = 0


@dataclass(frozen=True, slots=True)
class SlipChildAsked(Event):
    """To who has children here already: is it one of them?"""

    while_stopped = Told.EVERYBODY
    pupil_id: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SlipClosed(Event):
    """To who has opened a code that was used, has run out, or was made anew."""

    while_stopped = Told.EVERYBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class SlipRefused(Event):
    """The family would rather not; the code still works."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class SlipOther(Event):
    """You are in; to who was the first of a family with a role: whom the other code on the paper is for."""

    while_stopped = Told.EVERYBODY
    child_id: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class BornAsked(Event):
    """When was the child born? Nothing waits for it: a year, then a month, then thanks."""

    while_stopped = Told.EVERYBODY
    child_id: int
    year: int = 0
    month: int = 0


def tell_opened(class_id: int, pupil_id: int, role: Role, teachers: Iterable[int]) -> list[Notification]:
    """Softly: an evening may bring forty of them."""
    about = SlipOpened(class_id, pupil_id, role.value)
    return [Notification(each, about, Lane.NOTICE, merge=f"slips:{class_id}") for each in teachers]


def tell_came(circle: Circle, joiner: Member) -> list[Notification]:
    """By the school's paper: nobody was asked, and everybody of the circle learns who came in."""
    others = [each for each in circle.active if each.person_id != joiner.person_id]
    return [
        Notification(joiner.person_id, Welcomed(circle.child.id), Lane.REPLY),
        *(
            Notification(each.person_id, MemberJoined(circle.child.id, joiner.person_id), Lane.NOTICE)
            for each in others
        ),
    ]


def birth_year(written: int | None, class_years: list[int], this_year: int) -> int:
    """The year on the list; else that of most of the class; else that of a child in the middle of primary school."""
    if written is not None:
        return written
    return max(class_years, key=class_years.count) if class_years else this_year - USUAL_AGE
