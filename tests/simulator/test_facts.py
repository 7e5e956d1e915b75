"""Everything the simulator says conforms to Bot API 10.3, and the check itself is strict."""

import json
from typing import Any

import pytest

from bot.simulator.cast import FANG, IVAN, MEI
from bot.simulator.files import Upload
from bot.simulator.methods import METHODS
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.botapi_facts import check_all, check_object, check_request, facts
from tests.simulator.conftest import Client


def test_every_method_of_the_simulator_exists() -> None:
    assert set(METHODS) <= set(facts()["methods"])


async def test_every_update_that_is_emitted_conforms(client: Client, mei: Phone, sim: Simulator) -> None:
    await client.say("x", [{"text": "a", "callback_data": "a"}, {"text": "b", "url": "https://t.me/x"}])
    mei.tap("a")
    said = mei.say("/start t.me/x @mei_in #x")
    mei.edit(said, "y")
    for send in (mei.voice, mei.video, mei.video_note, mei.photo, mei.sticker, mei.location, mei.contact):
        send()
    mei.document("a.pdf", caption="b")
    mei.forward("c")
    mei.album(2)
    gone = mei.last
    await client("deleteMessage", chat_id=MEI.id, message_id=gone.id)
    mei.press("a", gone)
    mei.block()
    mei.unblock()
    group = sim.world.group(-7, "3B", [FANG])
    group.say(FANG, "hello")
    group.migrate_to_supergroup()

    updates = [json.loads(text) for text in sim.world.updates.known.values()]
    assert len(updates) == 21
    for update in updates:
        check_object("Update", update)
    check_all(sim)


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        ("sendNothing", {}, "sendNothing: no such method"),
        ("sendMessage", {"chat_id": 1}, "sendMessage.text: missing"),
        ("sendMessage", {"chat_id": 1, "text": "x", "colour": 1}, "sendMessage.colour: unknown field"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "sendMessage.text: expected String, got 5"),
        ("sendMessage", {"chat_id": 1.5, "text": "x"}, "sendMessage.chat_id: expected"),
        ("getUpdates", {"timeout": True}, "getUpdates.timeout: expected Integer"),
        ("getUpdates", {"timeout": "soon"}, "getUpdates.timeout: expected Integer"),
        ("getUpdates", {"allowed_updates": "message"}, "getUpdates.allowed_updates: expected Array of String"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "data": "y"}]]}},
            r"sendMessage.reply_markup.inline_keyboard\[0\]\[0\].data: unknown field",
        ),
        ("sendVoice", {"chat_id": 1, "voice": "id", "other": Upload("a", b"b")}, "other: a file that no field names"),
        ("sendLocation", {"chat_id": 1, "latitude": "north", "longitude": 1}, "latitude: expected Float"),
        ("setMyCommands", {"commands": [5]}, r"commands\[0\]: expected BotCommand, got 5"),
    ],
)
def test_a_wrong_request_is_named_with_its_path(method: str, params: dict[str, Any], complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        check_request(method, params)


def test_requests_may_be_written_as_forms() -> None:
    check_request("sendMessage", {"chat_id": "5", "text": "5", "protect_content": "true", "entities": "[]"})
    check_request("sendVoice", {"chat_id": "5", "voice": Upload("a.ogg", b"x")})
    check_request("sendVoice", {"chat_id": "5", "voice": "attach://sound", "sound": Upload("a.ogg", b"x")})


def test_answers_may_not_be_written_as_forms() -> None:
    with pytest.raises(AssertionError, match=r"MessageId\.message_id: expected Integer, got '5'"):
        check_object("MessageId", {"message_id": "5"})
    with pytest.raises(AssertionError, match="not among the facts"):
        check_object("Poll", {})


async def test_a_stranger_appears_in_nobodys_updates(sim: Simulator, mei: Phone) -> None:
    sim.world.phone(IVAN)
    assert all(str(IVAN.id) not in text for text in sim.world.updates.known.values())
