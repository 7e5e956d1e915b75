"""A letter, a year and a call name find a line of the list; where anybody else could be it, the teacher is asked."""

import pytest

from bot.domain.school.initials import Claim, Listed, fitting, sure
from bot.domain.school.rosters import Line


def listed(name: str, initials: str, year: int | None = 2017, *, free: bool = True) -> Listed:
    return Listed(Line(name, None, year), frozenset(initials), free)


LINES = {
    1: listed("Karimov Anvar", "K"),
    2: listed("Qodirov Anvar", "Q"),
    3: listed("Wang Lily", "WL"),
    4: listed("李雨", "L", None),
    5: listed("Karimova Zilola", "K", free=False),
}


def claim(called: str, initial: str | None, year: int = 2017, key: int = 1, *, waits: bool = True) -> Claim:
    return Claim(key, called, year, initial, waits)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (claim("Anvar", "K"), [1]),
        (claim("Anvar", None), []),  # nothing is offered by a call name alone
        (claim("Anvar", "K", 2016), []),
        (claim("雨雨", "L", 2016), [4]),  # a list without years
        (claim("Lily", "L"), [3, 4]),
        (claim("Zilola", "K"), [1]),  # her own line is another family's already
    ],
)
def test_lines_fit_by_letter_and_year(said: Claim, lines: list[int]) -> None:
    assert fitting(said, LINES) == lines


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ([claim("Anvar", "K")], {1: 1}),
        ([claim("anvar", "Q")], {1: 2}),
        ([claim("Lily", "W")], {1: 3}),
        ([claim("Lily", "L")], {1: 3}),  # of two lines one holds the name
        ([claim("Botir", "K")], {}),  # one line, and another name
        ([claim("雨", "L", 2016)], {1: 4}),
        ([claim("妞妞", "L", 2016)], {}),
        ([claim("Anvar", None)], {}),
        ([claim("Anvar", "K"), claim("Anvar", "K", key=2)], {}),  # two who want one line
        ([claim("Anvar", "K"), claim("Anvar", "Q", key=2)], {1: 1, 2: 2}),
        ([claim("Anvar", "K"), claim("Anvar", None, key=2)], {}),  # it may be the other one
        ([claim("Anvar", "K"), claim("Anvar", None, key=2, waits=False)], {}),  # who is in the class without a line
        ([claim("Anvar", "K"), claim("Anvar", None, 2016, key=2)], {}),
        ([claim("Anvar", "K"), claim("Tom", None, key=2)], {1: 1}),
        ([claim("Anvar", "K"), claim("Boti", "K", key=2)], {1: 1}),
        ([Claim(1, "Anvar", 2017, None, True, line=1)], {1: 1}),  # comes back to the line that it had
    ],
)
def test_only_who_can_be_nobody_else_is_sure(claims: list[Claim], found: dict[int, int | None]) -> None:
    assert sure(claims, LINES) == found


def test_two_lines_of_one_name_and_letter_are_asked_about() -> None:
    lines = LINES | {6: listed("Kadirov Anvar", "K")}
    assert sure([claim("Anvar", "K")], lines) == {}
    assert fitting(claim("Anvar", "K"), lines) == [1, 6]
    assert sure([claim("Anvar", "Q")], lines) == {1: 2}


def test_without_a_list_the_teacher_knows_them_all_by_their_call_names() -> None:
    assert sure([claim("Anvar", None), claim("Lily", None, key=2), claim("Tom", None, key=3, waits=False)], {}) == {
        1: None,
        2: None,
    }
