"""A broken line of seconds, minutes or hours: nothing is lost for it, and alerts leave first when it is back."""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.app import App
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery import send_outages
from bot.domain.notifications import Lane
from bot.queries.circle import people
from bot.simulator.methods import SENDING
from bot.telegram import asking, client, sender
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put, states
from tests.faults.test_sending import PEOPLE
from tests.handlers.daily.letters_steps import family
from tests.homeline import Homeline
from tests.households import tap

pytestmark = pytest.mark.wired

BAD = ("drop", "lose", "hang", "500", "502", "504")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who hangs is waited for in earnest, so not for long."""
    monkeypatch.setattr(asking, "PATIENCE", 0.05)
    monkeypatch.setattr(asking, "LISTENS", 0.1)
    monkeypatch.setattr(client, "_READ", 0.2)  # a look for updates that hangs


@asynccontextmanager
async def beside(home: Homeline, many: int) -> AsyncIterator[list[App]]:
    """So many more processes on the same database."""
    others = [App(home.app.settings, home.clock, long_poll=0) for _ in range(many)]
    for each in others:
        await each.open()
    try:
        yield others
    finally:
        for each in others:
            await each.close()


async def for_seconds(home: Homeline, seconds: float, step: float) -> None:
    """Time passes in small steps, as it does."""
    while seconds > 0:
        await home.later(seconds=min(step, seconds))
        seconds -= step


@pytest.mark.parametrize(
    ("weather", "seconds", "step"),
    [("drop", 400, 10), ("504", 300, 10), ("hang", 600, 30), ("lose", 600, 30), ("504", 4200, 120)],
)
async def test_what_was_said_on_a_broken_line_arrives_when_it_is_back(
    home: Homeline, note: Note, weather: str, seconds: int, step: int
) -> None:
    mei, fang = await family(home)
    await home.until(19, 35)  # Lily's question has been asked
    await tap(home, mei, "🏠", "🎤")
    home.simulator.faults.weather = lambda: weather
    before = len(mei.texts)
    fang.tap("🙂")
    await home.later(seconds=5)
    mei.voice()
    notice = await put(home, PEOPLE[0], 10, Lane.NOTICE, written=True)
    await home.later(seconds=5)
    fang.say("🤒 Ill")
    await for_seconds(home, seconds, step)
    if weather != "lose":
        assert not any("Lily is ill" in each for each in mei.texts)
    found = await home.app.store.run(send_outages.since)
    assert found is not None
    assert (await states(home))["unknown"] == 0
    home.simulator.faults.clear()
    for _ in range(20):
        await home.later(seconds=3)

    said = [*fang.texts, *mei.texts]
    wanted = ("Lily is ill", "Lily is well", notice, "🚑")
    lost = [each for each in wanted if not any(each in text for text in said)]
    assert not lost
    assert any(each.kind == "voice" and each.from_bot for each in fang.messages)
    since_then = [text for text in mei.texts[before:] if "Lily is ill" in text or "Lily is well" in text]
    first = since_then[: 2 if weather != "lose" else None]
    assert any("Lily is ill" in each for each in first)  # alerts first, but for what asked whether it works
    ended = await states(home)
    assert ended["unknown"] == ended["discarded"] == ended["pending"] - len(await later(home)) == 0
    assert await home.app.store.run(send_outages.since) is None
    twice = 0 if weather != "lose" else max(len(since_then) - 2, 0)
    seen = "all of it, alerts first" + (", some of it twice" if weather == "lose" else "")
    name = f"every send {weather} for {seconds} s: danger card, alert, letters, news"
    note(Figures(name, 5, len(lost), twice, twice, seen))


async def later(home: Homeline) -> list[int]:
    """Rows that are for another time anyhow."""
    waits = select(outbox.c.id).where(outbox.c.state == "pending", outbox.c.due_at > home.clock.now())
    return [row.id for row in await home.app.store.run(lambda tx: tx.all(waits))]


async def test_one_request_at_a_time_asks_whether_the_line_is_back(home: Homeline) -> None:
    for person in PEOPLE:
        await home.newcomer(person)
    home.simulator.faults.weather = lambda: "hang"
    words = [await put(home, PEOPLE[number % 3], 10 + number, Lane.ROUTINE) for number in range(30)]
    await home.settle()
    for _ in range(10):
        home.clock.push(timedelta(seconds=5))
        at_once = 0
        while await home.app.sender.step():
            at_once += 1
        assert at_once <= 1
        await home.app.sender.drain()
    home.simulator.faults.clear()
    for _ in range(30):
        await home.later(seconds=5)
    assert sum(arrived(home, PEOPLE[place], words[place::3])[0] for place in range(3)) == 0


async def test_an_answer_that_comes_late_is_no_reason_to_send_again(
    home: Homeline, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = PEOPLE[0]
    await home.newcomer(mei)
    monkeypatch.setattr(asking, "LISTENS", 10.0)
    home.simulator.faults.late_after = 0.2  # later than a send is waited for, and listened to still
    home.simulator.faults.weather = lambda: "late"
    words = [await put(home, mei, 10, Lane.URGENT), await put(home, mei, 11, Lane.ROUTINE, written=True)]
    for _ in range(30):
        await home.later(seconds=5)
        await home.app.sender.listened()
    missing, twice = arrived(home, mei, words)
    assert (missing, twice) == (0, 0)
    assert (await states(home))["pending"] == 0
    note(Figures("every answer comes late, for 150 s", 2, missing, twice, 2, "all of it, once"))


async def test_a_stop_in_the_middle_of_an_outage_keeps_what_was_on_its_way(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = PEOPLE[0]
    await home.newcomer(mei)
    home.simulator.faults.weather = lambda: "hang"
    words = [await put(home, mei, 10, Lane.ROUTINE)]
    for _ in range(4):
        await home.later(seconds=30)
    monkeypatch.setattr(asking, "PATIENCE", 30.0)
    home.clock.push(timedelta(minutes=2))
    assert await home.app.sender.step() == 1
    await home.app.sender.end(within=0.01)
    assert (await states(home))["sending"] == 0
    assert (await states(home))["unknown"] == 0

    home.simulator.faults.clear()
    for _ in range(3):
        await home.later(minutes=1)
    assert arrived(home, mei, words) == (0, 0)


async def test_what_an_outage_has_kept_until_the_night_waits_for_the_morning(home: Homeline) -> None:
    mei = PEOPLE[0]
    await home.newcomer(mei)
    await home.app.store.run(lives_in_accra)
    await home.until(21, 50, zone="Africa/Accra")
    await home.quiet(mei, 22 * 60, 7 * 60)
    home.simulator.faults.weather = lambda: "504"
    words = [await put(home, mei, number, Lane.ROUTINE, written=number < 12) for number in (10, 11, 12)]
    alert = await put(home, mei, 13, Lane.URGENT)
    await for_seconds(home, 7200, 300)
    home.simulator.faults.clear()
    await for_seconds(home, 120, 10)
    assert arrived(home, mei, [alert]) == (0, 0)
    assert arrived(home, mei, words) == (3, 0)

    await home.until(7, 1, zone="Africa/Accra")
    assert arrived(home, mei, words) == (0, 0)


def lives_in_accra(tx: Tx) -> None:
    people.change(tx, 1, time_zone="Africa/Accra")


async def any_weather(home: Homeline, note: Note, seed: int, *, updates: bool, beside: Sequence[App] = ()) -> None:
    """Four outages of a second to thirty hours, in which anything may happen to a send; `seed` draws what."""
    luck = random.Random(seed)
    for person in PEOPLE:
        await home.newcomer(person)
    words: dict[int, list[str]] = {person.id: [] for person in PEOPLE}
    unknown = said = 0

    async def later(seconds: float) -> None:
        await home.later(seconds=seconds)
        for each in beside:
            await each.settle()

    for _ in range(4):
        kinds = luck.sample(BAD, luck.randint(1, 3)) + ["fair"] * luck.choice([0, 0, 1, 3])
        lasting = 10 ** luck.uniform(0, 5.03)

        def weather(kinds: list[str] = kinds) -> str:
            nonlocal unknown
            kind = luck.choice(kinds)
            unknown += kind in {"lose", "drop", "hang", "504"}
            return kind

        home.simulator.faults.weather = weather
        home.simulator.faults.methods = None if updates else {*SENDING, "getUpdates"}
        for _ in range(8):
            for _ in range(luck.randint(0, 3)):
                person, lane = luck.choice(PEOPLE), luck.choice([Lane.URGENT, Lane.REPLY, Lane.NOTICE, Lane.ROUTINE])
                words[person.id].append(await put(home, person, 10 + said, lane, written=luck.random() < 0.8))
                said += 1
            await later(lasting / 8)
        home.simulator.faults.clear()
        for _ in range(luck.randint(1, 8)):
            await later(luck.uniform(1, 90))
    for _ in range(30):
        await later(30)

    found = [arrived(home, person, words[person.id]) for person in PEOPLE]
    lost, twice = sum(each[0] for each in found), sum(each[1] for each in found)
    ended = await states(home)
    assert ended["pending"] == ended["sending"] == ended["discarded"] == 0
    # What Homeline began and was alone in its failure is left at that, as ever.
    name = f"any weather, 1 s to 30 h{', three processes' if beside else ''}"
    note(Figures(name, said, lost, twice, unknown, "all of it", ended["unknown"]))


@pytest.mark.parametrize("updates", [True, False], ids=["updates come", "no updates come"])
@pytest.mark.parametrize("seed", range(2))
async def test_whatever_the_weather_everything_arrives(home: Homeline, note: Note, seed: int, updates: bool) -> None:
    await any_weather(home, note, seed, updates=updates)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process
async def test_whatever_the_weather_over_three_processes_everything_arrives(home: Homeline, note: Note) -> None:
    async with beside(home, 2) as others:
        await any_weather(home, note, 7, updates=True, beside=others)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process
async def test_of_three_processes_the_one_without_a_way_to_telegram_lets_another_send(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "GIVES_WAY_AFTER", 0.0)
    await home.newcomer(PEOPLE[0])
    async with beside(home, 2) as others:
        await home.app.client.close()  # this one gets nowhere
        words = [await put(home, PEOPLE[0], 10 + number, Lane.URGENT) for number in range(5)]
        for _ in range(30):
            home.clock.push(timedelta(seconds=5))
            for each in (home.app, *others):
                await each.look()
                while await each.sender.step():
                    await each.sender.drain()
        assert arrived(home, PEOPLE[0], words) == (0, 0)
        await home.app.client.open()
