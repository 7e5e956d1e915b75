"""Everything that goes wrong on the way, on demand."""

import asyncio

import aiohttp
import pytest

from bot.clock import StoppedClock
from bot.simulator.cast import FANG, MEI
from bot.simulator.limits import Limits
from bot.simulator.phone import Phone
from bot.simulator.refusals import Refused
from bot.simulator.server import Simulator
from tests.simulator.conftest import EVENING, Client


async def test_a_flood_says_how_long_to_wait(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.flood(seconds=7, times=2)
    for _ in range(2):
        body = await client.ask("sendMessage", chat_id=MEI.id, text="x")
        assert body["error_code"] == 429
        assert body["description"] == "Too Many Requests: retry after 7"
        assert body["parameters"] == {"retry_after": 7}
    await client.say("through")
    assert mei.texts == ["through"]


async def test_a_flood_may_concern_one_chat(client: Client, mei: Phone, fang: Phone, sim: Simulator) -> None:
    sim.faults.flood(chat=MEI.id)
    await client.say("x", chat_id=FANG.id)
    assert "retry after 3" in await client.refused("sendMessage", chat_id=MEI.id, text="x")


async def test_an_answer_can_be_lost_after_the_message_was_sent(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.lose_after_send()
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.say("hello")
    assert mei.texts == ["hello"]
    assert sim.requests[-1].error == "connection lost after it was done"
    assert not sim.requests[-1].ok


async def test_a_request_can_be_lost_before_anything_happens(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.drop_before()
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.say("hello")
    assert mei.texts == []


async def test_telegram_itself_can_fail(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.server_error()
    assert await client.refused("sendMessage", chat_id=MEI.id, text="x") == "Bad Gateway"
    sim.faults.server_error(code=500)
    assert await client.refused("sendMessage", chat_id=MEI.id, text="x") == "Internal Server Error"


async def test_a_request_can_be_refused_for_good(client: Client, mei: Phone, fang: Phone, sim: Simulator) -> None:
    sim.faults.refuse(chat=MEI.id)
    await client.say("x", chat_id=FANG.id)
    assert "Bad Request" in await client.refused("sendMessage", chat_id=MEI.id, text="x")
    assert mei.texts == []


async def test_a_slow_answer_comes_in_the_end(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.slow(0.01)
    await client.say("late")
    sim.faults.slow(60)
    waiting = asyncio.create_task(client.say("later"))
    while sum(request.method == "sendMessage" for request in sim.requests) < 2:
        await client("getMe")
    sim.faults.clear()
    await waiting
    assert mei.texts == ["late", "later"]


async def test_telegram_can_be_away(client: Client, sim: Simulator) -> None:
    sim.faults.away = True
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client("getMe")
    sim.faults.clear()
    await client("getMe")


async def test_faults_concern_only_what_sends_unless_told_otherwise(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.flood()
    await client("getMe")
    await client("sendChatAction", chat_id=MEI.id, action="typing")
    sim.faults.methods = {"getMe"}
    await client.say("x")
    assert "Too Many Requests" in await client.refused("getMe")


async def test_switches_spoil_every_second_and_every_third_send(client: Client, mei: Phone, sim: Simulator) -> None:
    sim.faults.flooding = True
    answers = [(await client.ask("sendMessage", chat_id=MEI.id, text="x"))["ok"] for _ in range(4)]
    assert answers == [True, False, True, False]

    sim.faults.clear()
    sim.faults.losing_answers = True
    await client.say("fifth")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.say("sixth")
    assert mei.texts[-1] == "sixth"


def test_thirty_messages_a_second_and_no_more() -> None:
    now = [0.0]
    limits = Limits(lambda: now[0])
    for chat in range(30):
        limits.check(chat + 1)
    with pytest.raises(Refused, match="retry after 1"):
        limits.check(99)
    now[0] = 1.0
    limits.check(99)


def test_one_chat_takes_a_small_burst_and_then_one_a_second() -> None:
    now = [0.0]
    limits = Limits(lambda: now[0])
    for _ in range(4):
        limits.check(1)
    with pytest.raises(Refused, match="retry after 1"):
        limits.check(1)
    now[0] = 1.0
    limits.check(1)
    with pytest.raises(Refused, match="retry after"):
        limits.check(1, 40)


def test_a_group_takes_twenty_a_minute() -> None:
    now = [0.0]
    limits = Limits(lambda: now[0])
    for _ in range(20):
        limits.check(-1)
        now[0] += 2
    with pytest.raises(Refused, match="retry after 20"):
        limits.check(-1)


def test_more_at_once_than_ever_allowed_is_refused() -> None:
    with pytest.raises(Refused, match="retry after"):
        Limits(lambda: 0.0).check(1, 31)


async def test_the_simulator_enforces_the_limits_when_asked(mei: Phone, client: Client, sim: Simulator) -> None:
    sim.limits = Limits(lambda: 0.0)
    album = [{"type": "photo", "media": mei.photo().file_id}] * 3
    await client("sendMediaGroup", chat_id=MEI.id, media=album)
    await client.say("one more")
    await client("sendChatAction", chat_id=MEI.id, action="typing")
    assert "Too Many Requests" in await client.refused("sendMessage", chat_id=MEI.id, text="x")


async def test_what_changes_a_message_counts_as_much_as_a_new_one(mei: Phone, client: Client, sim: Simulator) -> None:
    sim.limits = Limits(lambda: 0.0)
    sent = await client.say("0")
    for number in range(1, 4):
        await client("editMessageText", chat_id=MEI.id, message_id=sent["message_id"], text=str(number))
    words = await client.refused("editMessageText", chat_id=MEI.id, message_id=sent["message_id"], text="4")
    assert "Too Many Requests" in words
    assert mei.texts == ["3"]


def test_limits_are_off_unless_asked_for() -> None:
    assert Simulator(StoppedClock(EVENING)).limits is None
    assert Simulator(StoppedClock(EVENING), limits=True).limits is not None


async def test_only_the_newest_requests_are_kept(client: Client, sim: Simulator) -> None:
    sim.keep_requests = 3
    for _ in range(5):
        await client("getMe")
    assert len(sim.requests) == 3
