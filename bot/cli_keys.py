"""The commands that print fresh keys."""

import argparse

from bot.db.crypto import new_key
from bot.operations.backup_keys import new_pair


async def keys_new(wanted: argparse.Namespace) -> None:
    """One fresh key."""
    if not 0 <= wanted.id <= 255:
        raise ValueError("a key's number is between 0 and 255")
    print(new_key(wanted.id))


async def keys_backup(_wanted: argparse.Namespace) -> None:
    """A fresh pair."""
    print(new_pair())
