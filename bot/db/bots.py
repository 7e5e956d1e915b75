"""Which bot of Telegram's a database belongs to: what it keeps of chats, messages, files and links is that bot's."""

from datetime import datetime
from typing import NamedTuple

from bot.db import installation
from bot.db.transaction import Tx
from bot.errors import HomelineError

USERNAME = "username"
_NUMBER, _EARLIER, _MOVED_AT = "bot_id", "earlier_bot", "bot_moved_at"


class Move(NamedTuple):
    """That the database was another bot's before."""

    earlier: str
    at: datetime


def number_in(token: str) -> str:
    """The bot's number: it stands in front of each of its tokens."""
    return token.partition(":")[0]


def number(tx: Tx) -> str | None:
    """The number of the bot that this database belongs to; none before the first start."""
    return installation.get(tx, _NUMBER)


def name(tx: Tx) -> str:
    """Its name, as operators read it."""
    return f"@{installation.get(tx, USERNAME)} ({number(tx)})"


def learn(tx: Tx, its_number: str, username: str) -> None:
    """From now on the database is this bot's."""
    installation.learn(tx, _NUMBER, its_number)
    installation.learn(tx, USERNAME, username)


def is_of(tx: Tx, token: str) -> bool:
    """Whether a token is of the bot that this database belongs to, or it belongs to none yet."""
    return number(tx) in {None, number_in(token)}


def must_be_of(tx: Tx, token: str) -> None:
    """Raises HomelineError where the token is another bot's."""
    if not is_of(tx, token):
        raise HomelineError(
            f"This database belongs to {name(tx)}, and TELEGRAM_BOT_TOKEN to another bot ({number_in(token)}). Set the "
            "right token; if families are to go over to the other bot, run `homeline moved-bot` once (runbook: Another "
            "bot)."
        )


def note_move(tx: Tx, its_number: str, username: str) -> None:
    """It is another bot's from now on."""
    installation.learn(tx, _EARLIER, name(tx))
    installation.learn(tx, _MOVED_AT, tx.now.isoformat())
    learn(tx, its_number, username)


def moved(tx: Tx) -> Move | None:
    """The last change from one bot to another."""
    at = installation.instant(tx, _MOVED_AT)
    return Move(installation.get(tx, _EARLIER) or "", at) if at else None
