"""A child out of a class: for how long it is back with one tap, and who hears of it."""

from datetime import timedelta

import pytest

from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.leaving_class import PupilBack, PupilLeft, PupilMoved, may_come_back, tell_back, tell_left
from tests.domain.family import FATHER, GRANDMA, GRANDPA, MOTHER, NOW, told, whole
from tests.domain.school.builders import TEACHER


@pytest.mark.parametrize(
    ("state", "ago", "may"),
    [
        (EnrolmentState.LEFT, timedelta(0), True),
        (EnrolmentState.LEFT, timedelta(hours=24), False),
        (EnrolmentState.LEFT, None, False),
        (EnrolmentState.REFUSED, timedelta(0), False),
        (EnrolmentState.ACTIVE, timedelta(0), False),
    ],
    ids=["at once", "a day later", "nobody knows since when", "the teacher said no", "it is there"],
)
def test_who_has_left_is_back_with_one_tap_for_a_day(state: EnrolmentState, ago: timedelta | None, may: bool) -> None:
    assert may_come_back(state, None if ago is None else NOW - ago, NOW) is may


STAFF = [TEACHER, MOTHER, 98]  # the mother teaches there, too, and reads it as one of the family


def test_the_others_of_the_family_and_the_teachers_hear_and_who_tapped_does_not() -> None:
    left, back = tell_left(whole(), 5, 3, GRANDMA, STAFF), tell_back(whole(), 5, 3, MOTHER, STAFF)

    assert told(left, PupilLeft) == [MOTHER, FATHER, GRANDPA]
    assert told(back, PupilBack) == [FATHER, GRANDMA, GRANDPA]
    assert told(left, PupilMoved) == told(back, PupilMoved) == [TEACHER, 98]
    assert told(tell_left(whole(), 5, 3, GRANDMA, []), PupilMoved) == []
    assert {each.card for each in [*left, *back]} == {"class_left:5"}
