"""Python looks for garbage seldom while Homeline runs, and not while it is loaded."""

import gc
from collections.abc import Iterator

import pytest

from bot import garbage
from bot.garbage import THRESHOLDS, looked_for_seldom


@pytest.fixture(autouse=True)
def _as_python_begins() -> Iterator[None]:
    """Tests leave what they have loaded alone; here that begins anew."""
    gc.unfreeze()
    yield
    gc.enable()
    gc.freeze()


def test_what_is_there_is_left_alone_and_the_rest_looked_for_as_before_once_it_has_ended() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with looked_for_seldom():
        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count() > frozen + 10_000

    assert gc.get_threshold() == before


def test_what_fails_meanwhile_leaves_it_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), looked_for_seldom():
        raise ValueError("stopped")

    assert gc.get_threshold() == before


def test_a_command_of_its_own_process_is_not_looked_through_until_it_is_loaded_nor_afterwards() -> None:
    garbage.left_until_loaded()
    assert not gc.isenabled()

    garbage.loaded()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 10_000


def test_within_another_process_what_is_loaded_is_looked_through_as_before() -> None:
    garbage.loaded()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
