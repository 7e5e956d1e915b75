"""What leads a visitor of the demo: what things mean, and what to try."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import StoppedClock
from bot.simulator.cast import FANG, MEI
from bot.simulator.demo_steps import Step
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client
from tests.simulator.test_demo import phone as mei
from tests.simulator.test_demo import post, state

GLOSS = {"你好": {"en": "Hello"}, "好": {"en": "Well"}, "letter.ogg": {"en": "It says: Mama", "zh_Hans": "妈妈"}}


@pytest.fixture
async def sim(clock: StoppedClock) -> AsyncIterator[Simulator]:
    simulator = Simulator(clock)
    simulator.show_page([MEI, FANG], GLOSS, [Step("Try it", "mei", ("❤", "🎤"), "There it is.")])
    await simulator.start()
    yield simulator
    await simulator.stop()


async def test_what_a_visitor_may_not_read_has_its_meaning_beside_it(client: Client, tmp_path: Path) -> None:
    assert await post(client, "phones/mei/start") == 200
    await client.say("你好", [{"text": "好", "callback_data": "h"}])
    await client("sendMessage", chat_id=MEI.id, text="Hello", reply_markup={"keyboard": [["好"]]})
    letter = tmp_path / "letter.ogg"
    letter.write_bytes(b"OggS" + bytes(9000))
    client.sim.world.phone(MEI).voice(3, letter)

    shown = await mei(client)
    assert [one["gloss"] for one in shown["messages"][1:]] == [GLOSS["你好"], {}, GLOSS["letter.ogg"]]
    assert shown["messages"][1]["buttons"][0][0]["gloss"] == shown["keyboard"][0][0]["gloss"] == {"en": "Well"}
    async with client.session.get(
        client.sim.url + shown["messages"][3]["file"], headers={"Range": "bytes=0-3"}
    ) as answer:
        assert (answer.status, answer.content_type, await answer.read()) == (206, "audio/ogg", b"OggS")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_what_is_tried_is_ticked_off_on_its_own_phone_alone(client: Client) -> None:
    for name in ("mei", "fang"):
        assert await post(client, f"phones/{name}/start") == 200
    for name in ("fang", "mei"):
        assert not (await state(client))["steps"][0]["done"]
        assert await post(client, f"phones/{name}/voice", duration=2) == 200
    assert (await state(client))["steps"] == [
        {"words": "Try it", "phone": "mei", "signs": ["❤", "🎤"], "then": "There it is.", "done": True}
    ]


async def test_a_press_is_known_by_its_label(client: Client) -> None:
    assert await post(client, "phones/mei/start") == 200
    sent = await client.say("x", [{"text": "🏠", "callback_data": "a"}, {"text": "❤️ Thank you", "callback_data": "b"}])
    for data, done in (("a", False), ("b", True)):
        assert await post(client, "phones/mei/tap", message_id=sent["message_id"], data=data) == 200
        assert (await state(client))["steps"][0]["done"] is done
