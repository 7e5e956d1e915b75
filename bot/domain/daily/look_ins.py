"""Looking in: who is near home is asked to, by the last step of a ladder, and says what came of it.

They read the child's call name, the guardian's, and since when. What they say goes to the parents under their own name:
it is no sign of life from home, so nothing that home is asked is settled by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.circle.circles import Circle
from bot.domain.daily.escalation import home
from bot.domain.local_time import by_day
from bot.domain.notifications import Event, Lane, Notification, Told


class Why(StrEnum):
    """Why somebody near is asked; they read of neither more than names and since when."""

    SILENCE = "silence"
    HELP = "help"  # a child is ill, and no parent and nobody who steps in can be reached; of that they read no word


class Said(StrEnum):
    """What somebody near has answered; `asked` is nothing yet, or what they had said was taken back."""

    ASKED = "asked"
    GOING = "going"
    WELL = "well"  # was there
    CALL = "call"  # would like a parent to call: so also where something is not well
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class LookIn:
    """That one person was asked about one child."""

    id: int
    child_id: int
    person_id: int
    why: Why
    asked_at: datetime
    said: Said
    said_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class LookInAsked(Event):
    """Somebody near: nothing comes from that home; as it stands now, for all its children whom they are asked about."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class LookInOver(Event):
    """Somebody near, who was asked: home is in touch again, or is no longer asked."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class LookInSaid(Event):
    """The parents: what somebody near has said, of these children; at home only that they are on their way."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int
    said: str
    at: datetime
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpAsked(Event):
    """Somebody near: at that home somebody could use them now, and no word of why."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    child_id: int


@dataclass(frozen=True, slots=True)
class HelpOver(Event):
    """Somebody near, who was asked: they are not needed any more."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class HelpSought(Event):
    """At home, where a child is ill and nobody of the family can be reached: who is near is asked."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class HelpSaid(Event):
    """At home, and to the parents once they are back: what somebody near has said."""

    while_stopped = Told.EVERYBODY
    child_id: int
    by: int
    said: str
    at: datetime


def card_of(circle: Circle, why: Why = Why.SILENCE) -> str:
    """The message in which somebody near sees one home, with all its children."""
    return f"{why}:{'.'.join(map(str, home(circle)))}"


def shown(asked: LookIn) -> Event:
    """The card as it stands now, for who is near."""
    return HelpAsked(asked.child_id) if asked.why is Why.HELP else LookInAsked(asked.child_id)


def tell_help_asked(circle: Circle, near: Iterable[int], at_home: Iterable[int]) -> list[Notification]:
    """At once, also at night; at home they know whom to expect."""
    child_id, card = circle.child.id, card_of(circle, Why.HELP)
    return [
        *(Notification(each, HelpAsked(child_id), Lane.URGENT, card=card, written=True) for each in near),
        *(Notification(each, HelpSought(child_id), Lane.URGENT, written=True) for each in at_home),
    ]


def tell_help_said(circle: Circle, by: int, said: Said, at_home: Iterable[int], now: datetime) -> list[Notification]:
    """Those at home, who wait for it, and the parents, whose phones hold it until they are back."""
    about = HelpSaid(circle.child.id, by, said, now)
    told = dict.fromkeys([*at_home, *(each.person_id for each in circle.parents)])
    return [Notification(each, about, Lane.URGENT, written=True) for each in told]


def tell_asked(circle: Circle, near: Mapping[int, str], now: datetime) -> list[Notification]:
    """These are asked, each in the day of their own zone; a person has named them for it, so it is not left out."""
    about, card = LookInAsked(circle.child.id), card_of(circle)
    return [
        Notification(each, about, Lane.NOTICE, card=card, written=True, not_before=by_day(now, zone))
        for each, zone in near.items()
    ]


def tell_over(circle: Circle, asked: Iterable[LookIn]) -> list[Notification]:
    """Those who were asked and have not been there need not go any more."""
    return [
        Notification(
            each.person_id,
            HelpOver(circle.child.id) if each.why is Why.HELP else LookInOver(circle.child.id),
            Lane.URGENT if each.why is Why.HELP else Lane.NOTICE,
            card=card_of(circle, each.why),
            written=True,
        )
        for each in asked
        if each.said is not Said.WELL
    ]


def tell_said(circles: Iterable[Circle], by: int, said: Said, now: datetime) -> list[Notification]:
    """Each parent once for all their children; who is at home is not surprised at the door."""
    children: dict[int, list[int]] = {}
    for circle in circles:
        at_home = circle.askable(now) if said is Said.GOING else ()
        for each in (*circle.parents, *at_home):
            children.setdefault(each.person_id, []).append(circle.child.id)
    return [
        Notification(each, LookInSaid(first, by, said, now, tuple(also)), Lane.NOTICE, written=True)
        for each, (first, *also) in children.items()
    ]


def may_follow(before: Said, said: Said) -> bool:
    """Whether this can be said now: who was there takes that back first, and nothing is said twice."""
    return said is not before and (before is not Said.WELL or said is Said.ASKED)
