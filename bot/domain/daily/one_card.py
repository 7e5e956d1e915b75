"""The one live card on which a person is asked about every child they look after; older ones are retired."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.notifications import Event, Told

CARD = "check_in"  # its name; a card is a person's own

# Telegram lets a message be taken away for two days; an hour of them is for what waits on the way.
DELETABLE = timedelta(hours=47)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SEVERAL = r"[0-9a-z]{1,10}(?:\.[0-9a-z]{1,10}){0,9}"  # what `packed` makes, as a route takes it
_ROOM = 50  # of the data of a button, beside its verb and a face


@dataclass(frozen=True, slots=True)
class CardRetired(Event):
    """A newer card stands below. This one goes where it can; of one that is too old (or whose age nobody knows), or on
    which its reader has answered `check_in_id`, a line stays.
    """

    while_stopped = Told.NOBODY
    check_in_id: int = 0
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerStands(Event):
    """A short answer to a face that comes too late: who was faster, perhaps the same thumb."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class AnswerStays(Event):
    """A short answer to ↩️ that comes too late, and how to say something new."""

    while_stopped = Told.NOBODY
    child_id: int


def can_go(sent_at: datetime | None, now: datetime) -> bool:
    """Whether Telegram still takes away what was sent then."""
    return sent_at is not None and now - sent_at < DELETABLE


def answered_card(check_in_id: int | str) -> str:
    """The name of the message in which somebody has answered, as long as they have."""
    return f"answered:{check_in_id}"


def packed(numbers: Iterable[int]) -> str | None:
    """Several numbers of rows as a button carries them; none where they are too many for it."""
    text = ".".join(_in_digits(each) for each in numbers)
    return text if len(text) <= _ROOM else None


def unpacked(text: str) -> list[int]:
    """The numbers that `packed` wrote."""
    return [int(each, len(_DIGITS)) for each in text.split(".")]


def _in_digits(number: int) -> str:
    text = ""
    while number or not text:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text
