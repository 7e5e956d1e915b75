"""What a visitor of `make demo` finds: the story, its files, its translations, and what the clock brings."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import aiohttp
import pytest

from bot.demo import STEPS, demo, last_sunday
from bot.demo_class import HELPERS, HOUSEHOLDS, LILY, LOST, NOT_JOINED, SIGNED, SILENT, WRITTEN
from bot.demo_clock import HOUR, DemoClock
from bot.demo_story import FILES
from bot.loop import WakeUp
from tests.homeline import Homeline
from tests.households import tap
from tests.together import memory

pytestmark = pytest.mark.wired

COLUMNS = ("Still open:", "Cannot be reached here:", "No family here yet:")


class Visitor:
    """What the page does for whoever looks at it."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def state(self) -> dict[str, Any]:
        async with self.session.get("/demo/state") as answer:
            found: dict[str, Any] = await answer.json()
        return found

    async def messages(self, name: str) -> list[dict[str, Any]]:
        phones = (await self.state())["phones"]
        found: list[dict[str, Any]] = next(each["messages"] for each in phones if each["id"] == name)
        return found

    async def post(self, path: str, **fields: Any) -> None:
        async with self.session.post(f"/demo/{path}", json=fields) as answer:
            assert answer.status == 200, path

    async def tap(self, name: str, sign: str) -> int:
        """The newest button that begins so, as soon as there is one; the number of its message."""
        async for messages in self.looks(name):
            for message in reversed(messages):
                for button in (each for row in message["buttons"] for each in row):
                    if button["text"].startswith(sign):
                        await self.post(f"phones/{name}/tap", message_id=message["id"], data=button["data"])
                        return int(message["id"])
        raise AssertionError(sign)

    async def until(self, name: str, words: str, after: int = 0) -> int:
        """The number of the newest message that says so, as soon as one after that number does."""
        async for messages in self.looks(name):
            found = [each["id"] for each in messages if words in each["text"] and each["id"] > after]
            if found:
                return int(found[-1])
        raise AssertionError(words)

    async def looks(self, name: str) -> AsyncIterator[list[dict[str, Any]]]:
        """What stands on a phone, now and after each piece of news."""
        async with asyncio.timeout(20), self.session.get("/demo/events") as events:
            async for line in events.content:
                if line.startswith(b"data: "):
                    for phone in json.loads(line.removeprefix(b"data: "))["phones"]:
                        if phone["id"] == name:
                            yield phone["messages"]


@pytest.fixture
async def visitor(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Visitor]:
    """Somebody who has opened the demo."""
    monkeypatch.setattr("tempfile.tempdir", memory())  # no test pulls the plug, so none waits for a disk
    said: asyncio.Queue[str] = asyncio.Queue()
    stopped = asyncio.Event()
    running = asyncio.create_task(demo(0, stopped, say=said.put_nowait))
    try:
        async with asyncio.timeout(60):
            url = re.search(r"http://\S+", await said.get())
            assert "A week" in await said.get()
            assert "Now it is yours" in await said.get()
        assert url
        async with aiohttp.ClientSession(url[0]) as session:
            yield Visitor(session)
    finally:
        stopped.set()
        await running


async def test_a_visitor_finds_a_lived_in_class_reads_all_of_it_and_pushes_the_clock(visitor: Visitor) -> None:
    await the_storys_files_are_there(visitor)
    await a_class_has_answered_and_every_phone_is_understood(visitor)
    await a_year_can_be_kept(visitor)
    await what_is_to_be_tried_ticks_off(visitor)
    await across_sunday_the_mother_sees_the_week(visitor)
    await tomorrow_ends_where_something_has_come(visitor)
    await an_hour_brings_what_homeline_does_once_a_minute(visitor)


async def a_class_has_answered_and_every_phone_is_understood(visitor: Visitor) -> None:
    state = await visitor.state()
    assert (state["asleep"], state["bot"]) == (False, "Homeline")
    assert not any(each["done"] for each in state["steps"])

    await a_teacher_sees_who_has_answered_and_who_cannot(visitor)
    asked = (await visitor.messages("fang"))[-1]
    assert asked["text"].startswith("莉莉") or "Lily今天怎么样" in asked["text"]
    assert asked["gloss"]["en"].startswith("How is Lily today?")
    assert not re.search("[\u4e00-\u9fff]", "".join(asked["gloss"].values()))
    assert asked["gloss"].keys() == {"en"}  # never in the language that stands there
    (keys, *_rest) = next(each["keyboard"] for each in state["phones"] if each["id"] == "fang")
    assert any(key["text"] != key["gloss"].get("en", key["text"]) for key in keys)
    for message in await visitor.messages("mei"):
        assert message["gloss"].keys() <= {"zh_Hans", "en"}
        if not message["file"]:
            assert "en" not in message["gloss"]


async def a_teacher_sees_who_has_answered_and_who_cannot(visitor: Visitor) -> None:
    assert HOUSEHOLDS == 20
    await visitor.until("zhao", f"Sent to {HOUSEHOLDS} households")
    await visitor.tap("zhao", "👁")
    signatures = await visitor.until("zhao", f"{len(SIGNED) + 1} of {HOUSEHOLDS}")  # one has said no
    card = next(each["text"] for each in await visitor.messages("zhao") if each["id"] == signatures).splitlines()
    assert (sum(each.startswith("✍️") for each in card), sum(each.startswith("❌") for each in card)) == (len(SIGNED), 1)
    open_, lost, absent = (next(each for each in card if each.startswith(words)) for words in COLUMNS)
    assert all(each in open_ for each in (LILY[1], *(WRITTEN[each] for each in SILENT)))
    assert all(each in absent for each in NOT_JOINED)
    assert WRITTEN[LOST] in lost
    assert WRITTEN[LOST] not in open_ + absent

    errand = next(each for each in await visitor.messages("zhao") if "Trip on Friday" in each["text"])["id"]
    messages = [each for each in await visitor.messages("zhao") if each["id"] > errand]
    who = next(each for row in messages[0]["buttons"] for each in row if each["text"].startswith("👁"))
    await visitor.post("phones/zhao/tap", message_id=messages[0]["id"], data=who["data"])
    await visitor.until("zhao", f"{len(HELPERS) + 1} of {HOUSEHOLDS}")
    pictures = [each for each in await visitor.messages("fang") if each["kind"] == "photo" and each["file"]]
    assert len(pictures) >= 2  # the class's album


