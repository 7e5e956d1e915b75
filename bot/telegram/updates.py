"""An update as it came: read no further than its number and its chat, so that nothing in it can stop the line."""

import json
from typing import Any

from bot.delivery.inbox import Received

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]
_SAID = ["message", "edited_message", "callback_query", "message_reaction", "channel_post", "edited_channel_post"]
_ELSEWHERE = {"group", "supergroup", "channel"}
_MOVED = ("migrate_to_chat_id", "migrate_from_chat_id")
_HUGE = 2**63  # what a column holds


def received(update: Any) -> Received | None:
    """The row of an update; none without a number, for nothing can be kept or acknowledged without it."""
    if not isinstance(update, dict) or not _fits(update.get("update_id")):
        return None
    return Received(update["update_id"], _chat(update), json.dumps(_kept(update)))


def _kept(update: dict[str, Any]) -> dict[str, Any]:
    """All of what somebody says to the bot; of what is said elsewhere nothing but that a group has another number."""
    for kind in _SAID:
        part = update.get(kind)
        message = part.get("message") if kind == "callback_query" and isinstance(part, dict) else part
        if not isinstance(message, dict):
            continue
        chat = message.get("chat")
        if not isinstance(chat, dict) or chat.get("type") not in _ELSEWHERE:
            continue
        moved = {name: message[name] for name in _MOVED if name in message}
        about = {"chat": chat, **{name: message.get(name) for name in ("message_id", "date")}, **moved}
        return {"update_id": update["update_id"], **({kind: about} if moved else {})}
    return update


def _fits(number: object) -> bool:
    return type(number) is int and abs(number) < _HUGE


def _chat(update: dict[str, Any]) -> int | None:
    """Where an update belongs: the chat of a message, the person of a press."""
    for kind in ALLOWED:
        part = update.get(kind)
        if isinstance(part, dict):
            owner = part.get("from") if kind == "callback_query" else part.get("chat")
            number = owner.get("id") if isinstance(owner, dict) else None
            return number if _fits(number) else None
    return None
