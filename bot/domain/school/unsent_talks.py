"""✉️ A family's words to a school of which nobody has said yet which child they are about: they wait for a tap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.domain.notifications import Event, Lane, Notification, Told

REMIND_AFTER = timedelta(hours=3)


class UnsentState(StrEnum):
    """Where they stand."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"


Desk = tuple[int, int]  # a class and a child in it


@dataclass(frozen=True, slots=True)
class Unsent:
    """What somebody has written, part by part, and the children of whom one is meant, each with its class."""

    id: int
    author_id: int
    state: UnsentState
    desks: tuple[Desk, ...]
    parts: tuple[Mapping[str, Any], ...]
    talk_id: int = 0  # what they became


@dataclass(frozen=True, slots=True)
class TalkChildAsked(Event):
    """Which child is it about? What was written waits."""

    while_stopped = Told.NOBODY
    unsent_id: int


@dataclass(frozen=True, slots=True)
class TalkChildAskedAgain(Event):
    """To who has not said it for hours, once: their words, and the question."""

    while_stopped = Told.NOBODY
    hushed = True
    unsent_id: int


@dataclass(frozen=True, slots=True)
class TalkChildMoved(Event):
    """The question stands further down now, below what was written since."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class UnsentDropped(Event):
    """Their author has let them go."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class UnsentOver(Event):
    """A tap that came when the words were kept no longer: they were not sent, and can be written again."""

    while_stopped = Told.NOBODY
    class_id: int
    child_id: int


def card_of(unsent_id: int) -> str:
    """The message that asks which child it is."""
    return f"unsent:{unsent_id}"


def again_of(unsent_id: int) -> str:
    """The message that asks it once more."""
    return f"unsent_again:{unsent_id}"


def ask_again(found: Unsent) -> Notification:
    """By day, and also where somebody wants only what is urgent: they are waiting for an answer to it."""
    return Notification(
        found.author_id, TalkChildAskedAgain(found.id), Lane.NOTICE, card=again_of(found.id), written=True
    )
