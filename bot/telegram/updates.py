"""An update as it came: read no further than its number and its chat, so that nothing in it can stop the line."""

import json
from typing import Any

from bot.delivery.inbox import Received

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]
_HUGE = 2**63  # what a column holds


def received(update: Any) -> Received | None:
    """The row of an update; none without a number, for nothing can be kept or acknowledged without it."""
    if not isinstance(update, dict) or not _fits(update.get("update_id")):
        return None
    return Received(update["update_id"], _chat(update), json.dumps(update))


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
