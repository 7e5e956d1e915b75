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
    """Its name, as operators read it; an older version has not written its number down."""
    its_number = number(tx)
    return f"@{installation.get(tx, USERNAME)}" + (f" ({its_number})" if its_number else "")


def learn(tx: Tx, its_number: str, username: str) -> None:
    """From now on the database is this bot's."""
    installation.learn(tx, _NUMBER, its_number)
    installation.learn(tx, USERNAME, username)


def meet(tx: Tx, its_number: str, username: str) -> None:
    """The bot has said who it is. Raises HomelineError where the database belongs to another one."""
    if not is_met(tx, its_number, username):
        raise _another(tx, its_number)
    learn(tx, its_number, username)


def is_met(tx: Tx, its_number: str, username: str) -> bool:
    """Whether the database is this bot's; where only a name is known, by that."""
    known = number(tx)
    return known == its_number if known else installation.get(tx, USERNAME) in {None, username}


def is_of(tx: Tx, token: str) -> bool:
    """Whether a token is of the bot that this database belongs to, or it belongs to none yet."""
    return number(tx) in {None, number_in(token)}


def must_be_of(tx: Tx, token: str) -> None:
    """Raises HomelineError where the token is another bot's."""
    if not is_of(tx, token):
        raise _another(tx, number_in(token))


def _another(tx: Tx, its_number: str) -> HomelineError:
    return HomelineError(
        f"This database belongs to {name(tx)}, and TELEGRAM_BOT_TOKEN to another bot ({its_number}). Set the right "
        "token; if families are to go over to the other bot, run `homeline moved-bot` once (runbook: Another bot)."
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
