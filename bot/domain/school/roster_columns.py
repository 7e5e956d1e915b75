"""Which columns of a sheet are the name, the number and the year: by their headings, else by what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.names import clean_name
from bot.domain.school.roster_files import COLUMNS, Row
from bot.domain.school.rosters import EDGE, OLDEST, YOUNGEST, Line, Wrong, parsed

_HEADINGS = {
    "number": "№ # no nr n num number 序号 编号 学号 座号 号 т/р тр т.р t/r tr п/п пп номер raqam raqami №п/п №т/р",
    "surname": "surname lastname familyname 姓 姓氏 фамилия familiya familiyasi",
    "given": "givenname firstname forename 名 имя ism ismi",
    "name": "name names fullname pupil student child 姓名 名字 学生 学生姓名 孩子姓名 фио ф.и.о имяфамилия фамилияимя "
    "ученик ребёнок ребенок f.i.sh fish f.i.o fio ismfamiliya familiyaism o'quvchi oquvchi",
    "year": "year yearofbirth birthyear born birthdate birthday dateofbirth dob 年 出生年份 出生年 出生日期 "
    "出生年月 生日 год годрождения датарождения др г.р гр yil tug'ilganyili tug'ilgansana tug'ilganyil",
}
_MEANT = {word: what for what, words in _HEADINGS.items() for word in words.split()}
_APOSTROPHES = str.maketrans(dict.fromkeys("ʻʼ‘’`´", "'"))
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NUMBER = re.compile(r"(?:№|#)?\s*(\d{1,3})(?:\.0*)?[.)]?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LOOKS_AT = 200  # rows, to guess by
_HEADED = 6  # the first rows, among which the headings stand


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each thing stands; `begins` is the first row below the headings."""

    names: tuple[int, ...]
    number: int | None = None
    year: int | None = None
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Unsure:
    """Any of these columns could be the names."""

    among: tuple[int, ...]


def columns_of(rows: Sequence[Row], this_year: int, chosen: int | None = None) -> Columns | Unsure:
    """Where the names are; by what its teacher has `chosen` where it was asked."""
    meant, begins = _headed(rows)
    body = rows[begins : begins + _LOOKS_AT]
    number = _first(meant, "number")
    year = _first(meant, "year")
    if number is None:
        number = next((each for each in _range(body) if _is_numbering(_cells(body, each))), None)
    if year is None:
        year = next((each for each in _range(body) if _are_years(_cells(body, each), this_year)), None)
    if chosen is not None:
        return Columns((chosen,), number, year, begins)
    names = _named(meant)
    if not names:
        taken = {number, year, *meant}
        left = [each for each in _range(body) if each not in taken]
        likely = tuple(each for each in left if _are_names(_cells(body, each)))
        found = likely or tuple(each for each in left if any(map(_name, _cells(body, each))))
        if len(found) != 1 and not _is_pair(body, found):
            return Unsure(found)
        names = found
    return Columns(names, number, year, begins)


def lines_of(rows: Sequence[Row], columns: Columns, this_year: int) -> list[tuple[int, str, Line | Wrong]]:
    """Each row below the headings with its first words: a child, or why it is none."""
    found: list[tuple[int, str, Line | Wrong]] = []
    for row in rows[columns.begins :]:
        words = " ".join(filter(None, row.cells))
        if words:
            found.append((row.number, words, _line(row.cells, columns, this_year)))
    return found


def is_plain(rows: Sequence[Row]) -> bool:
    """Whether all stands in one column: then a row is read as a line that was pasted."""
    return not any(sum(map(bool, row.cells)) > 1 for row in rows)


def plain_lines(rows: Sequence[Row], this_year: int) -> list[tuple[int, str, Line | Wrong]]:
    """The rows of one column, each as a line that was pasted."""
    return [
        (row.number, words, line)
        for row in rows
        for words in (" ".join(filter(None, row.cells)),)
        for line in (parsed(words, this_year),)
        if line is not None
    ]


def samples(rows: Sequence[Row], column: int, count: int) -> list[str]:
    """The first names that a column would give."""
    _meant, begins = _headed(rows)
    return [name for each in _cells(rows[begins:], column) if (name := _name(each))][:count]


