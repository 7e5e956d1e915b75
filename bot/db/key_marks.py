"""By which an installation knows its own keys: with others it would greet everybody as a stranger and seal anew.

Under each key that was ever the newest a mark is sealed. `homeline keys rotate` takes those away that are done with.
"""

import base64

from sqlalchemy import LargeBinary, select, type_coerce

from bot.db import installation
from bot.db.columns import EncryptedText
from bot.db.sealing import row_of
from bot.db.tables import installation as table
from bot.db.tables import person, school
from bot.db.transaction import Tx
from bot.errors import CannotDecrypt, SettingsError

_NAME = "key_mark_"
_SAMPLE = 3
_MARKS = select(table).where(table.c.name.startswith(_NAME, autoescape=True))
_SOME = {
    each: select(each.table.c.id, type_coerce(each, LargeBinary())).where(each.is_not(None)).limit(_SAMPLE)
    for each in (person.c.name, school.c.name)
}


def leave(tx: Tx) -> None:
    """From now on this installation knows its newest key."""
    name = _name(tx.keyring.newest)
    if installation.get(tx, name) is None:
        sealed = tx.keyring.encrypt(b"homeline", name.encode())
        installation.learn(tx, name, base64.b64encode(sealed).decode())


def check(tx: Tx) -> None:
    """Raises SettingsError where the keyring is not the one of this database."""
    found = tx.all(_MARKS)
    for row in found:
        key = int(row.name.removeprefix(_NAME))
        if key not in tx.keyring.ids:
            raise _not_ours(f"Key {key}, under which this database was written, is missing in HOMELINE_KEYS")
        try:
            tx.keyring.decrypt(base64.b64decode(row.value), row.name.encode())
        except CannotDecrypt:
            raise _not_ours(f"Key {key} in HOMELINE_KEYS is another one than this database was written under") from None
    if not found and not _opens(tx):
        raise _not_ours("This database was written under keys that are not in HOMELINE_KEYS")


def keep_newest(tx: Tx) -> None:
    """Nothing is sealed under the other keys any more: they may be missing."""
    leave(tx)
    for key in [each for each in tx.keyring.ids if each != tx.keyring.newest]:
        installation.forget(tx, _name(key))


def _opens(tx: Tx) -> bool:
    """Whether any of some values opens, where there is no mark yet: one that is damaged must not stop the start."""
    tried = 0
    for column, some in _SOME.items():
        assert isinstance(column.type, EncryptedText)
        for number, sealed in map(tuple, tx.all(some)):
            tried += 1
            try:
                tx.keyring.decrypt(bytes(sealed), column.type.bound(row_of([number]).encode()))
            except CannotDecrypt:
                continue
            return True
    return not tried


def _name(key: int) -> str:
    return f"{_NAME}{key}"


def _not_ours(words: str) -> SettingsError:
    return SettingsError(f"{words}. Nothing was changed: find the right keys first (runbook: Keys).")
