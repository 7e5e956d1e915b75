"""Whose goodnight comes tonight, and when more are asked for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.daily.goodnights import tell_low, tonights
from bot.domain.daily.letters import Letter, LetterState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIRST = Letter(1, 1, 10, None, True, "voice", "f", "", "", None, LetterState.SHELVED, NOW, None, None, "goodnight")
SECOND, FATHERS = replace(FIRST, id=2), replace(FIRST, id=3, author_id=20)


def test_two_parents_take_turns_and_each_is_heard_in_the_order_of_recording() -> None:
    shelf = [FIRST, SECOND, FATHERS]

    assert tonights(shelf, {}) == FIRST
    assert tonights([SECOND, FATHERS], {10: NOW}) == FATHERS
    assert tonights([SECOND, FATHERS], {10: NOW, 20: NOW.replace(day=24)}) == SECOND
    assert tonights([], {}) is None


@pytest.mark.parametrize(("left", "asked"), [(3, 0), (2, 1), (1, 0), (0, 0)])
def test_more_are_asked_for_once(left: int, asked: int) -> None:
    assert len(tell_low(1, 10, left)) == asked
