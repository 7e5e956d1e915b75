"""The adults of a circle: holding a place, putting somebody out, and separate lines."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Standing
from bot.domain.notifications import Event, Lane, Notification, Told

FINAL_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class CircleChildAsked(Event):
    """Which child's circle?"""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class CircleShown(Event):
    """Who is in it, as far as this reader may know, and what can be done."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class LinesAsked(Event):
    """Shall the parents know nothing of each other?"""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class LinesChanged(Event):
    """What is so from now on; not who wanted it."""

    while_stopped = Told.EVERYBODY
    child_id: int
    separate: bool


@dataclass(frozen=True, slots=True)
class PlaceSuspended(Event):
    """To the phone that may be in other hands: the circle rests here; by its number the operator finds the place."""

    while_stopped = Told.EVERYBODY
    child: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class PlaceOpened(Event):
    """The circle is open on this phone again."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class PlaceEnded(Event):
    """To who was put out: no names, no reasons; by its number the operator finds the place."""

    while_stopped = Told.EVERYBODY
    child: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class MemberSuspended(Event):
    """The others: nothing goes to that phone; `nobody` when nobody is left who can be asked at home."""

    while_stopped = Told.EVERYBODY
    child_id: int
    member_id: int
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class MemberOpened(Event):
    """The others: that place is open again."""

    while_stopped = Told.EVERYBODY
    child_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class RemoveAsked(Event):
    """Is it meant?"""

    while_stopped = Told.EVERYBODY
    child_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class MemberRemoved(Event):
    """The others: somebody is put out, for good at `final_at` unless one of them objects."""

    while_stopped = Told.EVERYBODY
    child_id: int
    member_id: int
    final_at: datetime
    nobody: bool = False


def can_suspend(circle: Circle, me: int, other: Member) -> bool:
    """Somebody else's place, as long as it is open."""
    return other.is_active and _is_known(circle, me, other)


def can_open(circle: Circle, me: int, other: Member) -> bool:
    """Anybody but the one whose place it is."""
    return other.standing is Standing.SUSPENDED and _is_known(circle, me, other)


def can_remove(circle: Circle, me: int, other: Member) -> bool:
    """Whether their place is open or held."""
    return (other.is_active or other.standing is Standing.SUSPENDED) and _is_known(circle, me, other)


def can_keep(circle: Circle, me: int, other: Member) -> bool:
    """Whoever is not the one put out may object."""
    return other.standing is Standing.REMOVED and _is_known(circle, me, other)


def may_change_lines(circle: Circle, me: int) -> bool:
    """Anybody of the family draws a line; no parent takes it away from another, be they held, waiting or gone."""
    mine = circle.member(me)
    alone = mine is not None and not any(circle.hides(each, me) for each in circle.members)
    return not circle.child.separate_lines or alone


def tell_lines(circle: Circle, by: int, *, separate: bool) -> list[Notification]:
    """The others learn what is so from now on."""
    return [
        Notification(each.person_id, LinesChanged(circle.child.id, separate), Lane.NOTICE) for each in circle.others(by)
    ]


def tell_suspended(circle: Circle, by: int, held: Member) -> list[Notification]:
    """`circle` is as it is afterwards."""
    about = MemberSuspended(circle.child.id, held.id, _nobody(circle))
    return [
        Notification(held.person_id, PlaceSuspended(circle.child.name, number_of(held)), Lane.REPLY),
        *_to_others(circle, by, held, about),
    ]


def tell_opened(circle: Circle, by: int, other: Member) -> list[Notification]:
    """`circle` is as it is afterwards."""
    about = MemberOpened(circle.child.id, other.id)
    return [
        Notification(other.person_id, PlaceOpened(circle.child.id), Lane.REPLY),
        *(each for each in _to_others(circle, by, other, about)),
    ]


def tell_removed(circle: Circle, by: int, other: Member, final_at: datetime) -> list[Notification]:
    """`circle` is as it is afterwards."""
    about = MemberRemoved(circle.child.id, other.id, final_at, _nobody(circle))
    return [
        Notification(other.person_id, PlaceEnded(circle.child.name, number_of(other)), Lane.REPLY),
        *_to_others(circle, by, other, about),
    ]


def number_of(member: Member) -> str:
    """What somebody whose place is closed tells the operator."""
    return f"{member.child_id}-{member.id}"


def card_of(member_id: int) -> str:
    """The message in which the others see what has become of a place."""
    return f"place:{member_id}"


def _to_others(circle: Circle, by: int, other: Member, about: Event) -> list[Notification]:
    told = [each.person_id for each in circle.others(by) if _is_known(circle, each.person_id, other)]
    return [Notification(each, about, Lane.NOTICE, card=card_of(other.id)) for each in told]


def _is_known(circle: Circle, me: int, other: Member) -> bool:
    return other.person_id != me and not circle.hides(other, me)


def _nobody(circle: Circle) -> bool:
    return not circle.guardians and not circle.stand_ins
