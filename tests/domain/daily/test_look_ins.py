"""Who is told of somebody near who was asked to look in, and what they can say after what."""

from dataclasses import replace

import pytest

from bot.domain.circle.circles import Role
from bot.domain.daily.look_ins import LookIn, LookInSaid, Said, Why, may_follow, tell_over, tell_said
from tests.domain.family import GRANDMA, MOTHER, NOW, adult, circle

LI = 6
LILY = circle(MOTHER, GRANDMA, adult(LI, Role.NEAR))
TOM = replace(LILY, child=replace(LILY.child, id=8, name="Tom"))


@pytest.mark.parametrize("said", list(Said))
def test_a_parent_reads_of_all_their_children_once_and_home_only_that_somebody_comes(said: Said) -> None:
    tells = tell_said([LILY, TOM], LI, said, NOW)

    assert [each.to for each in tells] == [MOTHER] + [GRANDMA] * (said is Said.GOING)
    assert {each.event for each in tells} == {LookInSaid(7, LI, said, NOW, (8,))}


def test_who_was_there_is_not_told_that_nobody_needs_to_go() -> None:
    asked = [LookIn(number, 7, LI, Why.SILENCE, NOW, said, NOW, None) for number, said in enumerate(Said)]

    assert len(tell_over(LILY, asked)) == len(asked) - 1


@pytest.mark.parametrize(
    ("before", "then"),
    [(Said.WELL, Said.GOING), (Said.WELL, Said.CANNOT), (Said.GOING, Said.GOING), (Said.ASKED, Said.ASKED)],
)
def test_all_well_is_taken_back_before_anything_else_and_nothing_is_said_twice(before: Said, then: Said) -> None:
    assert not may_follow(before, then)
    assert may_follow(Said.WELL, Said.ASKED)
