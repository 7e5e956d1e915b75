"""What a person can do with a phone."""

from datetime import timedelta

import pytest

from bot.clock import StoppedClock
from bot.simulator.cast import FANG, MEI, PersonSpec
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from bot.simulator.world import CallbackPress
from tests.simulator.conftest import Client

FACES = [{"text": "😄", "callback_data": "1"}, {"text": "🙂 Well", "callback_data": "2"}]


def answer_shown(press: CallbackPress, phone: Phone) -> tuple[str | None, str | None, bool]:
    return press.answer, phone.toast, press.alert


async def last_update(client: Client) -> dict[str, object]:
    found = await client("getUpdates", offset=-1)
    return next(value for name, value in found[-1].items() if name != "update_id")


async def test_start_carries_its_payload(client: Client, sim: Simulator) -> None:
    mei = sim.world.phone(MEI)
    assert sim.world.phone(MEI) is mei
    mei.open("https://t.me/homeline_bot?start=abc_-1")
    heard = await last_update(client)
    assert heard["text"] == "/start abc_-1"
    assert heard["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]

    with pytest.raises(LookupError):
        mei.open("https://t.me/another_bot?start=x")
    with pytest.raises(ValueError, match="64"):
        mei.start("x" * 65)


async def test_everything_that_can_be_sent_is_heard(client: Client, mei: Phone) -> None:
    sent = [
        mei.say("hello"),
        mei.voice(2),
        mei.video_note(),
        mei.video(),
        mei.photo("Lily"),
        mei.document("list.pdf"),
        mei.sticker(),
        mei.location(),
        mei.contact(),
        mei.forward("news"),
        *mei.album(2, "trip"),
    ]
    heard = [update["message"] for update in await client("getUpdates", offset=-len(sent))]
    assert [message["message_id"] for message in heard] == [message.id for message in sent]
    assert {message.kind for message in sent} >= {"voice", "video_note", "sticker", "location", "contact"}
    assert sent[9].forwarded
    assert not sent[0].edited
    with pytest.raises(LookupError):
        _ = mei.last


async def test_a_sent_message_can_be_changed(client: Client, mei: Phone) -> None:
    said, photo = mei.say("see t.me/abc"), mei.photo("one")
    mei.edit(said, "hello")
    assert (await last_update(client))["text"] == "hello"
    assert said.html == "hello"
    mei.edit(photo, "two")
    assert (photo.caption, photo.edited) == ("two", True)


async def test_a_tap_finds_the_newest_button_with_that_label(client: Client, mei: Phone) -> None:
    await client.say("old", FACES)
    await client.say("new", FACES)
    press = mei.tap("🙂")
    assert (press.data, press.message.text) == ("2", "new")
    assert mei.tap("Well").data == "2"
    assert mei.tap("😄", message=mei.messages[1]).message.text == "old"
    assert mei.buttons()[0][0].text == "new"
    with pytest.raises(LookupError, match="no button '🤒'; there are"):
        mei.tap("🤒")


async def test_a_heart_is_found_with_and_without_its_style_mark(client: Client, mei: Phone) -> None:
    await client.say("x", [{"text": "❤️", "callback_data": "thanks"}])
    assert mei.tap("❤").data == "thanks"
    assert mei.tap("❤️").data == "thanks"


async def test_the_reply_keyboard_sends_its_text(client: Client, mei: Phone) -> None:
    await client("sendMessage", chat_id=MEI.id, text="x", reply_markup={"keyboard": [["🤒 Ill"]]})
    press = mei.tap("🤒")
    assert press.data is None
    assert press.message.text == "🤒 Ill"


async def test_links_and_copies_happen_on_the_phone(client: Client, mei: Phone) -> None:
    link = {"text": "open", "url": "https://t.me/homeline_bot?start=t"}
    await client.say("x", [link, {"text": "copy", "copy_text": {"text": "abc"}}])
    mei.tap("copy")
    assert mei.clipboard == "abc"
    mei.tap("open")
    assert mei.messages[-1].text == "/start t"


async def test_a_press_is_answered_with_a_toast(client: Client, mei: Phone) -> None:
    await client.say("x", FACES)
    press = mei.tap("🙂")
    assert mei.toast is None
    await client("answerCallbackQuery", callback_query_id=press.id)
    assert press.answered
    assert not press.answer
    await client("answerCallbackQuery", callback_query_id=press.id, text="Thank you", show_alert=True)
    assert answer_shown(press, mei) == ("Thank you", "Thank you", True)
    assert await client.refused("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)


async def test_a_press_older_than_150_seconds_is_refused(client: Client, mei: Phone, clock: StoppedClock) -> None:
    await client.say("x", FACES)
    press = mei.tap("🙂")
    clock.push(timedelta(seconds=151))
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await client.refused("answerCallbackQuery", callback_query_id=press.id) == words
    assert await client.refused("answerCallbackQuery", callback_query_id="nonsense") == words
    assert not press.answered


async def test_a_press_on_a_message_that_is_gone_says_so(client: Client, mei: Phone) -> None:
    sent = await client.say("x", FACES)
    held = mei.last
    await client("deleteMessage", chat_id=MEI.id, message_id=sent["message_id"])
    mei.press(None, held)
    assert (await last_update(client))["message"] == {
        "chat": mei.chat.info,
        "message_id": sent["message_id"],
        "date": 0,
    }


async def test_without_signal_nothing_leaves_and_nothing_arrives(client: Client, mei: Phone, sim: Simulator) -> None:
    await client.say("before", FACES)
    before = sim.world.pending
    mei.signal = False
    mei.signal = False
    said = mei.say("hello")
    press = mei.tap("🙂")
    await client.say("while away")
    await client("sendMessage", chat_id=MEI.id, text="x", reply_markup={"keyboard": [["🤒"]]})
    await client("sendChatAction", chat_id=MEI.id, action="typing")

    assert sim.world.pending == before
    assert [message.text for message in mei.messages] == ["/start", "before", "hello"]
    assert (mei.keyboard, mei.toast, mei.typing, said.id, press.at) == (None, None, False, 0, None)

    mei.signal = True
    assert sim.world.pending == before + 2
    assert [message.text for message in mei.messages] == ["/start", "before", "while away", "x", "hello"]
    assert mei.keyboard == [["🤒"]]
    assert said.id > 0
    assert press.at is not None


async def test_blocking_and_unblocking_are_heard(client: Client, mei: Phone) -> None:
    mei.block()
    heard = await last_update(client)
    assert heard["new_chat_member"]["status"] == "kicked"  # type: ignore[index]
    with pytest.raises(RuntimeError, match="unblock"):
        mei.say("hello?")
    mei.start("again")
    assert [("my_chat_member" in update) for update in (await client("getUpdates", offset=-2))] == [True, False]


async def test_a_person_without_a_language_is_told_without_one(client: Client, sim: Simulator) -> None:
    sim.world.phone(PersonSpec(id=5, first_name="?", last_name="Li")).start()
    heard = await last_update(client)
    assert heard["from"] == {"id": 5, "is_bot": False, "first_name": "?", "last_name": "Li"}


async def test_ids_are_counted_in_each_chat(mei: Phone, fang: Phone) -> None:
    assert mei.say("x").id == fang.say("x").id == 2
    assert fang.person == FANG


async def test_ten_thousand_phones_are_no_burden(sim: Simulator) -> None:
    for number in range(10_000):
        sim.world.phone(PersonSpec(id=1_000 + number, first_name="P")).start()
    assert sim.world.pending == 10_000
