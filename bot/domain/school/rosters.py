"""The school's own list of a class: lines as a teacher pastes them, read one by one; what is right is kept."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import product

from bot.domain.names import clean_name
from bot.domain.notifications import Event, Told

LISTING = "roster"  # the dialogue in which lines are pasted
PUPILS = 600  # on one list: a whole small school
BACK_WITHIN = timedelta(days=1)

_NUMBER = re.compile(r"^\s*(?:№|#)?\s*(\d{1,3})(?!\d)\s*[.):、．：,;，；\t]?\s*")
_YEAR = re.compile(r"[\s,;，；\t(（]*(?<!\d)((?:19|20)\d\d)\s*年?(?:\s*г\.?)?\s*[)）]?\s*$")
EDGE = " \t,;，；、|\"'“”=+@-"
_HEADINGS = frozenset({"name", "names", "名字", "姓名", "имя", "фио", "ф.и.о", "ism", "familiya", "f.i.sh"})
YOUNGEST, OLDEST = 2, 22  # years
_BEGINNING = 20  # signs of a line that is not taken


class Wrong(StrEnum):
    """Why a line is not taken."""

    NO_NAME = "no name"
    YEAR = "year"
    TWICE = "twice"
    NUMBER = "number"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Line:
    """One child as the school writes it."""

    name: str
    number: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is not taken: the how-manieth it is, why, and how it begins."""

    line: int
    wrong: Wrong
    words: str = ""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of the list as it is kept; `child_id` is known once its family has joined and is tied to it."""

    id: int
    class_id: int
    line: Line
    child_id: int | None
    added_at: datetime
    removed: bool
    same_as: int | None = None  # taken off, since it is the child of this other line


@dataclass(frozen=True, slots=True)
class RosterShown(Event):
    """The list, a page at a time; who has joined and stands on no line yet."""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class RosterAsked(Event):
    """Paste the list."""

    while_stopped = Told.NOBODY
    class_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class RosterRead(Event):
    """What was understood, before anything is kept."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class RosterTaken(Event):
    """Kept; `pupil_id` is one of the lines, and stands for all of that tap."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class LineAsked(Event):
    """Which line of the list is this child whose family has joined?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil: int
    page: int = 0


def read(text: str, there: Iterable[Line], this_year: int) -> tuple[list[Line], list[Problem]]:
    """The lines of a pasted list that can be kept beside those that are `there`, and what is wrong with the others."""
    return beside(lines_in(text, this_year), there)


def lines_in(text: str, this_year: int) -> list[tuple[int, str, Line | Wrong]]:
    """Each line of a text with its place: a child, or why it is none; blank ones and headings left out."""
    lines = [(place, raw, parsed(raw, this_year)) for place, raw in enumerate(text.splitlines(), 1)]
    return [(place, raw, line) for place, raw, line in lines if line is not None]


def beside(lines: Iterable[tuple[int, str, Line | Wrong]], there: Iterable[Line]) -> tuple[list[Line], list[Problem]]:
    """Of lines with their place and words those that can be kept beside what is `there`, and what is wrong."""
    known = _Known(there)
    taken: list[Line] = []
    wrong: list[Problem] = []
    for place, raw, found in lines:
        problem = found if isinstance(found, Wrong) else known.against(found)
        if problem is not None:
            wrong.append(Problem(place, problem, " ".join(raw.split())[:_BEGINNING]))
        elif isinstance(found, Line):
            taken.append(found)
            known.add(found)
    return taken, wrong


def parsed(raw: str, this_year: int) -> Line | Wrong | None:
    """One pasted line: a child, or why it is none; nothing of a blank line or a heading."""
    if not raw.strip() or _is_heading(raw):
        return None
    number = _NUMBER.match(raw)
    rest = raw[number.end() :] if number else raw
    year = _YEAR.search(rest)
    name = clean_name((rest[: year.start()] if year else rest).strip(EDGE))
    if not name:
        return Wrong.NO_NAME
    born = int(year.group(1)) if year else None
    if born is not None and not this_year - OLDEST <= born <= this_year - YOUNGEST:
        return Wrong.YEAR
    return Line(name, int(number.group(1)) if number else None, born)


def _is_heading(raw: str) -> bool:
    words = {each.strip(" .,:;№#") for each in re.split(r"[\s,;，；\t|]+", raw.casefold())}
    return not any(sign.isdigit() for sign in raw) and bool(words & _HEADINGS)


class _Known:
    """What stands on the list already: the same child twice, or a number that is another child's."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._by_name: dict[str, _OfOneName] = {}
        self._numbers: set[int] = set()
        self._count = 0
        for each in lines:
            self.add(each)

    def add(self, line: Line) -> None:
        self._by_name.setdefault(line.name.casefold(), _OfOneName()).add(line)
        self._count += 1
        if line.number is not None:
            self._numbers.add(line.number)

    def against(self, line: Line) -> Wrong | None:
        if self._count >= PUPILS:
            return Wrong.FULL
        same = self._by_name.get(line.name.casefold())
        if same and same.has(line):
            return Wrong.TWICE
        return Wrong.NUMBER if line.number in self._numbers else None


class _OfOneName:
    """Lines of one name. Two of them are two children only where a number or a year says so."""

    def __init__(self) -> None:
        self._known: set[tuple[int | None, int | None]] = set()
        self._numbers: set[int | None] = set()
        self._years: set[int | None] = set()

    def add(self, line: Line) -> None:
        self._known.add((line.number, line.year))
        self._numbers.add(line.number)
        self._years.add(line.year)

    def has(self, line: Line) -> bool:
        """Whether one of them can be this child; looked up, for a whole school may be called the same."""
        if line.number is None and line.year is None:
            return bool(self._known)
        if line.number is None:
            return not self._years.isdisjoint({line.year, None})
        if line.year is None:
            return not self._numbers.isdisjoint({line.number, None})
        return not self._known.isdisjoint(product({line.number, None}, {line.year, None}))


def listed_as(lines: dict[int, Line]) -> dict[int, str]:
    """Each line by the name a teacher reads: two of one name by their years, else by their numbers."""
    same: dict[str, list[int]] = {}
    for key, each in lines.items():
        same.setdefault(each.name.casefold(), []).append(key)
    told = {key: name for keys in same.values() for key, name in _told_apart({key: lines[key] for key in keys})}
    return {key: told[key] for key in lines}


def _told_apart(same: dict[int, Line]) -> Iterator[tuple[int, str]]:
    """Where a child came from another class and has neither, by its place among them."""
    years, numbers = Counter(each.year for each in same.values()), Counter(each.number for each in same.values())
    for place, (key, line) in enumerate(same.items(), start=1):
        if len(same) == 1:
            yield key, line.name
        elif line.year is not None and years[line.year] == 1:
            yield key, f"{line.name} ({line.year})"
        elif line.number is not None and numbers[line.number] == 1:
            yield key, f"{line.number} {line.name}"
        else:
            yield key, f"{line.name} {place}"


def may_undo(added_at: datetime, now: datetime) -> bool:
    """Whether a list that was taken can be taken back."""
    return now < added_at + BACK_WITHIN
