"""Lines of a school's calendar as people type them: when and what, in either order and in many ways to write a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from bot.domain.school.calendar_words import MONTH, MONTHS, WEEKDAY_AFTER, WEEKDAY_BEFORE
from bot.domain.school.calendars import EDGE, LONGEST, Day, Problem, Wrong, day_of, shortened

NEITHER = "neither"  # of the two days that a line could mean
_LATE = timedelta(days=60)  # a day without its year may be so long ago
_PLAIN = str.maketrans("０１２３４５６７８９／．－（）：，；\u3000\xa0", "0123456789/.-():,;  ")

_TH = r"(?:st|nd|rd|th)?"
_SPELT = r"(?:(?:,\s*|\s+)(?P<y>20\d\d))?"
_DATES = (
    r"(?P<y>\d{4})(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
    r"(?:(?P<y>\d{4}|\d{2})\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]?",
    r"(?P<a>\d{1,2})(?P<s>/)(?P<b>\d{1,2})(?:/(?P<y>\d{4}|\d{2}))?",
    r"(?P<a>\d{1,2})(?P<s>-)(?P<b>\d{1,2})-(?P<y>\d{4})",
    r"(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})(?:\. ?| )(?P<y>20\d\d)",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{2})",
    r"(?P<a>\d{1,2})(?P<s>\.)(?P<b>\d{1,2})\.?",
    rf"(?P<d>\d{{1,2}}){_TH}[-.\s]*(?:of\s+)?(?P<n>{MONTH})(?:gacha|da(?!n))?\.?{_SPELT}",
    rf"(?P<n>{MONTH})\.?\s*(?P<d>\d{{1,2}}){_TH}(?![\d:.]\d){_SPELT}",
)
_YEAR = r"(?:\s*(?:года?\b|г\.|yil\b))?"
_DAY = [re.compile(rf"{WEEKDAY_BEFORE}{each}(?!\d|:\d){_YEAR}{WEEKDAY_AFTER}", re.IGNORECASE) for each in _DATES]
_BETWEEN = r"(?:[-–—―−‐‑~∼～〜]+|(?:to|until|till|through|thru|bis|по|до|dan)\b|起?[至到]|\.\.+|…|/(?=\d{4}-))"
_UNTIL = re.compile(rf"\s*{_BETWEEN}\s*", re.IGNORECASE)
_NEXT_CELL = re.compile(r"\s*[\t;|]\s*")
_ALONE = re.compile(rf"(?P<d>\d{{1,2}}){_TH}(?:\s*[日号]|\.)?(?!\d|[-./:]\d){_SPELT}{WEEKDAY_AFTER}", re.IGNORECASE)
_SHARES = re.compile(rf"{WEEKDAY_BEFORE}(?P<d>\d{{1,2}}){_TH}\.?\s*{_BETWEEN}\s*(?=\d)", re.IGNORECASE)

_AND = re.compile(r"\s*(?:[,、&+]|(?:and|und|и|va)\b|[和及])\s*", re.IGNORECASE)
_NAME_ENDS = re.compile(r"(?:(?<![^\W_])(?:from|between|on|vom|von|am|с|со)|[自从于])?\s*\(?\s*$", re.IGNORECASE)
_NAME_BEGINS = re.compile(r"^\s*[止为是起]*\s*\)?")
_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)、\t]|[•*·▪◦-])?\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Order(StrEnum):
    """Which of two numbers is the day: 3/7 is the third of July, or the seventh of March."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that can be read either way, and its first day by each."""

    line: str
    first: dict[Order, date]


