"""The seven signs of the danger card as one picture, seen without scrolling; `tests/danger_signs.py` draws it."""

import hashlib
from functools import cache
from pathlib import Path

from bot.db import installation
from bot.db.transaction import Tx
from bot.domain.illness.illness_alerts import DangerSigns
from bot.texts.message import Media, Message
from bot.texts.reader import Reader

_PICTURE = Path(__file__).with_name("danger_signs.png")


def danger_signs(reader: Reader, about: DangerSigns) -> Message:
    """No word, and no button: those of the card above stay the last ones."""
    known = installation.get(reader.tx, _name(reader.tx))
    content = b"" if known else _drawn()
    return Message(media=Media("photo", file_id=known or "", content=content, name=_PICTURE.name), foot=False)


def learn(tx: Tx, file_id: str) -> None:
    """Telegram keeps the picture: from now on its name is sent."""
    installation.learn(tx, _name(tx), file_id)


def forget(tx: Tx) -> None:
    """Telegram knows it no more."""
    installation.forget(tx, _name(tx))


@cache
def _drawn() -> bytes:
    return _PICTURE.read_bytes()


@cache
def _mark() -> str:
    return hashlib.sha256(_drawn()).hexdigest()[:12]


def _name(tx: Tx) -> str:
    """One for each picture and bot: what Telegram has given one bot means nothing to another."""
    return f"danger_signs_{_mark()}_{installation.get(tx, 'username')}"
