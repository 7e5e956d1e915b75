"""🤲 A teacher is worried about a child: a private note to one person of the school, and never to the family.

Of its words nothing stays once they have arrived, or cannot: only that there was a note, who wrote it, and when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.staffing import Colleague

STATE = "worry"  # the dialogue in which the next words are the note
WRITES_FOR = timedelta(hours=1)  # after the first screen
ADDS_FOR = timedelta(minutes=10)  # after a note: what follows so soon belongs to it
WAITS_FOR = timedelta(hours=24)  # what has not arrived by then is forgotten, and its writer told
A_DAY = 20  # notes of one teacher
PART = 700  # signs of one message: an escaped text stays within Telegram's limits, so that none of it is put elsewhere


@dataclass(frozen=True, slots=True)
class Worry:
    """One note; without `words` it has arrived, or never will."""

    id: int
    class_id: int
    child_id: int
    author_id: int | None
    reader_id: int | None
    words: str
    message_id: int | None  # in which its author wrote it, where it was the last of one message
    sent_at: datetime
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class WorryAsked(Event):
    """To a teacher, first: what Homeline is not, whom to call, who reads it; `again` where what came were no words."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class WorryReceipt(Event):
    """To its writer, as it stands now: on its way, or there."""

    while_stopped = Told.NOBODY
    worry_id: int


@dataclass(frozen=True, slots=True)
class WorryPassedOn(Event):
    """The words, to the one person of the school who reads them."""

    while_stopped = Told.NOBODY
    worry_id: int


@dataclass(frozen=True, slots=True)
class WorryLost(Event):
    """To its writer: the words have not arrived, and nothing of them is kept."""

    while_stopped = Told.NOBODY
    worry_id: int


@dataclass(frozen=True, slots=True)
class WorriesExhausted(Event):
    """A limit, said plainly."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class WorryReaderAsked(Event):
    """The lead: who of the school reads worries?"""

    while_stopped = Told.NOBODY
    school_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class WorryReaderNamed(Event):
    """To who reads them from now on, and what that means."""

    while_stopped = Told.NOBODY
    school_id: int


def reader_of(staff: Sequence[Colleague], circle: Circle, author: int) -> int | None:
    """Who reads a note of `author`: whom the lead has named, else the lead; nobody where that is the author.

    Never an adult of the child's circle, whatever they are in it now: then it is for the lead, or for nobody here.
    """
    wanted = _wanted(staff)
    if is_reader(staff, author):
        return None
    own = {each.person_id for each in circle.members} | {author}
    return next((each for each in wanted if each not in own), None)


def is_reader(staff: Sequence[Colleague], person: int) -> bool:
    """Whether it is to this person that their school's worries come."""
    return _wanted(staff)[:1] == [person]


def _wanted(staff: Sequence[Colleague]) -> list[int]:
    here = [each for each in staff if each.is_here]
    return [each.person_id for each in here if each.hears_worries] + [each.person_id for each in here if each.lead]


def parts_of(text: str) -> list[str]:
    """A text as it fits into messages."""
    return [text[start : start + PART] for start in range(0, len(text), PART)]


def card_of(worry_id: int) -> str:
    """The message in which it is read: whoever sends it hears by this name that it has arrived."""
    return f"worry:{worry_id}"


def receipt_of(worry_id: int) -> str:
    """The message in which its writer sees what became of it."""
    return f"my_worry:{worry_id}"


def tell_reader(worry: Worry, to: int) -> list[Notification]:
    """By day, for nobody may think that somebody watches: a child in danger is for the emergency number."""
    return [Notification(to, WorryPassedOn(worry.id), Lane.NOTICE, card=card_of(worry.id), written=True)]


def tell_changed(worry: Worry) -> list[Notification]:
    """In the place of the receipt."""
    if worry.author_id is None:
        return []
    about, card = WorryReceipt(worry.id), receipt_of(worry.id)
    return [Notification(worry.author_id, about, Lane.REPLY, card=card, edits_card=True)]


def tell_lost(worry: Worry) -> list[Notification]:
    """A new message, at once: somebody has to be told in another way."""
    if worry.author_id is None:
        return []
    return [Notification(worry.author_id, WorryLost(worry.id), Lane.REPLY, written=True)]
