"""A child that comes later or leaves early: how softly it is told, and what may be given as a reason."""

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.school_hours import (
    HoursShown,
    HoursTold,
    Reason,
    card_of,
    reasons,
    tell_changed,
    tell_family,
    tell_teachers,
)
from tests.domain.family import GRANDMA, MOTHER, told
from tests.domain.school.builders import TEACHER, word


def test_health_is_a_reason_only_where_it_may_be_named() -> None:
    assert reasons(health=False) == [Reason.TRAVELLING, Reason.FAMILY]
    assert set(reasons(health=True)) == set(Reason) - {Reason.LATE}
    assert set(reasons(health=True, missed=True)) == set(Reason)


@pytest.mark.parametrize("what", ["late", "early"])
def test_nobody_is_woken_by_it_and_a_card_changes_in_silence(what: str) -> None:
    said = word(what)
    family, teacher = tell_family(said, [GRANDMA, MOTHER]), tell_teachers(said, [TEACHER])

    assert told(family, HoursShown) == [GRANDMA, MOTHER]
    assert told(teacher, HoursTold) == [TEACHER]
    assert {each.lane for each in (*family, *teacher)} == {Lane.NOTICE}
    assert [each.edits_card for each in tell_changed(said, [MOTHER])] == [True]


def test_late_and_early_of_one_day_are_two_cards() -> None:
    assert card_of(word("late")) != card_of(word("early"))
