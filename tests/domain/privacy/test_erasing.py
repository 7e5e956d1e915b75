"""Who reads that somebody was erased: only that they left, and nothing where a line hid them (SG-08)."""

from datetime import timedelta

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane
from bot.domain.privacy.erasing import CAN_BE_DELETED, COOLING_OFF, ErasedLeft, is_parent, tell_erased_left
from tests.domain.family import FATHER, GRANDMA, MOTHER, circle


@pytest.mark.parametrize(
    ("before", "after", "who", "readers", "nobody"),
    [
        (circle(MOTHER, FATHER, GRANDMA), circle(MOTHER, GRANDMA), FATHER, [MOTHER, GRANDMA], False),
        (circle(MOTHER, FATHER, GRANDMA), circle(MOTHER, FATHER), GRANDMA, [MOTHER, FATHER], True),
        (circle(MOTHER, GRANDMA), circle(GRANDMA), MOTHER, [GRANDMA], False),
    ],
    ids=["a parent", "who looked after the child", "the only parent"],
)
def test_sg_08_those_who_stay_read_only_that_somebody_left(
    before: Circle, after: Circle, who: int, readers: list[int], nobody: bool
) -> None:
    tells = tell_erased_left(before, after, who)
    abouts = [each.event for each in tells if isinstance(each.event, ErasedLeft)]

    assert [each.to for each in tells] == readers
    assert {each.lane for each in tells} == {Lane.NOTICE if nobody else Lane.ROUTINE}
    assert {(each.nobody, is_parent(each)) for each in abouts} == {(nobody, who != GRANDMA)}


def test_sg_08_the_others_have_three_days_and_telegram_gives_two_for_messages() -> None:
    assert timedelta(hours=72) == COOLING_OFF
    assert timedelta(hours=48) > CAN_BE_DELETED
