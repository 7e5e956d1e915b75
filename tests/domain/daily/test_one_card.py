"""What the buttons of one card carry, for one child or several."""

import re
from datetime import timedelta

import pytest

from bot.callback_data import pack, unpack
from bot.domain.daily.one_card import SEVERAL, can_go, is_kept, packed, unpacked
from tests.domain.family import NOW


def test_several_rows_fit_on_one_button_and_come_back_as_they_were() -> None:
    numbers = [1, 35, 36, 10**9, 10**12]
    text = packed(numbers)

    assert text is not None
    assert re.fullmatch(SEVERAL, text)
    assert unpacked(unpack(pack("faces", text, "great"))[1][0]) == numbers


def test_more_than_a_button_carries_has_no_button_for_all() -> None:
    assert packed([10**12] * 8) is None
    assert packed([10**12] * 5) is not None


@pytest.mark.parametrize(
    ("hours", "goes", "kept"), [(1, True, False), (36, True, True), (46, True, True), (48, False, False)]
)
def test_what_telegram_still_takes_away_and_what_makes_room_for_its_like(hours: int, goes: bool, kept: bool) -> None:
    sent_at = NOW - timedelta(hours=hours)
    assert (can_go(sent_at, NOW), is_kept(sent_at, NOW)) == (goes, kept)
    assert (can_go(None, NOW), is_kept(None, NOW)) == (False, False)
