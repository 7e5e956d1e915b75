"""What a store does before anything else."""

from bot.storage import look_up_keys
from bot.storage.migrations import upgrade
from bot.storage.transaction import Tx


def prepare(tx: Tx) -> None:
    """Bring the schema up to date, and the keyring to what the database remembers. Raises NewerDatabase."""
    upgrade(tx.conn)
    look_up_keys.load(tx)
