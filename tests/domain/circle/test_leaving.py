"""Leaving: who stays last, and what the others read."""

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.circle.leaving import MemberLeft, is_last, tell_left
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, adult, circle


@pytest.mark.parametrize(
    ("around", "last"),
    [
        (circle(MOTHER), True),
        (circle(MOTHER, GRANDMA), False),
        (circle(MOTHER, AUNT), False),
        (circle(MOTHER, adult(GRANDMA, state="pending")), True),
        (circle(MOTHER, adult(GRANDMA, is_suspended=True)), True),
    ],
    ids=["alone", "two", "with a stand-in", "one waits", "one is held"],
)
def test_the_last_adult_stays(around: Circle, last: bool) -> None:
    assert is_last(around, MOTHER) is last


GONE = adult(FATHER, state="left")


@pytest.mark.parametrize(
    ("around", "readers", "nobody"),
    [
        (circle(MOTHER, GONE, GRANDMA), [MOTHER, GRANDMA], False),
        (circle(MOTHER, GONE, AUNT), [MOTHER, AUNT], False),
        (circle(MOTHER, GONE), [MOTHER], True),
        (circle(MOTHER, GONE, GRANDMA, separate_lines=True), [GRANDMA], False),
        (circle(MOTHER, GONE, separate_lines=True), [], True),
    ],
    ids=["as ever", "a stand-in can be asked", "nobody can be asked", "apart", "apart, and nobody else"],
)
def test_those_who_knew_them_read_it_and_sooner_when_nobody_can_be_asked(
    around: Circle, readers: list[int], nobody: bool
) -> None:
    tells = tell_left(around, FATHER)

    assert [each.to for each in tells] == readers
    assert {each.lane for each in tells} <= {Lane.NOTICE if nobody else Lane.ROUTINE}
    assert all(isinstance(each.event, MemberLeft) and each.event.nobody is nobody for each in tells)
