"""Telegram's answers: what was asked for, or the error that says why not."""

import json

import pytest
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

from bot.telegram.answers import result_of


@pytest.mark.parametrize("result", [True, {"message_id": 7}, [], None])
def test_a_result_is_what_was_asked_for(result: object) -> None:
    assert result_of(200, json.dumps({"ok": True, "result": result}).encode()) == result


@pytest.mark.parametrize(
    ("status", "more", "error"),
    [
        (400, {}, BadRequest),
        (400, {"parameters": {"migrate_to_chat_id": -100123}}, ChatMigrated),
        (401, {}, InvalidToken),
        (403, {}, Forbidden),
        (404, {}, InvalidToken),
        (409, {}, Conflict),
        (429, {"parameters": {"retry_after": 4}}, RetryAfter),
        (429, {}, NetworkError),  # a flood without its end: what it is `refusal` reads in the words
        (418, {}, NetworkError),
    ],
)
def test_a_refusal_is_the_error_of_its_kind(status: int, more: dict[str, object], error: type[TelegramError]) -> None:
    body = json.dumps({"ok": False, "description": "Telegram's own words", **more}).encode()
    with pytest.raises(TelegramError) as raised:
        result_of(status, body)
    assert type(raised.value) is error
    assert more or raised.value.message == "Telegram's own words"


@pytest.mark.parametrize("body", [b"", b'{"ok": true', b'{"ok": true}', b"[1]", b"\xff", b"[" * 100_000])
def test_an_answer_that_is_broken_leaves_it_open_what_was_done(body: bytes) -> None:
    with pytest.raises(TelegramError) as raised:
        result_of(200, body)
    assert type(raised.value) is TelegramError


def test_a_refusal_that_cannot_be_read_is_still_one() -> None:
    with pytest.raises(BadRequest):
        result_of(400, b'{"ok": false')
