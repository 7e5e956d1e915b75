"""The keys of backups as they stand in the setting."""

import pyrage
import pytest
from pyrage.x25519 import Identity

from bot.db.crypto import new_key
from bot.errors import SettingsError
from bot.operations import backup_keys
from bot.settings import Settings

ONE, TWO = Identity.generate(), Identity.generate()
OLD = new_key(9)


@pytest.mark.parametrize(
    ("text", "written_for", "opened_by", "old"),
    [
        (f"{ONE.to_public()}", {ONE}, set[Identity](), 0),
        (f"{ONE.to_public()},{TWO.to_public()}", {ONE, TWO}, set[Identity](), 0),
        (f"{ONE}", {ONE}, {ONE}, 0),
        (f"{ONE},{TWO}", {ONE}, {ONE, TWO}, 0),
        (f"{ONE.to_public()},{TWO},{OLD}", {ONE}, {TWO}, 1),
        (f"# created: today\n# public key: {TWO.to_public()}\n{ONE}\n", {ONE}, {ONE}, 0),
        (OLD, set[Identity](), set[Identity](), 1),
    ],
    ids=["one public", "two public", "one secret", "two secret", "public, secret and old", "a file", "an old one"],
)
def test_who_opens_what_is_written_and_what_is_opened_here(
    text: str, written_for: set[Identity], opened_by: set[Identity], old: int
) -> None:
    keys = backup_keys.read(text)
    assert {str(each) for each in keys.recipients} == {str(each.to_public()) for each in written_for}
    assert {str(each) for each in keys.identities} == {str(each) for each in opened_by}
    assert len(keys.old) == old
    assert "SECRET" not in keys.name


def test_a_fresh_pair_is_what_age_reads_and_what_the_setting_takes() -> None:
    pair = backup_keys.new_pair()
    keys = backup_keys.read(pair)
    (comment, secret) = pair.splitlines()
    sealed = pyrage.encrypt(b"x", keys.recipients)
    assert comment == f"# public key: {keys.name}"
    assert pyrage.decrypt(sealed, [Identity.from_str(secret)]) == b"x"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not set"),
        ("# nothing\n", "is not set"),
        (OLD, "public half"),
        (str(ONE.to_public())[:-1], "mistyped"),
        (str(ONE)[:-1], "mistyped"),
        ("hush", "homeline keys"),
    ],
    ids=["nothing", "a comment", "an old one", "public, mistyped", "secret, mistyped", "another word"],
)
def test_what_cannot_be_written_for_is_said_in_one_line_without_the_key(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as said:
        backup_keys.to_write(Settings(backup_key=text))
    assert "\n" not in str(said.value)
    assert not text.strip() or text not in str(said.value)
