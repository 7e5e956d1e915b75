"""What a class is called a year later, how two of one name are told apart, and when it is offered, over and lost."""

from datetime import timedelta

import pytest

from bot.domain.names import NAME_LIMIT
from bot.domain.school.class_years import (
    CarryAsked,
    ClassCarried,
    ClassEnded,
    ClassOver,
    ClassRenamed,
    distinct,
    may_come_back,
    next_name,
    offered_at,
    tell_carried,
    tell_offered,
    tell_over,
    tell_renamed,
)
from tests.domain.family import FATHER, MOTHER, NOW, told
from tests.domain.school.builders import TEACHER


@pytest.mark.parametrize(
    ("name", "following"),
    [
        ("3B", "4B"),
        ("9-A", "10-A"),
        ("Class 3B2", "Class 4B2"),
        ("三（2）班", "四（2）班"),
        ("初一3班", "初二3班"),
        ("九年级", "九年级"),
        ("2026", "2026"),
        ("Sunflowers", "Sunflowers"),
    ],
)
def test_the_grade_goes_up_by_one_and_nothing_else_changes(name: str, following: str) -> None:
    assert next_name(name) == following


@pytest.mark.parametrize(
    ("name", "taken", "unlike"),
    [
        ("3B", [], "3B"),
        ("3B", ["3A"], "3B"),
        ("3B", ["3b"], "3B Zhao Lan"),
        ("3B", ["3B", "3B Zhao Lan"], "3B 2"),
        ("3B", ["3B", "3B Zhao Lan", "3B 2"], "3B 3"),
    ],
)
def test_no_two_classes_of_a_school_have_one_name(name: str, taken: list[str], unlike: str) -> None:
    assert distinct(name, taken, "Zhao Lan") == unlike


def test_a_name_stays_within_its_limit() -> None:
    long = "x" * NAME_LIMIT

    assert len(distinct(long, [long], "Zhao Lan")) <= NAME_LIMIT
    assert distinct(long, [long], "Zhao Lan") != long


def test_it_is_offered_a_month_before_and_comes_back_for_two() -> None:
    assert offered_at(NOW) == NOW - timedelta(days=30)
    assert may_come_back(NOW, NOW + timedelta(days=59))
    assert not may_come_back(NOW, NOW + timedelta(days=60))


def test_teacher_leads_and_families_hear_of_an_end_and_families_alone_of_a_name() -> None:
    over = tell_over(3, [TEACHER], [MOTHER, FATHER])

    assert told(over, ClassOver) == [TEACHER]
    assert told(over, ClassEnded) == [MOTHER, FATHER]
    assert told(tell_offered(3, [TEACHER]), CarryAsked) == [TEACHER]
    assert told(tell_carried(3, "3B", [MOTHER]), ClassCarried) == [MOTHER]
    assert told(tell_renamed(3, "3B", [MOTHER]), ClassRenamed) == [MOTHER]
