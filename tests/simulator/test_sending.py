"""What Telegram takes from a bot, and what it refuses."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock import StoppedClock
from bot.simulator.cast import FANG, IVAN, MEI
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client

YES = {"text": "✅ Yes", "callback_data": "yes"}


def showing(phone: Phone) -> str:
    return "typing" if phone.typing else ""


async def test_a_text_reaches_the_phone(client: Client, mei: Phone) -> None:
    await client.say("🙂 <b>Lily</b> is well", [YES], parse_mode="HTML", protect_content=True)

    assert mei.last.text == "🙂 Lily is well"
    assert mei.last.html == "🙂 <b>Lily</b> is well"
    assert mei.last.buttons[0][0].data == "yes"
    assert mei.last.protect
    assert mei.sees("Lily")


async def test_given_entities_are_kept(client: Client, mei: Phone) -> None:
    await client.say(" well", entities=[{"type": "bold", "offset": 1, "length": 4}])
    assert mei.last.html == "<b>well</b>"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "  "}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "x", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": None}, "chat_id is empty"),
        ({"text": "x", "chat_id": 999}, "chat not found"),
        ({"text": "x", "chat_id": "@mei"}, "chat not found"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    ],
)
async def test_a_wrong_text_is_refused(client: Client, mei: Phone, params: dict[str, Any], words: str) -> None:
    assert await client.refused("sendMessage", **{"chat_id": MEI.id, **params}) == f"Bad Request: {words}"
    assert mei.texts == []


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": 5}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ("x", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (
            {"text": "x", "url": "tel:+123"},
            "inline keyboard button URL 'tel:+123' is invalid: Unsupported URL protocol",
        ),
        ({"text": "x", "url": "http://home"}, "inline keyboard button URL 'http://home' is invalid: Wrong HTTP URL"),
        ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
async def test_a_wrong_button_is_refused(client: Client, mei: Phone, button: Any, words: str) -> None:
    params = {"chat_id": MEI.id, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}
    assert await client.refused("sendMessage", **params) == f"Bad Request: {words}"


async def test_a_keyboard_has_rows_and_limits(client: Client, mei: Phone) -> None:
    async def refused(markup: dict[str, Any]) -> str:
        return await client.refused("sendMessage", chat_id=MEI.id, text="x", reply_markup=markup)

    assert "too long" in await refused({"inline_keyboard": [[YES] * 101]})
    assert "must be an Array" in await refused({"inline_keyboard": 5})
    assert "Array of Arrays" in await refused({"inline_keyboard": [YES]})
    assert "non-empty" in await refused({"keyboard": [[""]]})


async def test_other_buttons_are_shown(client: Client, mei: Phone) -> None:
    await client.say("x", [{"text": "a", "url": "tg://user?id=1"}, {"text": "b", "copy_text": {"text": "c"}}], [])
    assert [[(button.url, button.copy_text) for button in row] for row in mei.last.buttons] == [
        [("tg://user?id=1", None), (None, "c")]
    ]
    await client("sendMessage", chat_id=MEI.id, text="y", reply_markup={"inline_keyboard": []})
    assert mei.last.buttons == []


async def test_somebody_who_never_pressed_start_cannot_be_written_to(client: Client, sim: Simulator) -> None:
    ivan = sim.world.phone(IVAN)
    assert await client.refused("sendMessage", chat_id=IVAN.id, text="x") == "Bad Request: chat not found"
    sim.world.group(-5, "3B", [IVAN])
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await client.refused("sendMessage", chat_id=IVAN.id, text="x") == words
    assert ivan.messages == []


async def test_who_has_blocked_the_bot_hears_nothing(client: Client, mei: Phone) -> None:
    mei.block()
    words = "Forbidden: bot was blocked by the user"
    assert await client.refused("sendMessage", chat_id=MEI.id, text="x") == words
    assert await client.refused("sendChatAction", chat_id=MEI.id, action="typing") == words
    mei.unblock()
    await client.say("welcome back")
    assert mei.texts == ["welcome back"]


async def test_who_has_left_telegram_hears_nothing(client: Client, mei: Phone) -> None:
    mei.deactivate()
    assert await client.refused("sendMessage", chat_id=MEI.id, text="x") == "Forbidden: user is deactivated"
    with pytest.raises(RuntimeError, match="left Telegram"):
        mei.say("hello")


async def test_a_voice_is_sent_again_by_its_identifier(client: Client, mei: Phone, fang: Phone) -> None:
    spoken = fang.voice(4)
    await client("sendVoice", chat_id=MEI.id, voice=spoken.file_id, duration=4, caption="Lily", parse_mode="HTML")

    assert (mei.last.kind, mei.last.duration, mei.last.caption) == ("voice", 4, "Lily")
    assert mei.last.file_id == spoken.file_id


async def test_a_file_is_not_sent_as_another_kind(client: Client, mei: Phone) -> None:
    async def refused(method: str, **params: Any) -> str:
        return await client.refused(method, chat_id=MEI.id, **params)

    photo = mei.photo().file_id
    assert await refused("sendVoice", voice=photo) == "Bad Request: can't use file of type Photo as VoiceNote"
    assert "wrong file identifier/HTTP URL specified" in await refused("sendVoice", voice="nonsense")
    assert "failed to get HTTP URL content" in await refused("sendPhoto", photo="https://example.org/x.png")
    assert "there is no video note in the request" in await refused("sendVideoNote")


async def test_every_kind_of_file_is_sent_by_upload(client: Client, mei: Phone, sim: Simulator) -> None:
    kinds = ("photo", "voice", "video", "video_note", "audio", "document", "animation", "sticker")
    for kind in kinds:
        file = sim.world.files.add(kind, b"data", name="a.bin")
        method = "send" + "".join(part.capitalize() for part in kind.split("_"))
        await client(method, chat_id=MEI.id, **{kind: file.id})
    assert [message.kind for message in mei.messages if message.from_bot] == list(kinds)


async def test_a_caption_has_its_limit(client: Client, mei: Phone) -> None:
    photo = mei.photo("hello").file_id
    words = await client.refused("sendPhoto", chat_id=MEI.id, photo=photo, caption="x" * 1025)
    assert words == "Bad Request: message caption is too long"


async def test_an_album_is_sent_whole_or_not_at_all(client: Client, mei: Phone) -> None:
    item = {"type": "photo", "media": mei.photo().file_id, "caption": "one"}
    sent = await client("sendMediaGroup", chat_id=MEI.id, media=[item, item])
    assert len({message["media_group_id"] for message in sent}) == 1

    before = len(mei.messages)
    assert "expected 2-10" in await client.refused("sendMediaGroup", chat_id=MEI.id, media=[item])
    assert "type is invalid" in await client.refused("sendMediaGroup", chat_id=MEI.id, media=[item, {"type": "x"}])
    assert len(mei.messages) == before


async def test_a_place_is_sent(client: Client, mei: Phone) -> None:
    await client("sendLocation", chat_id=MEI.id, latitude=31.8, longitude="117.2")
    assert mei.last.kind == "location"
    assert "longitude is empty" in await client.refused("sendLocation", chat_id=MEI.id, latitude=1)


async def test_typing_shows_for_five_seconds_or_until_a_message(
    client: Client, mei: Phone, clock: StoppedClock
) -> None:
    await client("sendChatAction", chat_id=MEI.id, action="typing")
    assert showing(mei) == "typing"
    clock.push(timedelta(seconds=5))
    assert showing(mei) == ""

    await client("sendChatAction", chat_id=MEI.id, action="typing")
    await client.say("here")
    assert showing(mei) == ""
    assert "wrong parameter action" in await client.refused("sendChatAction", chat_id=MEI.id, action="dancing")


async def test_a_copy_has_no_author_and_a_forward_has_one(client: Client, mei: Phone, fang: Phone) -> None:
    spoken, photo = fang.voice(), fang.photo("Lily")
    pair = {"chat_id": MEI.id, "from_chat_id": FANG.id}
    await client("copyMessage", message_id=spoken.id, **pair)
    assert (mei.last.kind, mei.last.forwarded) == ("voice", False)
    await client("copyMessage", message_id=photo.id, caption="a drawing", **pair)
    assert mei.last.caption == "a drawing"
    await client("forwardMessage", message_id=spoken.id, **pair)
    assert mei.last.extra["forward_origin"]["sender_user"]["first_name"] == "Wang Fang"
    again = {"chat_id": FANG.id, "from_chat_id": MEI.id, "message_id": mei.last.id}
    assert (await client("forwardMessage", **again))["forward_origin"]["sender_user"]["first_name"] == "Wang Fang"


async def test_what_is_protected_stays_where_it_is(client: Client, mei: Phone, fang: Phone) -> None:
    sent = await client.say("secret", protect_content="true")
    pair = {"chat_id": FANG.id, "from_chat_id": MEI.id}
    assert "can't be copied" in await client.refused("copyMessage", message_id=sent["message_id"], **pair)
    assert "can't be forwarded" in await client.refused("forwardMessage", message_id=sent["message_id"], **pair)
    assert "message to copy not found" in await client.refused("copyMessage", message_id=99, **pair)


async def test_a_reply_names_what_it_answers(client: Client, mei: Phone) -> None:
    asked = mei.say("how is Lily?")
    sent = await client.say("well", reply_parameters={"message_id": asked.id})
    assert sent["reply_to_message"]["text"] == "how is Lily?"
    await client.say("well", reply_parameters={"message_id": 99, "allow_sending_without_reply": True})


async def test_a_group_that_grew_answers_with_its_new_address(client: Client, sim: Simulator) -> None:
    group = sim.world.group(-5, "3B", [MEI, FANG])
    group.say(MEI, "hello")
    await client.say("hi", chat_id=-5)
    new_id = group.migrate_to_supergroup()

    body = await client.ask("sendMessage", chat_id=-5, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new_id}
    await client.say("hi again", chat_id=new_id)
    assert group.texts == ["hi again"]
    with pytest.raises(LookupError):
        group.say(IVAN, "let me in")
    await client("getUpdates")
