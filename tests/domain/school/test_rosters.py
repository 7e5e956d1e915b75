"""A pasted list: each line as people write it, what is wrong with a line, and two of one name."""

from itertools import chain, combinations

import pytest

from bot.domain.school.rosters import PUPILS, Line, Wrong, beside, listed_as, may_undo, read
from tests.domain.family import NOW

YEAR = 2026


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("Anvar Karimov", Line("Anvar Karimov")),
        ("7 Anvar Karimov 2017", Line("Anvar Karimov", 7, 2017)),
        ("7. Anvar Karimov (2017)", Line("Anvar Karimov", 7, 2017)),
        ("7\tAnvar Karimov\t2017", Line("Anvar Karimov", 7, 2017)),
        ("07;Karimov Anvar;2017", Line("Karimov Anvar", 7, 2017)),
        ("12、王小雨，2017年", Line("王小雨", 12, 2017)),
        ("12王小雨", Line("王小雨", 12)),
        ("№ 3 Ёқубов Анвар, 2017 г.", Line("Ёқубов Анвар", 3, 2017)),
        ("Gʻaniyeva Oʻgʻiloy", Line("Gʻaniyeva Oʻgʻiloy")),
        ('=HYPERLINK "Anvar"', Line('HYPERLINK "Anvar')),
    ],
)
def test_a_line_is_read_as_people_write_it(raw: str, line: Line) -> None:
    assert read(raw, [], YEAR) == ([line], [])


@pytest.mark.parametrize(
    ("text", "there", "wrong"),
    [
        ("12", [], [(1, Wrong.NO_NAME)]),
        ("Anvar 1987", [], [(1, Wrong.YEAR)]),
        ("Anvar\n\nAnvar", [], [(3, Wrong.TWICE)]),
        ("anvar", [Line("Anvar", 7, 2017)], [(1, Wrong.TWICE)]),
        ("1 Anvar\n1 Botir", [], [(2, Wrong.NUMBER)]),
        ("1 Anvar\n2 Anvar", [], []),
        ("Anvar 2016\nAnvar 2017", [], []),
        ("Zilola", [Line(f"Child {n}") for n in range(PUPILS)], [(1, Wrong.FULL)]),
        ("№\tName\tYear\n姓名", [], []),
    ],
    ids=[
        *("a number alone", "a teacher's year", "twice in one list", "twice with what is there", "two of one number"),
        *("two numbers", "two years", "a full list", "headings"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, there: list[Line], wrong: list[tuple[int, Wrong]]) -> None:
    assert [(each.line, each.wrong) for each in read(text, there, YEAR)[1]] == wrong


def test_what_is_right_is_kept_beside_forty_errors() -> None:
    taken, wrong = read("\n".join(["1 Anvar", *["???"] * 40, "2 Botir"]), [], YEAR)

    assert [each.name for each in taken] == ["Anvar", "Botir"]
    assert len(wrong) == 40


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([Line("Anvar", 1), Line("Botir", 2)], ["Anvar", "Botir"]),
        ([Line("Anvar", 1, 2016), Line("Anvar", 2, 2017)], ["Anvar (2016)", "Anvar (2017)"]),
        ([Line("Anvar", 1, 2017), Line("Anvar", 2, 2017)], ["1 Anvar", "2 Anvar"]),
        ([Line("Anvar", 1, 2017), Line("anvar")], ["Anvar (2017)", "anvar 2"]),
    ],
    ids=["two names", "by year", "by number", "one who came from another class"],
)
def test_two_of_one_name_are_told_apart(lines: list[Line], names: list[str]) -> None:
    assert list(listed_as(dict(enumerate(lines))).values()) == names


def test_two_of_one_name_are_one_child_unless_a_number_or_a_year_says_otherwise() -> None:
    ways = [Line("Anvar", number, year) for number in (None, 1, 2) for year in (None, 2016, 2017)]
    for there in chain(combinations(ways, 1), combinations(ways, 2)):
        for line in ways:
            twice = any(
                not (each.number and line.number and each.number != line.number)
                and not (each.year and line.year and each.year != line.year)
                for each in there
            )
            _taken, wrong = beside([(1, "Anvar", line)], there)
            assert (bool(wrong) and wrong[0].wrong is Wrong.TWICE) == twice, (there, line)


class Counted(int):
    """A number that counts how often it is looked at."""

    looks = 0

    def __eq__(self, other: object) -> bool:
        Counted.looks += 1
        return int(self) == other

    def __hash__(self) -> int:
        Counted.looks += 1
        return hash(int(self))


@pytest.mark.parametrize("year", [None, 2017])
def test_a_whole_school_of_one_name_is_looked_at_line_by_line(year: int | None) -> None:
    looks = []
    for count in (PUPILS // 4, PUPILS // 2, PUPILS):
        lines = [Line("Anvar", Counted(number), year) for number in range(1, count + 1)]
        Counted.looks = 0
        taken, wrong = beside([(each, "Anvar", line) for each, line in enumerate(lines)], [])
        assert (len(taken), wrong) == (count, [])
        assert len(set(listed_as(dict(enumerate(taken))).values())) == count
        looks.append(Counted.looks)
    assert looks[1] <= looks[0] * 2.5
    assert looks[2] <= looks[1] * 2.5


def test_a_list_is_taken_back_for_a_day() -> None:
    assert may_undo(NOW, NOW)
    assert not may_undo(NOW.replace(day=NOW.day - 1), NOW)
