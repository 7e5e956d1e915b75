"""A link on a poster outlives the key under which it was hashed: retired look-up keys are kept, sealed."""

import base64

from sqlalchemy import select

from bot.db import installation
from bot.db.tables import installation as table
from bot.db.transaction import Tx
from bot.errors import CannotDecrypt

_NAME = "look_up_key_"
_KEPT = select(table).where(table.c.name.startswith(_NAME, autoescape=True))


def keep(tx: Tx) -> None:
    """Keep every look-up key that is known, sealed under the newest key."""
    for key_id, hasher in tx.keyring.look_up_keys.items():
        name = f"{_NAME}{key_id}"
        installation.learn(tx, name, base64.b64encode(tx.keyring.encrypt(hasher, name.encode())).decode())


def load(tx: Tx) -> None:
    """Let the keyring look up what was hashed under keys that it holds no more."""
    for row in tx.all(_KEPT):
        try:
            hasher = tx.keyring.decrypt(base64.b64decode(row.value), row.name.encode())
        except CannotDecrypt:
            continue  # the keyring is another one; whatever needs it says so
        tx.keyring.learn_look_up_key(int(row.name.removeprefix(_NAME)), hasher)
