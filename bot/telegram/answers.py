"""What the Bot API has answered: a result, or one of python-telegram-bot's errors."""

import json
from http import HTTPStatus
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

_ERRORS: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,  # what is asked exists, so it is the token that does not
    HTTPStatus.CONFLICT: Conflict,
}


def result_of(status: int, body: bytes) -> Any:
    """What was asked for. Raises TelegramError."""
    answer = _read(body)
    if status < HTTPStatus.MULTIPLE_CHOICES:
        if "result" not in answer:
            raise TelegramError("Invalid server response")
        return answer["result"]
    more = answer.get("parameters") or {}
    if more.get("migrate_to_chat_id"):
        raise ChatMigrated(more["migrate_to_chat_id"])
    if more.get("retry_after"):
        raise RetryAfter(more["retry_after"])
    words = answer.get("description") or f"status {status}"
    raise _ERRORS.get(status, NetworkError)(words)


def _read(body: bytes) -> dict[str, Any]:
    """Nothing of an answer that is broken."""
    try:
        answer = json.loads(body.decode(errors="replace"))
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