async def what_is_to_be_tried_ticks_off(visitor: Visitor) -> None:
    before = (await visitor.messages("mei"))[-1]["id"]
    await visitor.tap("fang", STEPS[0].signs[1])
    news = await visitor.until("mei", "Lily is well", after=before)
    assert await visitor.tap("mei", STEPS[1].signs[0]) == news
    await visitor.post("phones/fang/key", text="🤒")
    await visitor.tap("fang", STEPS[2].signs[0])
    await visitor.until("mei", "Lily is ill: fever", after=news)
    assert all(each["done"] for each in (await visitor.state())["steps"])


async def the_storys_files_are_there(visitor: Visitor) -> None:
    found: dict[str, list[Any]] = {}
    for message in [*await visitor.messages("mei"), *await visitor.messages("fang")]:
        if message["file"]:
            async with visitor.session.get(message["file"]) as answer:
                found.setdefault(answer.content_type, []).append(await answer.read())
            if message["kind"] == "voice":
                assert "synthetic" in message["gloss"]["en"]
                assert "合成" in message["gloss"]["zh_Hans"]
    files = {each: each.read_bytes() for each in FILES.iterdir() if each.suffix in {".jpg", ".ogg"}}
    assert len(files) == 6
    assert set(files.values()) <= {each for several in found.values() for each in several}
    assert found.keys() >= {"image/jpeg", "audio/ogg"}
    assert sum(each.stat().st_size for each in FILES.iterdir()) <= 300_000
    assert "CC BY 4.0" in (Path(FILES) / "LICENSE").read_text()


async def a_year_can_be_kept(visitor: Visitor) -> None:
    await visitor.post("phones/mei/key", text="🏠")
    for button in ("🧒", "🎁 Keep", "🎁 Lily at"):
        await visitor.tap("mei", button)
    came = await visitor.until("mei", "Unpack it")
    keepsake = next(each for each in await visitor.messages("mei") if each["id"] == came)
    async with visitor.session.get(keepsake["file"]) as answer:
        packed = ZipFile(BytesIO(await answer.read()))
    assert {"jpg", "ogg", "html"} <= {each.rpartition(".")[2] for each in packed.namelist()}
    assert "<audio" in packed.read("index.html").decode()


async def across_sunday_the_mother_sees_the_week(visitor: Visitor) -> None:
    before = (await visitor.messages("mei"))[-1]["id"]
    await visitor.post("clock", to="tomorrow")
    shown = await visitor.until("mei", "Seven days of Lily", after=before)
    week = next(each for each in await visitor.messages("mei") if each["id"] == shown)
    assert (week["kind"], week["date"][:3]) == ("photo", "Sun")
    async with visitor.session.get(week["file"]) as answer:
        assert answer.content_type == "image/png"


async def tomorrow_ends_where_something_has_come(visitor: Visitor) -> None:
    for _day in range(2):
        before = await visitor.state()
        await visitor.post("clock", to="tomorrow")
        after = await visitor.state()
        newest = [[phone["messages"][-1]["id"] for phone in each["phones"][:3]] for each in (before, after)]
        assert newest[0] != newest[1]
        assert after["phones"][1]["local_date"] != before["phones"][1]["local_date"]


async def an_hour_brings_what_homeline_does_once_a_minute(visitor: Visitor) -> None:
    await visitor.tap("mei", "🏠 Home")
    await visitor.tap("mei", "🎓 School")
    await visitor.tap("mei", "✉️ Write")
    await visitor.post("phones/mei/say", text="Does Lily need gloves?")
    await visitor.until("mei", "Grandma can read it, too")
    before = (await visitor.messages("zhao"))[-1]["id"]
    for _hour in range(5 * 24):  # over a weekend, too
        await visitor.post("clock", advance_seconds=3600)
        if any("🙏 is enough" in each["text"] for each in await visitor.messages("zhao") if each["id"] > before):
            return
    raise AssertionError


async def test_what_was_pressed_is_heard_before_an_hour_is_over(home: Homeline) -> None:
    """Telegram forgets a press after minutes, and in the demo an hour is over at once."""
    mei, _fang = await home.family()
    clock = DemoClock(home.app, home.clock, home.world, [mei])
    await tap(home, mei, "🏠")
    mei.tap("⚙️")
    pressed = home.clock.now()
    pushed = asyncio.gather(clock.push(HOUR), clock.push(HOUR))
    await WakeUp().wait(0.05)  # both could begin
    await home.settle()
    assert "⚙️" in mei.texts[-1]
    assert not home.world.updates.expired
    await pushed
    assert home.clock.now() - pressed == 2 * HOUR


@pytest.mark.parametrize(
    ("today", "begins"), [("2026-11-29", "2026-11-29"), ("2026-11-30", "2026-11-29"), ("2026-12-05", "2026-11-29")]
)
def test_the_demo_begins_on_a_sunday(today: str, begins: str) -> None:
    assert last_sunday(date.fromisoformat(today)) == date.fromisoformat(begins)
