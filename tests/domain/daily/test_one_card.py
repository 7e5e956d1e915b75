"""What the buttons of one card carry, for one child or several."""

import re
from datetime import timedelta

import pytest

from bot.callback_data import pack, unpack
from bot.domain.daily.one_card import SEVERAL, can_go, packed, unpacked
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


@pytest.mark.parametrize(("hours", "goes"), [(1, True), (46, True), (48, False)])
def test_what_telegram_still_takes_away(hours: int, goes: bool) -> None:
    assert can_go(NOW - timedelta(hours=hours), NOW) == goes
    assert not can_go(None, NOW)
