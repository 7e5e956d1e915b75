"""The key of veiled numbers: made once for an installation and kept sealed, so that it outlives every key."""

import base64
import contextlib
import os
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, inspect, select, update

from bot.db.columns import keyring_of
from bot.db.tables import inbox, outbox, person
from bot.db.tables import installation as table
from bot.errors import CannotDecrypt, SettingsError

_NAME = "veil_key"
_LENGTH = 32
_KEPT = select(table.c.value).where(table.c.name == _NAME)


def load(conn: Connection) -> None:
    """Let the keyring veil and unveil the numbers of this database; its key is made where it has none yet."""
    keyring = keyring_of(conn.dialect)
    sealed = conn.execute(_KEPT).scalar()
    if sealed is None:
        keyring.learn_veil_key(os.urandom(_LENGTH))
        conn.execute(insert(table).values(name=_NAME, value=_sealed(conn)))
        return
    try:
        keyring.learn_veil_key(keyring.decrypt(base64.b64decode(sealed), _NAME.encode()))
    except CannotDecrypt:
        if _veils_anything(conn):
            raise SettingsError("The key of what is veiled does not open. Restore a backup (runbook: Keys).") from None
        keyring.learn_veil_key(os.urandom(_LENGTH))  # opened once under other keys, and never used
        keep(conn)


def peek(conn: Connection) -> None:
    """As `load`, for who only looks: nothing is made, and keys that do not open it leave it unknown."""
    if not inspect(conn).has_table(table.name):
        return
    keyring = keyring_of(conn.dialect)
    sealed = conn.execute(_KEPT).scalar()
    with contextlib.suppress(CannotDecrypt):
        if sealed is not None:
            keyring.learn_veil_key(keyring.decrypt(base64.b64decode(sealed), _NAME.encode()))


def _veils_anything(conn: Connection) -> bool:
    rows = (select(each.c.id).limit(1) for each in (person, inbox, outbox))
    return any(conn.execute(each).first() for each in rows)


def keep(conn: Connection) -> None:
    """Seal it under the newest key."""
    conn.execute(update(table).where(table.c.name == _NAME).values(value=_sealed(conn)))


def apart_from(query: Select[Any], rows: Table) -> Select[Any]:
    """The rows of a table without this one, which every database that was ever opened has."""
    return query.where(rows.c.name != _NAME) if rows.name == table.name else query


def _sealed(conn: Connection) -> str:
    keyring = keyring_of(conn.dialect)
    if keyring.veil_key is None:
        raise SettingsError("The key of veiled numbers is not known.")
    return base64.b64encode(keyring.encrypt(keyring.veil_key, _NAME.encode())).decode()
