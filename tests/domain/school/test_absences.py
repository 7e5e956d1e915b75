"""A child who is not in class: who is asked first, who may answer, and how loudly each hears it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane
from bot.domain.school.absences import (
    LADDER,
    AbsenceOver,
    AbsenceShown,
    Step,
    asked_first,
    may_answer,
    may_explain,
    next_of,
    tell_asked,
    tell_found,
    tell_over,
    tell_parents,
    tell_teachers,
)
from bot.domain.school.school_words import WordAnswer, WordState
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, NOBODY, NOW, adult, circle, told
from tests.domain.school.builders import TEACHER, word

AWAY = adult(GRANDMA, away_until=NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("around", "first"),
    [
        (circle(MOTHER, GRANDMA, AUNT), [GRANDMA]),
        (circle(MOTHER, AWAY, AUNT), [AUNT]),
        (circle(MOTHER, FATHER), [MOTHER, FATHER]),
        (circle(MOTHER, AWAY), [MOTHER]),
        (circle(), []),
    ],
    ids=["home", "the stand-in", "nobody at home has joined", "home is away", "nobody at all"],
)
def test_home_is_asked_first_and_the_parents_where_nobody_is_there(around: Circle, first: list[int]) -> None:
    assert asked_first(around, NOW) == first


@pytest.mark.parametrize(
    ("who", "knows", "may"),
    [
        (GRANDMA, True, True),
        (GRANDMA, False, True),
        (MOTHER, True, True),
        (MOTHER, False, False),
        (NOBODY, True, False),
        (NOBODY, False, False),
    ],
    ids=["home knows", "home does not", "a parent knows", "a parent does not", "a stranger", "a stranger does not"],
)
def test_everybody_may_know_and_only_who_was_asked_may_not(who: int, knows: bool, may: bool) -> None:
    asked = [GRANDMA, NOBODY]  # who has left since may say nothing any more

    assert may_answer(circle(MOTHER, GRANDMA), who, asked, knows=knows) is may


@pytest.mark.parametrize(
    ("answer", "lane"),
    [(None, Lane.NOTICE), ("knows", Lane.NOTICE), ("unknown", Lane.URGENT)],
    ids=["not answered yet", "home knows", "nobody knows"],
)
def test_the_parents_are_woken_only_when_nobody_knows(answer: str | None, lane: Lane) -> None:
    assert {each.lane for each in tell_parents(word("absent", answer=answer), [MOTHER])} == {lane}
    assert {each.lane for each in tell_asked(word("absent"), [GRANDMA])} == {Lane.URGENT}
    assert {each.lane for each in tell_found(word("absent"), [MOTHER])} == {Lane.URGENT}


def test_nothing_of_it_comes_on_the_next_day() -> None:
    assert [each.expires_in for each in tell_asked(word("absent"), [GRANDMA])] == [timedelta(hours=12)]


def test_in_class_after_all_is_said_to_those_who_had_read_otherwise() -> None:
    tells = tell_over(word("absent"), [GRANDMA, MOTHER])

    assert told(tells, AbsenceOver) == [GRANDMA, MOTHER]
    assert [each.to for each in tells if isinstance(each.event, AbsenceShown) and each.edits_card] == [GRANDMA, MOTHER]
    assert tell_over(word("absent"), []) == []


@pytest.mark.parametrize(("at_once", "lane"), [(True, Lane.URGENT), (False, Lane.NOTICE)])
def test_the_teacher_reads_it_in_office_hours_unless_nobody_knows(at_once: bool, lane: Lane) -> None:
    tells = tell_teachers(word("absent"), [TEACHER], at_once=at_once)

    assert [(each.to, each.lane) for each in tells] == [(TEACHER, lane)]


def test_parents_teacher_lead_and_who_is_near_hear_it_one_after_the_other() -> None:
    assert [next_of(each) for each in LADDER] == [Step.TEACHER, Step.LEAD, Step.NEAR, None]


@pytest.mark.parametrize(
    ("other", "may"),
    [
        ({}, True),
        ({"answer": WordAnswer.UNKNOWN}, False),
        ({"answered_by": MOTHER}, False),
        ({"body": {"told_before": True}}, False),
        ({"body": {"from_home": True}}, False),
        ({"state": WordState.UNDONE}, False),
        ({"sent_at": NOW - timedelta(hours=13)}, False),
    ],
)
def test_why_is_said_by_who_has_just_said_that_they_know(other: dict[str, Any], *, may: bool) -> None:
    found = replace(word("absent", answer=WordAnswer.KNOWN, answered_by=GRANDMA), **other)
    assert may_explain(found, GRANDMA, NOW) is may
