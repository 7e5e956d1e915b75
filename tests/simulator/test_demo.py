"""What stands behind the demo's page."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import StoppedClock
from bot.simulator import demo_events
from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from bot.simulator.files import DOT
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.conftest import EVENING, Client


@pytest.fixture
async def sim(clock: StoppedClock) -> AsyncIterator[Simulator]:
    simulator = Simulator(clock)
    simulator.show_page([MEI, FANG, ZHAO])
    await simulator.start()
    yield simulator
    await simulator.stop()


async def post(client: Client, path: str, **fields: Any) -> int:
    async with client.session.post(f"{client.sim.url}/demo/{path}", json=fields) as answer:
        return answer.status


async def state(client: Client) -> dict[str, Any]:
    async with client.session.get(f"{client.sim.url}/demo/state") as answer:
        found: dict[str, Any] = await answer.json()
    return found


async def phone(client: Client, key: str = "mei") -> dict[str, Any]:
    return next(one for one in (await state(client))["phones"] if one["id"] == key)


async def test_the_page_and_its_parts_are_served(client: Client) -> None:
    for path in ("/", "/page/index.html"):
        async with client.session.get(client.sim.url + path) as answer:
            assert answer.content_type == "text/html"


async def test_each_phone_shows_its_own_time(client: Client) -> None:
    found = await state(client)
    assert found["now"] == "2026-11-23T10:40:00+00:00"
    assert [(one["id"], one["local_time"], one["local_date"]) for one in found["phones"]] == [
        ("mei", "14:40", "Mon 23 Nov"),
        ("fang", "18:40", "Mon 23 Nov"),
        ("zhao", "18:40", "Mon 23 Nov"),
    ]
    assert found["phones"][2]["name"] == "Zhao Lan"
    assert not found["phones"][0]["started"]
    assert found["faults"] == {"flood": False, "lost_after_send": False}


async def test_a_conversation_is_shown(client: Client) -> None:
    assert await post(client, "phones/mei/start", payload="abc") == 200
    assert (await phone(client))["messages"][0]["text"] == "/start"
    buttons = [{"text": "❤️", "callback_data": "h"}, {"text": "go", "url": "https://t.me/x"}]
    sent = await client.say("<b>Lily</b> & t.me/x", buttons, [{"text": "c", "copy_text": {"text": "d"}}])
    for sign, status in (("👍", 200), ("💩", 409), (None, 200)):
        assert await post(client, "phones/mei/react", message_id=sent["message_id"], sign=sign) == status
        assert (await phone(client))["messages"][1]["liked"] == (sign if status == 200 else "👍")
    assert await post(client, "phones/mei/tap", message_id=sent["message_id"], data="h") == 200
    press = next(iter(client.sim.world.presses.values()))
    await client("answerCallbackQuery", callback_query_id=press.id, text="Thank you")
    await client("sendMessage", chat_id=MEI.id, text="x", reply_markup={"keyboard": [["🤒"]]})

    shown = await phone(client)
    link = '<a href="https://t.me/x" target="_blank" rel="noopener">t.me/x</a>'
    assert shown["messages"][1] == {
        "id": 2,
        "mine": False,
        "kind": "text",
        "text": "<b>Lily</b> & t.me/x",
        "html": f"&lt;b&gt;Lily&lt;/b&gt; &amp; {link}",
        "caption_html": "",
        "buttons": [
            [{"text": "❤️", "gloss": {}, "data": "h"}, {"text": "go", "gloss": {}, "url": "https://t.me/x"}],
            [{"text": "c", "gloss": {}, "copy": "d"}],
        ],
        "gloss": {},
        "edited": False,
        "time": "14:40",
        "date": "Mon 23 Nov",
        "file": None,
        "file_name": None,
        "duration": None,
        "protected": False,
        "forwarded": False,
        "reaction": None,
        "liked": None,
    }
    assert shown["toast"] == {"id": 1, "text": "Thank you", "alert": False, "gloss": {}}
    assert (shown["keyboard"], shown["unread"], shown["started"]) == ([[{"text": "🤒", "gloss": {}}]], 2, True)


async def test_everything_a_visitor_sends_arrives(client: Client) -> None:
    data = b64encode(DOT).decode()
    assert await post(client, "phones/mei/open", url="https://t.me/homeline_bot?start=t") == 200
    deeds: dict[str, dict[str, Any]] = {
        "say": {"text": "hi"},
        "key": {"text": "🤒"},
        "voice": {"duration": 2.4, "data": "", "mime": "audio/webm"},
        "photo": {"data": data, "caption": "Lily"},
        "document": {"name": "a.png", "data": data},
        "sticker": {"emoji": "👍"},
        "edit": {"message_id": 2, "text": "hello"},
    }
    for deed, fields in deeds.items():
        assert await post(client, f"phones/mei/{deed}", **fields) == 200
    mei = client.sim.world.phone(MEI)
    mei.contact(first_name="Li", number="123")
    mei.location(1, 2)

    shown = (await phone(client))["messages"]
    assert [one["kind"] for one in shown[1:7]] == ["text", "text", "voice", "photo", "document", "sticker"]
    assert [one["text"] for one in shown[6:]] == ["👍", "Li 123", "1, 2"]
    assert shown[1]["edited"]
    assert (shown[3]["duration"], shown[5]["file_name"]) == (2, "a.png")
    for place, kind in ((3, "audio/wav"), (4, "image/png")):
        async with client.session.get(client.sim.url + shown[place]["file"]) as answer:
            assert answer.content_type == kind


async def test_what_cannot_be_done_is_said(client: Client) -> None:
    assert await post(client, "phones/mei/start") == 200
    assert await post(client, "phones/mei/dance") == 404
    assert await post(client, "phones/ivan/start") == 404
    assert await post(client, "phones/mei/open", url="https://t.me/other") == 409
    assert await post(client, "phones/mei/tap", message_id=99, data="x") == 409
    assert await post(client, "phones/mei/photo", data="?") == 409
    assert await post(client, "phones/mei/block", on=True) == 200
    assert await post(client, "phones/mei/say", text="hi") == 409
    assert (await phone(client))["blocked"]
    assert await post(client, "phones/mei/block", on=False) == 200
    assert not (await phone(client))["blocked"]
    async with client.session.get(f"{client.sim.url}/demo/files/none") as answer:
        assert answer.status == 404


async def test_a_phone_without_signal_stands_still(client: Client) -> None:
    assert await post(client, "phones/mei/start") == 200
    assert await post(client, "phones/mei/signal", on=False) == 200
    await client.say("unheard")
    assert await post(client, "phones/mei/say", text="unsaid") == 200
    shown = await phone(client)
    assert (shown["signal"], shown["messages"][-1]["id"], shown["messages"][-1]["text"]) == (False, 0, "unsaid")
    assert shown["toast"] is None
    assert await post(client, "phones/mei/signal", on=True) == 200
    assert [one["text"] for one in (await phone(client))["messages"]] == ["/start", "unheard", "unsaid"]


async def test_the_clock_is_pushed_by_an_hour_or_to_tomorrow(client: Client, clock: StoppedClock) -> None:
    assert await post(client, "clock", advance_seconds=3600) == 200
    assert clock.now() == EVENING + timedelta(hours=1)
    assert await post(client, "clock", to="tomorrow") == 200
    assert (await phone(client, "fang"))["local_time"] == "07:00"
    assert (await phone(client, "fang"))["local_date"] == "Tue 24 Nov"
    assert await post(client, "clock", advance_seconds=-1) == 409


async def test_after_midnight_tomorrow_is_the_coming_morning(client: Client, clock: StoppedClock) -> None:
    clock.push(timedelta(hours=8))
    assert (await phone(client, "fang"))["local_time"] < "04:00"
    before = (await phone(client, "fang"))["local_date"]
    assert await post(client, "clock", to="tomorrow") == 200
    assert (await phone(client, "fang"))["local_date"] == before


async def test_while_the_phones_wake_up_nothing_comes_between(client: Client, clock: StoppedClock) -> None:
    client.sim.asleep = True
    assert (await state(client))["asleep"]
    assert await post(client, "phones/mei/start") == 409
    assert await post(client, "clock", advance_seconds=60) == 409
    assert await post(client, "faults", flood=True) == 409
    assert (await phone(client))["messages"] == []
    assert clock.now() == EVENING
    assert not client.sim.faults.flooding

    client.sim.wake()
    assert not (await state(client))["asleep"]
    assert await post(client, "phones/mei/start") == 200


async def test_several_photos_travel_as_one_album(client: Client) -> None:
    assert await post(client, "phones/mei/start") == 200
    photos = [b64encode(b"one").decode(), b64encode(b"two").decode()]
    assert await post(client, "phones/mei/album", photos=photos, caption="our street") == 200
    shown = (await phone(client))["messages"][-2:]
    assert [one["kind"] for one in shown] == ["photo", "photo"]
    assert [one["text"] for one in shown] == ["our street", ""]
    assert shown[0]["file"] != shown[1]["file"]
    assert await post(client, "phones/mei/album", photos=["?"]) == 409


async def test_somebody_else_may_push_the_clock(client: Client, clock: StoppedClock) -> None:
    steps: list[timedelta] = []

    async def later(step: timedelta) -> None:
        steps.append(step)

    client.sim.on_clock = later
    assert await post(client, "clock", advance_seconds=60) == 200
    client.sim.on_clock = client.sim.on_tomorrow = steps.append
    assert await post(client, "clock", advance_seconds=120) == 200
    assert await post(client, "clock", to="tomorrow") == 200
    assert steps == [timedelta(minutes=1), timedelta(minutes=2), timedelta(hours=12, minutes=20)]
    assert clock.now() == EVENING


async def test_a_clock_that_cannot_be_pushed_says_so(client: Client, clock: StoppedClock) -> None:
    client.sim.clock = clock.world
    assert await post(client, "clock", advance_seconds=60) == 409


async def test_faults_stay_on_until_they_are_switched_off(client: Client) -> None:
    assert await post(client, "faults", flood=True, lost_after_send=True) == 200
    assert (await state(client))["faults"] == {"flood": True, "lost_after_send": True}
    assert await post(client, "faults", flood=False) == 200
    assert (await state(client))["faults"] == {"flood": False, "lost_after_send": True}


async def test_somebody_without_a_key_has_a_phone_too(clock: StoppedClock) -> None:
    sim = Simulator(clock)
    sim.show_page([PersonSpec(id=9, first_name="Bo")])
    await sim.start()
    await sim.stop()


async def events(client: Client) -> AsyncIterator[dict[str, Any]]:
    async with client.session.get(f"{client.sim.url}/demo/events") as answer:
        async for line in answer.content:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_events, "PAUSE", 0.001)
    monkeypatch.setattr(demo_events, "TYPING", 0.001)


async def next_event(stream: AsyncIterator[dict[str, Any]]) -> dict[str, Any]:
    async with asyncio.timeout(5):
        return await anext(stream)


async def test_the_page_is_told_of_every_change(client: Client, quick: None) -> None:
    stream = events(client)
    assert len((await next_event(stream))["phones"]) == 3

    client.sim.world.phone(FANG).start()
    news = await next_event(stream)
    assert [one["id"] for one in news["phones"]] == ["fang"]
    assert news["phones"][0]["messages"][0]["text"] == "/start"

    assert await post(client, "faults", flood=True) == 200
    assert (await next_event(stream))["faults"]["flood"]
    await stream.aclose()  # type: ignore[attr-defined]


async def test_a_typing_line_vanishes_by_itself(client: Client, quick: None, clock: StoppedClock) -> None:
    client.sim.world.phone(MEI).start()
    await client("sendChatAction", chat_id=MEI.id, action="typing")
    stream = events(client)
    assert (await next_event(stream))["phones"][0]["typing"]
    clock.push(timedelta(seconds=6))
    while (await next_event(stream))["phones"][0]["typing"]:
        pass
    await stream.aclose()  # type: ignore[attr-defined]


async def test_a_page_that_is_open_does_not_hold_up_the_end(client: Client, quick: None, mei: Phone) -> None:
    stream = events(client)
    await next_event(stream)
    await client.sim.stop()
    rest = [event async for event in stream]
    assert len(rest) <= 1


async def test_a_page_that_was_closed_is_forgotten(client: Client, quick: None, mei: Phone) -> None:
    stream = events(client)
    await next_event(stream)
    await stream.aclose()  # type: ignore[attr-defined]
    for word in ("a", "b", "c", "d"):
        mei.say(word)
        await client("getMe")
