"""Changing what is already on a phone."""

from datetime import timedelta
from typing import Any

from bot.clock import StoppedClock
from bot.simulator.cast import MEI
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.simulator.conftest import Client

YES = {"text": "✅ Yes", "callback_data": "yes"}


def at(message: dict[str, Any]) -> dict[str, Any]:
    return {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}


def shown_keys(phone: Phone) -> list[list[str]]:
    return phone.keyboard or []


def reactions(message: Message) -> list[str]:
    return [message.reaction] if message.reaction else []


async def test_an_alert_is_edited_in_place(client: Client, mei: Phone) -> None:
    sent = await client.say("🤒 Lily is ill", [YES])
    await client("editMessageText", **at(sent), text="🤙 Mei is calling")

    assert mei.texts == ["🤙 Mei is calling"]
    assert mei.last.edited
    assert mei.last.buttons == []


async def test_new_buttons_alone_do_not_show_as_an_edit(client: Client, mei: Phone) -> None:
    sent = await client.say("x", [YES])
    await client("editMessageReplyMarkup", **at(sent), reply_markup={"inline_keyboard": [[]]})
    assert mei.last.buttons == []
    assert not mei.last.edited


async def test_an_edit_that_changes_nothing_is_refused(client: Client, mei: Phone) -> None:
    sent = await client.say("see https://t.me/x", [YES])
    same = {"text": "see https://t.me/x", "reply_markup": {"inline_keyboard": [[YES]]}}
    assert await client.refused("editMessageText", **at(sent), **same) == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


async def test_only_own_messages_of_the_right_kind_are_edited(client: Client, mei: Phone) -> None:
    async def refused(method: str, message_id: int, **params: Any) -> str:
        return await client.refused(method, chat_id=MEI.id, message_id=message_id, **params)

    said, photo = mei.say("x"), mei.photo("y")
    text = (await client.say("z"))["message_id"]
    copied = (await client("sendPhoto", chat_id=MEI.id, photo=photo.file_id))["message_id"]
    passed = await client("forwardMessage", chat_id=MEI.id, from_chat_id=MEI.id, message_id=said.id)

    assert "message can't be edited" in await refused("editMessageText", said.id, text="n")
    assert "message can't be edited" in await refused("editMessageText", passed["message_id"], text="n")
    assert "message to edit not found" in await refused("editMessageText", 99, text="n")
    assert "there is no text in the message to edit" in await refused("editMessageText", copied, text="n")
    assert "there is no caption in the message to edit" in await refused("editMessageCaption", text, caption="n")
    keyboard = {"keyboard": [["a"]]}
    assert "inline keyboard expected" in await refused("editMessageText", text, text="n", reply_markup=keyboard)
    assert "message identifier is not specified" in await client.refused("editMessageText", chat_id=MEI.id, text="n")


async def test_captions_and_media_are_edited(client: Client, mei: Phone) -> None:
    first, second = mei.photo(), mei.document("list.pdf")
    sent = await client("sendPhoto", chat_id=MEI.id, photo=first.file_id, caption="one")
    await client("editMessageCaption", **at(sent), caption="<b>two</b>", parse_mode="HTML")
    assert mei.last.html == "<b>two</b>"
    media = {"type": "document", "media": second.file_id, "caption": "three"}
    await client("editMessageMedia", **at(sent), media=media)
    assert (mei.last.kind, mei.last.caption) == ("document", "three")


async def test_a_message_is_deleted_within_48_hours(client: Client, mei: Phone, clock: StoppedClock) -> None:
    sent = await client.say("x")
    held = mei.last
    await client("deleteMessage", **at(sent))
    assert held.deleted
    assert mei.texts == []
    assert await client.refused("deleteMessage", **at(sent)) == "Bad Request: message to delete not found"

    old = await client.say("y")
    clock.push(timedelta(hours=48, seconds=1))
    assert await client.refused("deleteMessage", **at(old)) == "Bad Request: message can't be deleted for everyone"


async def test_many_messages_are_deleted_at_once(client: Client, mei: Phone, clock: StoppedClock) -> None:
    old = (await client.say("old"))["message_id"]
    clock.push(timedelta(hours=49))
    new = (await client.say("new"))["message_id"]
    await client("deleteMessages", chat_id=MEI.id, message_ids=[old, new, 99])
    assert mei.texts == ["old"]
    assert "not specified" in await client.refused("deleteMessages", chat_id=MEI.id, message_ids=[])


async def test_the_reply_keyboard_stays_until_it_is_taken_away(client: Client, mei: Phone) -> None:
    keyboard = {"keyboard": [["🤒"], [{"text": "🏠"}]], "is_persistent": True}
    sent = await client("sendMessage", chat_id=MEI.id, text="x", reply_markup=keyboard)
    await client.say("y", [YES])
    assert shown_keys(mei) == [["🤒"], ["🏠"]]

    await client("sendMessage", chat_id=MEI.id, text="z", reply_markup={"force_reply": True})
    await client("sendMessage", chat_id=MEI.id, text="z", reply_markup={"remove_keyboard": True})
    assert shown_keys(mei) == []

    sent = await client("sendMessage", chat_id=MEI.id, text="x", reply_markup=keyboard)
    await client("deleteMessage", **at(sent))
    assert shown_keys(mei) == []  # it goes with the message that brought it


async def test_a_message_is_pinned(client: Client, mei: Phone) -> None:
    sent = await client.say("x")
    await client("pinChatMessage", **at(sent))
    await client("pinChatMessage", **at(sent))
    assert (await client("getChat", chat_id=MEI.id))["pinned_message"]["text"] == "x"
    await client("unpinChatMessage", chat_id=MEI.id)
    assert "to unpin not found" in await client.refused("unpinChatMessage", chat_id=MEI.id)
    assert "to pin not found" in await client.refused("pinChatMessage", chat_id=MEI.id, message_id=99)


async def test_the_bot_reacts_with_an_emoji_that_telegram_knows(client: Client, mei: Phone) -> None:
    said = mei.say("x")
    place = {"chat_id": MEI.id, "message_id": said.id}
    await client("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "❤️"}])
    assert reactions(said) == ["❤️"]
    await client("setMessageReaction", **place)
    assert reactions(said) == []
    odd = [{"type": "emoji", "emoji": "🥕"}]
    assert await client.refused("setMessageReaction", **place, reaction=odd) == "Bad Request: REACTION_INVALID"
    words = await client.refused("setMessageReaction", chat_id=MEI.id, message_id=99)
    assert words == "Bad Request: message to react not found"
