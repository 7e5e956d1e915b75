"""Button data is short and goes there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callback_data import LIMIT, pack, unpack


@given(st.lists(st.integers(0, 10**15), max_size=3))
def test_it_goes_there_and_back(numbers: list[int]) -> None:
    assert unpack(pack("face", *numbers)) == ("face", tuple(str(each) for each in numbers))


def test_what_does_not_fit_is_refused() -> None:
    assert pack("a" * LIMIT)
    with pytest.raises(ValueError, match="65 bytes"):
        pack("a" * (LIMIT + 1))
    with pytest.raises(ValueError, match="bytes"):
        pack("face", "莉" * 21)