@dataclass(frozen=True, slots=True)
class Lines:
    """What some lines say, why others are not taken, and of which it must be asked what they say."""

    days: list[Day]
    wrong: list[Problem]
    unclear: list[Unclear]
    order: Order | None  # in which their writer puts day and month, where it is known


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as it stands in a line, up to `end`."""

    day: int
    month: int
    year: int | None
    end: int
    either: bool = False  # its two numbers could be meant the other way
    tight: bool = False  # a number behind it alone is no day, unless it stands close


@dataclass(frozen=True, slots=True)
class _Range:
    """From one date of a line to another, or one date alone."""

    begin: int
    first: _Point
    last: _Point

    @property
    def end(self) -> int:
        return self.last.end


@dataclass(frozen=True, slots=True)
class _Span:
    """A line by one order: its days, mostly one or those from one to another, and what they are."""

    days: tuple[tuple[date, date], ...]
    name: str
    either: bool

    def fits(self) -> bool:
        return all(first <= until <= first + LONGEST for first, until in self.days)


_Readings = dict[Order | None, _Span]


def read(text: str, today: date, order: Order | None = None) -> Lines:
    """What is right of some lines; one that can be meant in one way only tells how its writer means the others."""
    lines = [(number, line, _readings(line, today)) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    told = {each for _number, _line, by in lines if len(by) == 1 for each in by if each}
    found = Lines([], [], [], order or (told.pop() if len(told) == 1 else None))
    for number, line, by in lines:
        could_be = {order: _days(span, today) for order, span in by.items()}
        if len(by) > 1 and found.order is None and any(isinstance(each, Day) for each in chain(*could_be.values())):
            first = {order: span.days[0][0] for order, span in by.items() if order}
            found.unclear.append(Unclear(line.strip(), first))
            continue
        said = could_be.get(found.order) or next(iter(could_be.values()), [Wrong.NO_DATE])
        found.days.extend(each for each in said if isinstance(each, Day))
        found.wrong.extend(Problem(number, each, shortened(line)) for each in said if isinstance(each, Wrong))
    return found


def _days(span: _Span, today: date) -> list[Day | Wrong]:
    return [day_of(*days, span.name, today) for days in span.days]


def _readings(line: str, today: date) -> _Readings:
    """What a line can mean: one thing, whoever wrote it, or one by each order."""
    plain = line.translate(_PLAIN)
    by = {order: span for order in _orders(plain) if (span := _span(plain, order, today))}
    fitting = {order: span for order, span in by.items() if span.fits()}
    spans = list((fitting or by).values())
    if spans and (not fitting or not spans[0].either or (len(spans) == 2 and spans[0] == spans[1])):
        return {None: spans[0]}
    return {order: span for order, span in fitting.items()}  # noqa: C416 - its keys may be none


def _orders(line: str) -> Iterator[Order]:
    """In which every two numbers of a line can be a day and a month, if they can be that at all."""
    places = [place for place in range(len(line)) if _may_begin(line, place)]
    two = [found for place in places for found in _pairs(line, place)]
    able = [{order: _of(found, order) is not None for order in Order} for found in two]
    days = any((shares := _SHARES.match(line, place)) and any(_pairs(line, shares.end())) for place in places)
    for order in Order if two else (Order.DAY,):
        if all(each[order] or not any(each.values()) for each in able) and not (days and order == Order.MONTH):
            yield order


def _pairs(line: str, place: int) -> "Iterator[re.Match[str]]":
    """Two numbers of which either could be the day."""
    for pattern in _DAY:
        if "a" in pattern.groupindex and (found := pattern.match(line, place)):
            yield found


def _span(line: str, order: Order, today: date) -> _Span | None:
    """The days of a line and its name: those at its beginning or else at its end, or the first."""
    found = _together(line, order)
    if not found:
        return None
    at_start = not _says(_BULLET.sub("", _NAME_ENDS.sub("", line[: found[0][0].begin])))
    at_end = not _says(line[found[-1][-1].end :])
    ranges = found[-1] if at_end and not at_start else found[0]
    days = [_dates(each, today) for each in ranges]
    before, after = line[: ranges[0].begin], line[ranges[-1].end :]
    before, after = _BULLET.sub("", _NAME_ENDS.sub("", before)), _NAME_BEGINS.sub("", after)
    name = f"{before.strip(EDGE)} {after.strip(EDGE)}"
    either = any(each.first.either or each.last.either for each in ranges)
    known = tuple(each for each in days if each)
    return _Span(known, name, either) if len(known) == len(days) else None


def _says(words: str) -> bool:
    return any(each.isalnum() for each in words)


def _together(line: str, order: Order) -> list[list[_Range]]:
    """Each day or days of a line; those that only an “and” parts are one."""
    groups: list[list[_Range]] = []
    for each in _ranges(line, order):
        if groups and _AND.fullmatch(line, groups[-1][-1].end, each.begin):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _ranges(line: str, order: Order) -> Iterator[_Range]:
    place = 0
    while place < len(line):
        found = _range(line, place, order) if _may_begin(line, place) else None
        if found:
            yield _Range(place, *found)
        place = found[1].end if found else place + 1


def _may_begin(line: str, place: int) -> bool:
    """Not within a word, a number or a time."""
    before, here = line[max(place - 2, 0) : place], line[place]
    if not before or _HAN.match(before[-1]):
        return here.isalnum() or here == "("
    if before[-1].isalnum() or not (here.isalnum() or here == "("):
        return False
    return not (here.isdigit() and len(before) == 2 and before[0].isdigit() and before[1] in "./:")


def _range(line: str, place: int, order: Order) -> tuple[_Point, _Point] | None:
    first = _point(line, place, order)
    if first is None:
        shares = _SHARES.match(line, place)
        last = _point(line, shares.end(), order) if shares else None
        if shares is None or last is None:
            return None
        return replace(last, day=int(shares["d"])), last
    until = _UNTIL.match(line, first.end)
    if until is None:
        cell = _NEXT_CELL.match(line, first.end)
        return first, (_point(line, cell.end(), order) if cell else None) or first
    last = _point(line, until.end(), order)
    if last:
        return first, last
    alone = _ALONE.match(line, until.end())
    if alone is None or int(alone["d"]) < first.day or (first.tight and until[0] != until[0].strip()):
        return first, first
    year = int(alone["y"]) if alone["y"] else first.year
    return replace(first, year=year), replace(first, day=int(alone["d"]), year=year, end=alone.end())


def _point(line: str, place: int, order: Order) -> _Point | None:
    for pattern in _DAY:
        found = pattern.match(line, place)
        point = _of(found, order) if found else None
        if point:
            return point
    return None


def _of(found: "re.Match[str]", order: Order) -> _Point | None:
    """Its numbers, where they can be a month and a day at all."""
    values = {name: value for name, value in found.groupdict().items() if value}
    year = int(values["y"]) if "y" in values else None
    either = "a" in values and (values["s"] != "." or _HAN.search(found.string) is not None)
    if "a" in values:
        first, second = ("a", "b") if order == Order.DAY or not either else ("b", "a")
        day, month = int(values[first]), int(values[second])
    else:
        day, month = int(values["d"]), MONTHS[values["n"].lower()] if "n" in values else int(values["m"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    tight = "月" not in found[0] and ("n" not in values or found.start("d") < found.start("n"))
    return _Point(day, month, year + 2000 if year and year < 100 else year, found.end(), either, tight)


def _dates(found: _Range, today: date) -> tuple[date, date] | None:
    """A year that is missing is told by the other day, or by today."""
    first, last = found.first, found.last
    if first.year is None and last.year is not None:
        until = _in(last, last.year)
        begin = until and _before(first, until)
    else:
        begin = _near(first, today)
        until = begin and _near(last, begin)
    return (begin, until) if begin and until else None


def _before(point: _Point, until: date) -> date | None:
    days = (_in(point, until.year - back) for back in (0, 1))
    return next((each for each in days if each and each - until <= _LATE), None)


def _near(point: _Point, after: date) -> date | None:
    if point.year is not None:
        return _in(point, point.year)
    days = (_in(point, after.year + ahead) for ahead in (-1, 0, 1))
    return next((each for each in days if each and after - each <= _LATE), None)


def _in(point: _Point, year: int) -> date | None:
    try:
        return date(year, point.month, point.day)
    except ValueError:
        return None
