"""An update as python-telegram-bot reads it; what it cannot read of a message is left out, and its sender answered."""

import json
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, CallbackQuery, Chat, Message, Update, User

from bot import log
from bot.delivery.inbox import AGAIN
from bot.telegram.updates import ALLOWED

# What is left of a message whose content is of another version of the Bot API, such as a poll of an older server.
_ENVELOPE = ("message_id", "date", "edit_date", "chat", "from", "text")

# What is read of a message that a button was pressed below, or that was answered: which one it is.
_WHICH = ("message_id", "date", "chat")
# All that most messages have.
_PLAIN = {"message_id", "date", "chat", "from", "text"}
_PRESS = {"id", "from", "message", "chat_instance", "data"}

_log = log.get("consumer")


class _Message(Message):
    """A message without the library's watch over each of its hundred attributes: half of what reading one costs."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # it takes any name, as the library's does


class _Update(Update):
    """As above."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # it takes any name, as the library's does


class _Chat(Chat):
    """As above."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # it takes any name, as the library's does


class _User(User):
    """As above."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # it takes any name, as the library's does


class Poison(Exception):
    """An update that cannot be read at all."""


def read(number: int, payload: str, bot: Bot) -> Update:
    """The update in the row `number`; raises Poison."""
    raw = {"update_id": 0, **json.loads(payload)}
    known = {key: _named(_brief(key, part)) for key, part in raw.items() if key in {"update_id", AGAIN, *ALLOWED}}
    try:
        try:
            return _read(known, bot)
        except Exception:
            left = {key: _envelope(part) if "message" in key else part for key, part in known.items()}
            update = Update.de_json(left, bot)
    except Exception as error:
        raise Poison(type(error).__name__) from error
    _log.warning("update row %s: what it holds cannot be read; its sender is told so.", number)
    return update


def _read(known: dict[str, Any], bot: Bot) -> Update:
    press = known.get("callback_query")
    if press is not None and _is_press(press):
        return _Update(known["update_id"], callback_query=_press(press, bot))
    said = known.get("message")
    if known.keys() != {"update_id", "message"} or not (said and isinstance(said, dict)):
        return Update.de_json(known, bot)
    message = _plain(said, bot) if _is_plain(said) else _Message.de_json(said, bot)
    return _Update(known["update_id"], message=message)


def _is_plain(said: dict[str, Any]) -> bool:
    return said.keys() == _PLAIN and isinstance(said["chat"], dict) and isinstance(said["from"], dict)


def _plain(said: dict[str, Any], bot: Bot) -> Message:
    """Words alone, without a look for each of the hundred other things that a message may hold."""
    at, chat, who = datetime.fromtimestamp(said["date"], UTC), _Chat.de_json(said["chat"], bot), said["from"]
    words = _Message(said["message_id"], at, chat, from_user=_User.de_json(who, bot), text=said["text"])
    words.set_bot(bot)
    return words


def _is_press(press: Any) -> bool:
    """Of a message that is still there: Telegram dates what is gone 0."""
    return (
        isinstance(press, dict)
        and press.keys() == _PRESS
        and isinstance(press["from"], dict)
        and isinstance(press["message"], dict)
        and press["message"].keys() == set(_WHICH)
        and isinstance(press["message"]["chat"], dict)
        and press["message"]["date"] != 0
    )


def _press(press: dict[str, Any], bot: Bot) -> CallbackQuery:
    """A button below a message, of which is known which one it is."""
    below, who = press["message"], _User.de_json(press["from"], bot)
    at = datetime.fromtimestamp(below["date"], UTC)
    message = _Message(below["message_id"], at, _Chat.de_json(below["chat"], bot))
    message.set_bot(bot)
    query = CallbackQuery(press["id"], who, press["chat_instance"], message=message, data=press["data"])
    query.set_bot(bot)
    return query


def _brief(kind: str, part: Any) -> Any:
    """Without what nobody asks for, all of another message."""
    other = "message" if kind == "callback_query" else "reply_to_message"
    if not isinstance(part, dict) or not isinstance(part.get(other), dict):
        return part
    return {**part, other: {key: part[other][key] for key in _WHICH if key in part[other]}}


def _named(part: Any) -> Any:
    """A person may be without a name, which the library insists on."""
    if not isinstance(part, dict) or not isinstance(part.get("from"), dict):
        return part
    return {**part, "from": {"first_name": "", **part["from"]}}


def _envelope(part: Any) -> Any:
    return {key: part[key] for key in _ENVELOPE if key in part}
