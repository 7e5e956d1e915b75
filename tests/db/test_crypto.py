"""The keyring: who can read, who cannot, and what a wrong one says."""

import pytest

from bot.db.crypto import Keyring, new_key, parse_keys
from bot.errors import CannotDecrypt, SettingsError

ONE, TWO = new_key(1), new_key(2)


def test_what_was_sealed_opens_again() -> None:
    ring = parse_keys(ONE)
    assert ring.decrypt(ring.encrypt(b"Lily", b"child.name"), b"child.name") == b"Lily"
    assert ring.encrypt(b"Lily", b"child.name") != ring.encrypt(b"Lily", b"child.name")


def test_it_opens_only_in_its_own_column() -> None:
    ring = parse_keys(ONE)
    with pytest.raises(CannotDecrypt, match="does not open"):
        ring.decrypt(ring.encrypt(b"Lily", b"child.name"), b"person.name")


@pytest.mark.parametrize("sealed", [b"", bytes([9]) + b"x" * 40])
def test_a_key_that_is_not_there_is_named(sealed: bytes) -> None:
    with pytest.raises(CannotDecrypt, match="HOMELINE_KEYS"):
        parse_keys(ONE).decrypt(sealed, b"child.name")


def test_the_newest_key_writes_and_each_reads() -> None:
    old, both = parse_keys(ONE), parse_keys(f"{TWO}\n{ONE}")
    assert both.decrypt(old.encrypt(b"Lily", b"c"), b"c") == b"Lily"
    assert both.encrypt(b"Lily", b"c")[0] == 2
    with pytest.raises(CannotDecrypt):
        old.decrypt(both.encrypt(b"Lily", b"c"), b"c")


def test_a_look_up_finds_what_an_older_key_stored() -> None:
    old, both = parse_keys(ONE), parse_keys(f"{TWO},{ONE}")
    assert old.look_up("token") in both.look_ups("token")
    assert both.look_up("token") != old.look_up("token")


@pytest.mark.parametrize(
    "text",
    ["nonsense", "1:", "x:" + ONE[2:], "1:c2hvcnQ=", f"{ONE},{ONE}", "300:" + ONE[2:], "1:§§"],
    ids=["no id", "no key", "no number", "too short", "twice", "number too large", "no base64"],
)
def test_a_wrong_keyring_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(SettingsError, match="HOMELINE_KEYS") as error:
        parse_keys(text)
    assert "\n" not in str(error.value)


def test_an_empty_keyring_is_refused() -> None:
    with pytest.raises(SettingsError, match="no key"):
        Keyring({})


@pytest.mark.parametrize("left", [0, 1, 5, 20])
def test_a_value_that_was_cut_off_does_not_open_and_says_no_more(left: int) -> None:
    keyring = parse_keys(new_key())
    with pytest.raises(CannotDecrypt):
        keyring.decrypt(keyring.encrypt(b"Lily", b"child.name")[:left], b"child.name")