def _line(cells: tuple[str, ...], columns: Columns, this_year: int) -> Line | Wrong:
    parts = [part for each in columns.names if (part := _cell(cells, each).strip(EDGE))]
    apart = "" if all(_HAN.search(each) for each in parts) else " "
    name = _name(apart.join(parts))
    if not name:
        return Wrong.NO_NAME
    number = None if columns.number is None else _NUMBER.fullmatch(_cell(cells, columns.number))
    said = "" if columns.year is None else _cell(cells, columns.year)
    year = _YEAR.search(said)
    if said and (year is None or not this_year - OLDEST <= int(year.group(1)) <= this_year - YOUNGEST):
        return Wrong.YEAR
    return Line(name, int(number.group(1)) if number else None, int(year.group(1)) if year else None)


def _name(words: str) -> str:
    """A name as it is kept; nothing where no letter is in it."""
    name = clean_name(words.strip(EDGE))
    return name if any(sign.isalpha() for sign in name) else ""


def _headed(rows: Sequence[Row]) -> tuple[dict[int, str], int]:
    """What the headings say of each column, and the first row below them; above them may stand a title."""
    for place, row in enumerate(rows[:_HEADED]):
        meant = {column: what for column, cell in enumerate(row.cells) if (what := _MEANT.get(_plain(cell)))}
        if meant.keys() and {"name", "given", "surname"} & set(meant.values()):
            return meant, place + 1
    return {}, 0


def _plain(cell: str) -> str:
    return re.sub(r"[\s_\-:,（）()]", "", cell.casefold().translate(_APOSTROPHES)).rstrip(".")


def _named(meant: dict[int, str]) -> tuple[int, ...]:
    """One column of whole names, else surname and given name, in the order in which they stand."""
    whole = _first(meant, "name")
    if whole is not None and _first(meant, "surname") is None:
        return (whole,)
    return tuple(each for each, what in sorted(meant.items()) if what in {"surname", "given", "name"})


def _first(meant: dict[int, str], wanted: str) -> int | None:
    return next((column for column, what in sorted(meant.items()) if what == wanted), None)


def _range(rows: Sequence[Row]) -> range:
    return range(min(COLUMNS, max((len(row.cells) for row in rows), default=0)))


def _cell(cells: tuple[str, ...], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _cells(rows: Sequence[Row], column: int) -> list[str]:
    return [cell for row in rows if (cell := _cell(row.cells, column))]


def _is_numbering(cells: list[str]) -> bool:
    """Small numbers that only grow, in nearly every cell."""
    numbers = [int(each.group(1)) for cell in cells if (each := _NUMBER.fullmatch(cell))]
    grows = all(one < other for one, other in pairwise(numbers))
    return len(numbers) > 0 and len(numbers) >= 0.9 * len(cells) and grows


def _are_years(cells: list[str], this_year: int) -> bool:
    years = [
        int(each.group(1)) for cell in cells if (each := _YEAR.search(cell)) and not re.search(r"[^\W\d]{3}", cell)
    ]
    fits = sum(this_year - OLDEST <= each <= this_year - YOUNGEST for each in years)
    return len(cells) > 0 and fits >= 0.7 * len(cells)


def _are_names(cells: list[str]) -> bool:
    """Words without digits, and hardly twice the same: neither “m” and “f” nor a street."""
    words = [cell for cell in cells if _name(cell) and not any(sign.isdigit() for sign in cell)]
    alike = len(cells) - len({cell.casefold() for cell in cells})
    lone = sum(len(cell) == 1 and not _HAN.search(cell) for cell in cells)
    return len(words) >= max(1, 0.7 * len(cells)) and lone < 0.3 * len(cells) and (alike <= 0.6 * len(cells))


def _is_pair(rows: Sequence[Row], columns: tuple[int, ...]) -> bool:
    """Surname and given name: side by side, a word each."""
    if len(columns) != 2 or columns[1] != columns[0] + 1:
        return False
    cells = [cell for each in columns for cell in _cells(rows, each)]
    return sum(" " in cell for cell in cells) <= 0.1 * len(cells)
