"""What this installation has learned about itself."""

from sqlalchemy import select, update

from bot.storage.tables import installation
from bot.storage.transaction import Tx


def get(tx: Tx, name: str) -> str | None:
    """A value that was learned, such as the bot's `username`."""
    found: str | None = tx.scalar(select(installation.c.value).where(installation.c.name == name))
    return found


def learn(tx: Tx, name: str, value: str) -> None:
    """Remember a value."""
    if not tx.change(update(installation).where(installation.c.name == name).values(value=value)):
        tx.add(installation, name=name, value=value)


def link(tx: Tx, token: str) -> str:
    """The invite link of a token."""
    return f"https://t.me/{get(tx, 'username')}?start={token}"
