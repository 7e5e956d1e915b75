"""📞 Telephone numbers: each side shows its own to the other, for one class, and takes it back with one tap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.notifications import Event, Lane, Notification, Told

STATE = "number"  # the dialogue in which somebody's number is typed, or comes by Telegram's own key
_SIGNS = re.compile(r"[\d\s().\-–/+]{5,30}")
_FEWEST, _MOST = 5, 15


@dataclass(frozen=True, slots=True)
class NumbersShown(Event):
    """What the other side shows, and what its reader shows to them."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class OwnNumberAsked(Event):
    """Telegram's key sends it; whoever likes types it. `again` where what came is no number, or another's."""

    while_stopped = Told.AT_HOME
    class_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class OwnNumberKept(Event):
    """It is shared; the usual keys are back."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class NumberWished(Event):
    """The other side asks for a number; who reads it may leave it at that."""

    while_stopped = Told.NOBODY
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class NumberWishNoted(Event):
    """A short answer: they are asked."""

    while_stopped = Told.NOBODY


def cleaned(text: str) -> str:
    """A number as it is dialled, if the text is one and nothing else; else empty."""
    words = text.strip()
    digits = re.sub(r"\D", "", words)
    if not _SIGNS.fullmatch(words) or not _FEWEST <= len(digits) <= _MOST:
        return ""
    return f"+{digits}" if words.startswith("+") else digits


def tell_wish(class_id: int, child_id: int, to: Iterable[int]) -> list[Notification]:
    """Once, however often it is tapped while it waits."""
    about, card = NumberWished(class_id, child_id), f"number_wish:{class_id}:{child_id}"
    return [Notification(each, about, Lane.NOTICE, card, written=True) for each in to]
