"""An update as python-telegram-bot reads it; what it cannot read of a message is left out, and its sender answered."""

import json
from typing import Any

from telegram import Bot, Update

from bot import log
from bot.delivery.inbox import AGAIN
from bot.telegram.updates import ALLOWED

# What is left of a message whose content is of another version of the Bot API, such as a poll of an older server.
_ENVELOPE = ("message_id", "date", "edit_date", "chat", "from", "text")

_log = log.get("consumer")


class Poison(Exception):
    """An update that cannot be read at all."""


def read(number: int, payload: str, bot: Bot) -> Update:
    """The update in the row `number`; raises Poison."""
    raw = {"update_id": 0, **json.loads(payload)}
    known = {key: _named(part) for key, part in raw.items() if key in {"update_id", AGAIN, *ALLOWED}}
    try:
        try:
            return Update.de_json(known, bot)
        except Exception:
            left = {key: _envelope(part) if "message" in key else part for key, part in known.items()}
            update = Update.de_json(left, bot)
    except Exception as error:
        raise Poison(type(error).__name__) from error
    _log.warning("update row %s: what it holds cannot be read; its sender is told so.", number)
    return update


def _named(part: Any) -> Any:
    """A person may be without a name, which the library insists on."""
    if not isinstance(part, dict) or not isinstance(part.get("from"), dict):
        return part
    return {**part, "from": {"first_name": "", **part["from"]}}


def _envelope(part: Any) -> Any:
    return {key: part[key] for key in _ENVELOPE if key in part}
