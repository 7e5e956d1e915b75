"""A guardian is away: the stand-ins are asked until then."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class AwayAsked(Event):
    """Until when?"""

    while_stopped = Told.NOBODY
    page: str = ""  # the days to choose from: “near”, or a month such as 202612


@dataclass(frozen=True, slots=True)
class AwaySet(Event):
    """Who is asked meanwhile, or that nobody is, with a way to invite somebody."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class WelcomeBack(Event):
    """This guardian is asked again."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class GuardianAway(Event):
    """Told to the other adults: who is away until when, and who is asked."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int
    until: datetime


@dataclass(frozen=True, slots=True)
class GuardianBack(Event):
    """Told to the other adults."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int


def can_be_away(member: Member) -> bool:
    """Guardians are asked; so only they hand over."""
    return member.may(Action.BE_AWAY)


def is_away(member: Member, now: datetime) -> bool:
    """Whether this guardian has handed over at `now`."""
    return member.away_until is not None and member.away_until > now


def tell_away(circle: Circle, who: int, until: datetime) -> list[Notification]:
    """The stand-ins and the parents hear that this guardian is away, in the lane of the question that may follow."""
    about = GuardianAway(circle.child.id, who, until)
    return [Notification(each.person_id, about, Lane.ROUTINE, card=_card(circle, who)) for each in circle.others(who)]


def tell_back(circle: Circle, who: int, unaware: Collection[int] = ()) -> list[Notification]:
    """Those who heard of the absence hear of its end; `unaware` are those whose first news still waited."""
    about = GuardianBack(circle.child.id, who)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=_card(circle, who))
        for each in circle.others(who)
        if each.person_id not in unaware
    ]


def card(child_id: int, who: int) -> str:
    """The name of the card that says where a guardian is."""
    return f"away:{child_id}:{who}"


def _card(circle: Circle, who: int) -> str:
    return card(circle.child.id, who)
