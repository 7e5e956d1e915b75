"""A number that is looked up and cannot be read: one other stands for it, in one column, under one key."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.db.crypto import new_key, parse_keys
from bot.db.veil import Veil

KEY = b"k" * 32
NUMBERS = st.integers(-(2**63), 2**63 - 1)


@given(NUMBERS)
def test_each_number_comes_back_and_fits_where_it_came_from(number: int) -> None:
    veil = Veil(KEY)
    assert -(2**63) <= veil.hide(number) < 2**63
    assert veil.show(veil.hide(number)) == number


def test_accounts_in_a_row_are_in_no_row_and_no_two_look_the_same() -> None:
    veil = Veil(KEY)
    hidden = [veil.hide(6_481_520_000 + each) for each in range(2_000)]
    assert len(set(hidden)) == len(hidden)
    assert hidden != sorted(hidden)
    assert min(abs(each) for each in hidden) > 2**44  # no small number stands for a small one
    alike = [a ^ b for a, b in itertools.pairwise(hidden)]
    assert 28 < sum(each.bit_count() for each in alike) / len(alike) < 36


def test_however_many_people_there_are_few_of_them_stay_at_hand() -> None:
    veil = Veil(KEY)
    for number in range(10_000):
        veil.show(veil.hide(number))
    for known in (veil.hide.cache_info(), veil.show.cache_info()):
        assert known.currsize <= 5_000


def test_in_another_column_and_under_another_key_it_is_another_number() -> None:
    keyring = parse_keys(new_key())
    keyring.learn_veil_key(KEY)
    here, there = keyring.veil("person.telegram_id"), keyring.veil("inbox.chat")
    assert here.hide(7) != there.hide(7)
    assert there.show(here.hide(7)) != 7
    keyring.learn_veil_key(b"l" * 32)
    assert keyring.veil("person.telegram_id").hide(7) != here.hide(7)
