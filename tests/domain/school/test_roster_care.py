"""A change of one line is taken back for a day, and is told to whom it concerns."""

from datetime import timedelta

from bot.domain.school.roster_care import LineArrived, may_undo, tell_arrived
from tests.domain.family import NOW


def test_a_change_is_taken_back_for_a_day() -> None:
    assert may_undo(NOW, NOW + timedelta(hours=23))
    assert not may_undo(NOW, NOW + timedelta(days=1))
    assert not may_undo(None, NOW)


def test_who_has_moved_a_child_is_not_told_so() -> None:
    told = tell_arrived([3, 4], class_id=7, pupil_id=9, by=4)
    assert [(each.to, each.event) for each in told] == [(3, LineArrived(7, 9))]
