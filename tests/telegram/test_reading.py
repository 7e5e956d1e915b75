"""What is read of an update is what python-telegram-bot reads of it, but for what nobody asks for."""

import json
from typing import Any

import pytest
from telegram import Bot, Message, Update

from bot.telegram.reading import Poison, read

BOT = Bot("1:TEST")
WHO = {"id": 7, "is_bot": False, "first_name": "Fang", "language_code": "zh-hans", "news": {"of": "a later server"}}
CHAT = {"id": 7, "type": "private", "first_name": "Fang"}
PLAIN = {"message_id": 3, "date": 1790000000, "chat": CHAT, "from": WHO, "text": "☂️"}
COMMAND = {**PLAIN, "text": "/start x", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
VOICE = {**PLAIN, "voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}, "caption": "for Lily"}
KEYS = {"inline_keyboard": [[{"text": "🙂", "callback_data": "well:1"}]]}


def as_read(said: dict[str, Any]) -> Update:
    return read(1, json.dumps({"update_id": 5, **said}), BOT)


@pytest.mark.parametrize("said", [PLAIN, COMMAND, VOICE, {**PLAIN, "text": ""}], ids=str)
def test_a_message_is_read_as_the_library_reads_it(said: dict[str, Any]) -> None:
    found = as_read({"message": said})
    wanted = Update.de_json({"update_id": 5, "message": said}, BOT)

    assert found.to_dict() == wanted.to_dict()
    assert found.message is not None
    assert wanted.message is not None
    assert found.message.date == wanted.message.date
    assert (found.effective_user, found.effective_chat) == (wanted.effective_user, wanted.effective_chat)


def test_of_the_message_below_which_was_pressed_only_which_one_it_is_is_read() -> None:
    query = {"id": "q", "from": WHO, "chat_instance": "c", "data": "well:1", "message": {**PLAIN, "reply_markup": KEYS}}

    found = as_read({"callback_query": query}).callback_query
    assert found is not None
    message = found.message

    assert isinstance(message, Message)
    assert (message.message_id, message.chat.id, message.date.timestamp()) == (3, 7, 1790000000)
    assert (message.text, message.reply_markup) == (None, None)


WHICH = {key: PLAIN[key] for key in ("message_id", "date", "chat")}
PRESS = {"id": "q", "from": WHO, "chat_instance": "c", "data": "well:1", "message": WHICH}
GAME = {key: PRESS[key] for key in ("id", "from", "chat_instance", "message")} | {"game_short_name": "chess"}
GONE = {**PRESS, "message": {**WHICH, "date": 0}}
INLINE = {**{key: PRESS[key] for key in ("id", "from", "chat_instance", "data")}, "inline_message_id": "i"}


@pytest.mark.parametrize("press", [PRESS, GAME, GONE, INLINE], ids=str)
def test_a_press_is_read_as_the_library_reads_it(press: dict[str, Any]) -> None:
    found = as_read({"callback_query": press})
    wanted = Update.de_json({"update_id": 5, "callback_query": press}, BOT)

    assert found.to_dict() == wanted.to_dict()
    assert (found.effective_user, found.effective_chat) == (wanted.effective_user, wanted.effective_chat)
    assert found.callback_query is not None
    assert wanted.callback_query is not None
    assert found.callback_query.get_bot() is BOT


@pytest.mark.parametrize("changed", [{"from": "Fang"}, {"message": {**WHICH, "chat": [7]}}], ids=str)
def test_a_press_that_cannot_be_read_is_poison(changed: dict[str, Any]) -> None:
    with pytest.raises(Poison):
        as_read({"callback_query": {**PRESS, **changed}})


def test_so_of_the_message_that_is_answered() -> None:
    message = as_read({"message": {**PLAIN, "reply_to_message": {**VOICE, "message_id": 2}}}).message

    assert message is not None
    assert message.reply_to_message is not None
    assert (message.text, message.reply_to_message.message_id) == ("☂️", 2)
    assert message.reply_to_message.voice is None


@pytest.mark.parametrize("said", ["words", [], {**PLAIN, "date": "yesterday"}, {**PLAIN, "chat": [7]}], ids=str)
def test_what_cannot_be_read_is_poison(said: object) -> None:
    with pytest.raises(Poison):
        as_read({"message": said})


def test_what_says_nothing_is_of_nobody() -> None:
    assert as_read({"message": None}).effective_user is None


@pytest.mark.parametrize("missing", ["chat", "from"])
def test_a_message_of_nowhere_or_nobody_is_one(missing: str) -> None:
    found = as_read({"message": {**PLAIN, missing: None}})

    assert found.message is not None
    assert found.message.text == "☂️"
