"""A failure counts against its row only where others got through meanwhile."""

import pytest

from bot.telegram.line import AFTER, BROKEN, LONGEST_REST, Line

OURS = 7


@pytest.mark.parametrize(
    ("others", "own"),
    [
        ([], False),  # nobody else asked
        ([("answered", 10.5)], True),
        ([("answered", 12.0 + AFTER)], True),  # just afterwards
        ([("answered", 12.5 + AFTER)], False),  # who knows what was before
        ([("answered", 8.0)], False),  # before it began
        ([("answered", 11.0), ("lost", 11.5)], False),
        ([("lost", 9.5), ("answered", 11.0)], False),  # the line was flaky as it began
        ([("lost", 5.0), ("answered", 11.0)], True),  # long before
        ([("answered", 11.0), ("lost", 13.0)], False),
    ],
)
def test_it_is_the_rows_own_failure_only_where_others_were_answered_and_none_was_lost(
    others: list[tuple[str, float]], own: bool
) -> None:
    line = Line()
    ended = False
    for number, (what, at) in enumerate(others):
        if at > 12.0 and not ended:
            line.lost(OURS, 10.0, 12.0)
            ended = True
        if what == "answered":
            line.answered(at)
        else:
            line.lost(100 + number, at - 0.1, at)
    if not ended:
        line.lost(OURS, 10.0, 12.0)

    assert line.is_rows_own(OURS) is own
    assert not line.is_rows_own(OURS)  # counted once


def test_three_losses_in_a_row_break_the_line() -> None:
    line = Line()
    assert [line.lost(each, 0.0, 1.0) for each in range(BROKEN)] == [False] * (BROKEN - 1) + [True]
    assert line.broken
    assert line.rest(1.0) == 1.0
    assert not line.rest(2.0)
    for _ in range(20):
        assert not line.lost(1, 2.0, 3.0)  # broken already
    assert line.rest(3.0) == LONGEST_REST


def test_one_answer_mends_it() -> None:
    line = Line()
    for each in range(BROKEN):
        line.lost(each, 0.0, 1.0)
    assert line.answered(9.0)
    assert not line.broken
    assert not line.answered(9.1)  # it was well already
    assert not line.lost(1, 9.0, 9.5)
    assert line.rest(9.5) == 0.0


def test_what_waited_for_the_line_is_known_once_it_is_back_and_only_once() -> None:
    line = Line()
    for each in (3, 1, 2):
        line.lost(each, 0.0, 1.0)
    line.ended(2)

    assert line.waited_for_it() == [1, 3]
    assert line.waited_for_it() == []
