"""Reach: a phone that cannot be reached, and one that can be reached again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class PhoneLost(Event):
    """Told once to the other adults: what is sent to this person waits."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int


@dataclass(frozen=True, slots=True)
class PhoneBack(Event):
    """Told to those who heard that it was lost."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int


@dataclass(frozen=True, slots=True)
class WordsLost(Event):
    """Told to who wrote something that Telegram did not take for this person, however often it was tried."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int


def tell_words_lost(circle: Circle, author: int, who: int) -> list[Notification]:
    """The author once for what is lost together; a teacher who wrote it is no member, and is told all the same."""
    return [Notification(author, WordsLost(circle.child.id, who), Lane.NOTICE, card=f"words_lost:{who}")]


def tell_lost(circles: Iterable[Circle], who: int) -> list[Notification]:
    """Each adult who knows them once, however many children they share."""
    return [
        Notification(person, PhoneLost(child_id, who), Lane.ROUTINE, card=card_name(who))
        for person, child_id in _others(circles, who).items()
    ]


def tell_back(circles: Iterable[Circle], who: int, unaware: Collection[int]) -> list[Notification]:
    """Each adult who knows them once; `unaware` are those who have not heard that it was lost."""
    return [
        Notification(person, PhoneBack(child_id, who), Lane.ROUTINE, card=card_name(who))
        for person, child_id in _others(circles, who).items()
        if person not in unaware
    ]


def card_name(who: int) -> str:
    """The name under which news of this person's phone waits."""
    return f"reach:{who}"


def _others(circles: Iterable[Circle], who: int) -> dict[int, int]:
    shared: dict[int, int] = {}
    for circle in circles:
        for each in circle.who_know(who):
            shared.setdefault(each.person_id, circle.child.id)
    return shared
