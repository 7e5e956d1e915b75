"""A child has one minute of its slot, and no minute has more children than can be asked and told about in it."""

from collections import Counter

import pytest

from bot.domain.daily.spreading import A_MINUTE, minutes, roomy, takes
from bot.domain.local_time import LATEST, SLOTS, minute_in_slot


@pytest.mark.parametrize("slot", SLOTS)
def test_the_first_choice_lies_in_the_slot_and_no_choice_after_its_latest_minute(slot: str) -> None:
    for key in range(300):
        found = minutes(slot, key)
        assert found == minutes(slot, key)
        assert found[0] == minute_in_slot(slot, key)
        assert SLOTS[slot][0] <= min(found)
        assert max(found) < LATEST[slot]
        assert max(found) >= SLOTS[slot][1]


def test_a_full_minute_takes_nobody_while_another_has_room() -> None:
    assert roomy({1080: 0, 1090: 0}) == 1080
    assert roomy({1080: A_MINUTE - 1, 1090: 0}) == 1080
    assert roomy({1080: A_MINUTE, 1090: 7, 1100: 0}) == 1090
    assert roomy({1080: A_MINUTE + 2, 1090: A_MINUTE, 1100: A_MINUTE + 1}) == 1090


def spread(children: int) -> Counter[int]:
    """Where so many children are put, one after another."""
    asked: Counter[int] = Counter()
    for key in range(children):
        asked[roomy({each: asked[each] for each in minutes("evening", key)})] += 1
    return asked


def test_a_slot_widens_only_as_it_fills_and_no_minute_overflows_before_all_are_nearly_full() -> None:
    end = SLOTS["evening"][1]
    few = spread(10_000)
    assert max(few) < end  # as long as there is room, nobody is asked later than the slot says
    room = takes("evening", 28)
    nearly = spread(int(room * 0.9))
    assert max(nearly.values()) <= A_MINUTE
    assert max(nearly) >= end
    assert len(nearly) == LATEST["evening"] - SLOTS["evening"][0]
    assert max(spread(int(room * 1.2)).values()) < 2 * A_MINUTE  # and beyond it the overflow is shared


def test_a_slower_bot_takes_fewer_and_a_faster_one_as_many_as_were_measured() -> None:
    assert takes("evening", 28) == takes("evening", 1000) == 180 * A_MINUTE
    assert takes("evening", 14) == 90 * A_MINUTE
