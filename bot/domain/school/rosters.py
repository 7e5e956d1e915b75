"""The school's own list of a class: lines as a teacher pastes them, read one by one; what is right is kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.names import clean_name
from bot.domain.notifications import Event, Told

LISTING = "roster"  # the dialogue in which lines are pasted
PUPILS = 120  # of one class
BACK_WITHIN = timedelta(days=1)

_NUMBER = re.compile(r"^\s*(?:№|#)?\s*(\d{1,3})(?!\d)\s*[.):、．：,;，；\t]?\s*")
_YEAR = re.compile(r"[\s,;，；\t(（]*(?<!\d)((?:19|20)\d\d)\s*年?(?:\s*г\.?)?\s*[)）]?\s*$")
_EDGE = " \t,;，；、|\"'“”=+@-"
_HEADINGS = frozenset({"name", "names", "名字", "姓名", "имя", "фио", "ф.и.о", "ism", "familiya", "f.i.sh"})
_YOUNGEST, _OLDEST = 2, 22  # years


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
    """A line that is not taken: the how-manieth it is, and why."""

    line: int
    wrong: Wrong


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of the list as it is kept; `child_id` is known once its family has joined and is tied to it."""

    id: int
    class_id: int
    line: Line
    child_id: int | None
    added_at: datetime
    removed: bool


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


@dataclass(frozen=True, slots=True)
class LineOffAsked(Event):
    """Which line is taken off?"""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class LineOff(Event):
    """Taken off; the family, where there is one, stays in the class."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


def read(text: str, there: Iterable[Line], this_year: int) -> tuple[list[Line], list[Problem]]:
    """The lines of a pasted list that can be kept beside those that are `there`, and what is wrong with the others."""
    taken: list[Line] = []
    wrong: list[Problem] = []
    known = list(there)
    for place, raw in enumerate(text.splitlines(), 1):
        if not raw.strip() or _is_heading(raw):
            continue
        found = _line(raw, this_year)
        problem = found if isinstance(found, Wrong) else _against(found, known)
        if problem is not None:
            wrong.append(Problem(place, problem))
        elif isinstance(found, Line):
            taken.append(found)
            known.append(found)
    return taken, wrong


def _is_heading(raw: str) -> bool:
    words = {each.strip(" .,:;№#") for each in re.split(r"[\s,;，；\t|]+", raw.casefold())}
    return not any(sign.isdigit() for sign in raw) and bool(words & _HEADINGS)


def _line(raw: str, this_year: int) -> Line | Wrong:
    number = _NUMBER.match(raw)
    rest = raw[number.end() :] if number else raw
    year = _YEAR.search(rest)
    name = clean_name((rest[: year.start()] if year else rest).strip(_EDGE))
    if not name:
        return Wrong.NO_NAME
    born = int(year.group(1)) if year else None
    if born is not None and not this_year - _OLDEST <= born <= this_year - _YOUNGEST:
        return Wrong.YEAR
    return Line(name, int(number.group(1)) if number else None, born)


def _against(line: Line, known: Sequence[Line]) -> Wrong | None:
    """The same child twice, or a number that is another child's."""
    if len(known) >= PUPILS:
        return Wrong.FULL
    if any(_same(line, each) for each in known):
        return Wrong.TWICE
    taken = line.number is not None and any(each.number == line.number for each in known)
    return Wrong.NUMBER if taken else None


def _same(one: Line, other: Line) -> bool:
    """Two of one name are two children only where a number or a year says so."""
    if one.name.casefold() != other.name.casefold():
        return False
    numbers, years = {one.number, other.number}, {one.year, other.year}
    apart = any(len(each) > 1 and None not in each for each in (numbers, years))
    return not apart


def listed_as(lines: dict[int, Line]) -> dict[int, str]:
    """Each line by the name a teacher reads: two of one name by their years, else by their numbers."""
    same: dict[str, list[Line]] = {}
    for each in lines.values():
        same.setdefault(each.name.casefold(), []).append(each)
    return {key: _told_apart(each, same[each.name.casefold()]) for key, each in lines.items()}


def _told_apart(line: Line, same: list[Line]) -> str:
    if len(same) == 1:
        return line.name
    years = [each.year for each in same]
    if line.year is not None and years.count(line.year) == 1:
        return f"{line.name} ({line.year})"
    return line.name if line.number is None else f"{line.number} {line.name}"


def may_undo(added_at: datetime, now: datetime) -> bool:
    """Whether a list that was taken can be taken back."""
    return now < added_at + BACK_WITHIN
