"""Python looks for garbage seldom while Homeline runs, and as before afterwards."""

import gc

import pytest

from bot.garbage import THRESHOLDS, looked_for_seldom


def test_what_is_there_is_left_alone_until_it_ends() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with looked_for_seldom():
        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count() > frozen + 10_000

    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_fails_meanwhile_leaves_it_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), looked_for_seldom():
        raise ValueError("stopped")

    assert gc.get_threshold() == before
