"""A class's list that comes as a file: what it is read into, and what its teacher is asked where that is unsure."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.notifications import Event, Told

MOST = 2_000_000  # bytes; a list of names is a hundredth of it
PURPOSE = "roster"  # why a file is fetched
ROWS, COLUMNS, CELL = 2_000, 40, 120  # what is read of a sheet, and of one cell
SHOWN = 3  # names that stand for a reading, or for a column


class Unread(StrEnum):
    """Why no list comes of a file."""

    TOO_LARGE = "too large"
    EMPTY = "empty"
    NO_LIST = "no list"  # a picture, say, whatever it is called
    LOCKED = "locked"  # by a password
    TOO_MUCH = "too much"  # it grows beyond all measure when it is opened
    LOST = "lost"  # it could not be fetched
    LEFT = "left"  # its teacher has gone on to something else


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: the how-manieth it is, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds; its `charset` only where another one could be meant."""

    rows: tuple[Row, ...]
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Readings:
    """The same bytes in several charsets, the likeliest first, with the first words of each."""

    found: tuple[tuple[str, tuple[str, ...]], ...]


Content = Sheet | Readings | Unread


@dataclass(frozen=True, slots=True)
class RosterFileWaits(Event):
    """It is being read."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class RosterFileAsked(Event):
    """In which letters, or in which column, are the names?"""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class RosterFileUnread(Event):
    """No list came of it, and what can be done instead."""

    while_stopped = Told.NOBODY
    class_id: int
    why: Unread


def card_of(class_id: int) -> str:
    """The message in which a file is first being read, and then the list of names."""
    return f"roster:{class_id}"
