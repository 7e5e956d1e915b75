"""What a store does before anything else."""

from sqlalchemy import text

from bot.db import key_marks, look_up_keys, veil_key
from bot.db.migrations import HEAD, revision, upgrade
from bot.db.transaction import Tx

_CHANGING = 7_052_144


def prepare(tx: Tx) -> None:
    """Bring the schema up to date, and the keyring to what is remembered. Raises HomelineError."""
    if tx.conn.dialect.name == "postgresql" and revision(tx.conn) != HEAD:
        # One process changes the schema; those that start beside it wait, and find it done.
        tx.conn.execute(text("SET LOCAL statement_timeout = 0"))
        tx.conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHANGING})
    upgrade(tx.conn)
    key_marks.check(tx)
    look_up_keys.load(tx)
    veil_key.load(tx.conn)
