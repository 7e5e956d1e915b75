"""How the bot hears of things: getUpdates and its promises."""

import asyncio
from datetime import timedelta
from typing import Any

from bot.clock import StoppedClock
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_update_comes_again_until_it_is_confirmed(client: Client, mei: Phone, sim: Simulator) -> None:
    mei.say("one")
    first = await client("getUpdates", limit=1)
    assert texts(first) == ["/start"]
    assert await client("getUpdates", limit=1) == first

    rest = await client("getUpdates", offset=first[-1]["update_id"] + 1)
    assert texts(rest) == ["one"]
    assert sim.world.pending == 1
    assert await client("getUpdates", offset=rest[-1]["update_id"] + 1) == []
    assert sim.world.pending == 0


async def test_a_negative_offset_forgets_all_but_the_newest(client: Client, mei: Phone, sim: Simulator) -> None:
    for word in ("a", "b", "c"):
        mei.say(word)
    assert texts(await client("getUpdates", offset=-2)) == ["b", "c"]
    assert sim.world.pending == 2
    await client("getUpdates", offset=100_000_010)
    assert await client("getUpdates", offset=-1) == []


async def test_a_long_poll_ends_when_something_happens(client: Client, mei: Phone) -> None:
    offset = (await client("getUpdates"))[-1]["update_id"] + 1
    poll = asyncio.create_task(client("getUpdates", offset=offset, timeout=30))
    while not any(request.params.get("timeout") for request in client.sim.requests):
        await client("getMe")
    mei.say("now")
    assert texts(await poll) == ["now"]


async def test_stopping_lets_the_poller_go(client: Client, sim: Simulator) -> None:
    poll = asyncio.create_task(client("getUpdates", timeout=30))
    while not sim.requests:
        await client("getMe")
    sim.world.updates.close()
    assert await poll == []


async def test_a_second_poller_ends_the_first_one_with_a_conflict(client: Client, sim: Simulator) -> None:
    first = asyncio.create_task(client.refused("getUpdates", timeout=30))
    while not sim.requests:
        await client("getMe")
    assert await client("getUpdates", timeout=0) == []
    assert await first == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_presses_live_150_seconds_and_messages_a_day(
    client: Client, mei: Phone, clock: StoppedClock, sim: Simulator
) -> None:
    await client.say("x", [{"text": "a", "callback_data": "a"}])
    mei.tap("a")
    mei.say("b")
    clock.push(timedelta(seconds=150))
    assert [next(iter(set(update) - {"update_id"})) for update in await client("getUpdates")] == ["message", "message"]
    clock.push(timedelta(hours=24))
    assert sim.world.pending == 0
    assert await client("getUpdates") == []


async def test_an_expired_press_behind_a_living_message_is_passed_over(
    client: Client, mei: Phone, clock: StoppedClock
) -> None:
    sent = await client.say("x", [{"text": "a", "callback_data": "a"}])
    mei.tap("a")
    clock.push(timedelta(minutes=3))
    mei.press("forged", mei.last)
    found = await client("getUpdates")
    assert [update["callback_query"]["data"] for update in found if "callback_query" in update] == ["forged"]
    assert found[-1]["callback_query"]["message"]["message_id"] == sent["message_id"]


async def test_only_the_kinds_that_were_asked_for_arrive(client: Client, mei: Phone) -> None:
    await client("getUpdates", allowed_updates=["message"], offset=-1)
    mei.block()
    mei.unblock()
    mei.say("x")
    assert texts(await client("getUpdates")) == ["/start", "x"]
    await client("getUpdates", allowed_updates=[])
    mei.block()
    assert "my_chat_member" in (await client("getUpdates"))[-1]


async def test_strange_updates_are_delivered_as_they_are(client: Client, sim: Simulator) -> None:
    first = sim.world.push_raw({"message": {"text": 5, "unknown": None}})
    sim.world.push_raw('{"update_id": "x"}')
    sim.world.push_raw("[1]")
    found = (await client.ask("getUpdates"))["result"]
    assert found == [{"update_id": first, "message": {"text": 5, "unknown": None}}, {"update_id": "x"}, [1]]


async def test_the_same_update_may_come_twice(client: Client, mei: Phone, sim: Simulator) -> None:
    update_id = (await client("getUpdates"))[-1]["update_id"]
    assert await client("getUpdates", offset=update_id + 1) == []
    sim.world.redeliver(update_id)
    sim.world.push_raw({"update_id": update_id, "message": {}})
    found = (await client.ask("getUpdates", offset=update_id + 1))["result"]
    assert [update["update_id"] for update in found] == [update_id, update_id]
    assert await client("getUpdates", offset=update_id + 1) == []


async def test_a_high_id_moves_the_numbers_on(client: Client, mei: Phone, sim: Simulator) -> None:
    high = sim.world.push_raw({"update_id": 200_000_000})
    mei.say("after")
    found = (await client.ask("getUpdates"))["result"]
    assert [update["update_id"] for update in found][-2:] == [high, high + 1]


async def test_old_updates_are_forgotten_one_day(sim: Simulator, mei: Phone, monkeypatch: Any) -> None:
    monkeypatch.setattr("bot.simulator.updates.REMEMBERED", 1)
    mei.say("x")
    assert len(sim.world.updates.known) == 1


async def test_more_strange_ones_than_asked_for_wait(client: Client, mei: Phone, sim: Simulator) -> None:
    for _ in range(3):
        sim.world.redeliver(100_000_001)
    assert len(await client("getUpdates", limit=2)) == 2
