"""Schools: the year that ends in July, the school's clock, children of one name, and who is asked and told."""

from datetime import UTC, datetime

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.school.schools import (
    clock_of,
    family,
    school_year_end,
    told_apart,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, adult, circle, people, whole

SHANGHAI = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("opened", "zone", "end"),
    [
        ("2026-11-23T00:00", SHANGHAI, "2027-07-31T16:00"),
        ("2027-06-30T15:59", SHANGHAI, "2027-07-31T16:00"),
        ("2027-06-30T16:00", SHANGHAI, "2028-07-31T16:00"),
        ("2026-12-31T16:00", SHANGHAI, "2027-07-31T16:00"),
        ("2026-11-23T00:00", "Europe/Chisinau", "2027-07-31T21:00"),
    ],
    ids=["in autumn", "the last minute of June", "in July for the year to come", "at new year", "in summer time"],
)
def test_a_school_year_ends_on_the_next_last_of_july(opened: str, zone: str, end: str) -> None:
    at = datetime.fromisoformat(opened).replace(tzinfo=UTC)

    assert school_year_end(at, zone) == datetime.fromisoformat(end).replace(tzinfo=UTC)


def test_a_schools_clock_is_its_own_else_the_teachers_else_where_the_language_is_read() -> None:
    assert clock_of("Asia/Tashkent", "Asia/Dubai", "zh_Hans") == "Asia/Tashkent"
    assert clock_of(None, "Asia/Dubai", "zh_Hans") == "Asia/Dubai"
    assert clock_of(None, None, "zh_Hans") == SHANGHAI
    assert clock_of(None, None, "en") == "UTC"


@pytest.mark.parametrize(
    ("pupils", "names"),
    [
        ([], {}),
        ([(7, "Lily"), (8, "Tom")], {7: "Lily", 8: "Tom"}),
        ([(7, "Lily"), (8, "Tom"), (9, "Lily")], {7: "Lily 1", 8: "Tom", 9: "Lily 2"}),
        ([(9, "Lily"), (7, "Lily"), (8, "Lily")], {9: "Lily 1", 7: "Lily 2", 8: "Lily 3"}),
    ],
    ids=["nobody", "two names", "two of one name", "by when they came"],
)
def test_children_of_one_name_have_numbers(pupils: list[tuple[int, str]], names: dict[int, str]) -> None:
    assert told_apart(pupils) == names


@pytest.mark.parametrize(
    ("around", "readers"),
    [
        (whole(), [MOTHER, FATHER, GRANDMA, GRANDPA]),
        (circle(MOTHER, adult(GRANDMA, is_suspended=True), AUNT), [MOTHER]),
        (circle(AUNT), []),
    ],
    ids=["parents and guardians", "not who is held", "no stand-in"],
)
def test_a_schools_notices_go_to_the_parents_and_those_who_bring_the_child_up(
    around: Circle, readers: list[int]
) -> None:
    assert people(family(around)) == readers
