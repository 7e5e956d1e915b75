"""Updates by webhook."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.clock import StoppedClock
from bot.simulator import webhook
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client


class Receiver:
    """The bot's side of a webhook."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[tuple[str | None, dict[str, Any]]] = asyncio.Queue()
        self.refuse = 0
        self.refuses = "nothing"  # … and whatever says this
        self.hold: asyncio.Event | None = None
        self.at_once = self.most_at_once = 0
        self.url = ""

    async def post(self, request: web.Request) -> web.Response:
        if self.refuse or self.refuses in await request.text():
            self.refuse = max(0, self.refuse - 1)
            return web.Response(status=503)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if self.hold is not None:
            await self.hold.wait()
        self.at_once -= 1
        await self.heard.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response()

    async def next(self) -> tuple[str | None, dict[str, Any]]:
        return await asyncio.wait_for(self.heard.get(), 5)


@pytest.fixture
async def receiver(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Receiver]:
    monkeypatch.setattr(webhook, "FIRST_RETRY", 0.001)
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.post)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(client: Client, mei: Phone, receiver: Receiver) -> None:
    await client("setWebhook", url=receiver.url, secret_token="s3cret", max_connections=5)
    secret, update = await receiver.next()
    assert (secret, update["message"]["text"]) == ("s3cret", "/start")

    mei.say("hello")
    assert (await receiver.next())[1]["message"]["text"] == "hello"
    info = await client("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (receiver.url, 5)


async def test_an_update_is_posted_until_it_is_accepted(client: Client, mei: Phone, receiver: Receiver) -> None:
    receiver.refuse = 2
    await client("setWebhook", url=receiver.url, allowed_updates=["message"])
    secret, update = await receiver.next()
    assert (secret, update["message"]["text"]) == (None, "/start")
    info = await client("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["allowed_updates"] == ["message"]


async def test_nobody_at_the_address_is_noted(client: Client, mei: Phone, receiver: Receiver) -> None:
    await client("setWebhook", url="http://127.0.0.1:1/hook")
    while "last_error_message" not in await client("getWebhookInfo"):
        await client("getMe")
    await client("setWebhook", url=receiver.url)
    assert (await receiver.next())[1]["message"]["text"] == "/start"


async def test_a_second_delivery_is_posted_too(client: Client, mei: Phone, sim: Simulator, receiver: Receiver) -> None:
    await client("setWebhook", url=receiver.url)
    first = await receiver.next()
    sim.world.redeliver(first[1]["update_id"])
    assert await receiver.next() == first


async def test_what_expired_during_its_delivery_is_not_missed(sim: Simulator, mei: Phone, clock: StoppedClock) -> None:
    (waiting,) = sim.world.updates.first(1)
    clock.push(timedelta(days=2))
    assert sim.world.updates.first(1) == []
    sim.world.updates.drop(waiting)
    assert sim.world.pending == 0


async def test_polling_and_a_webhook_exclude_each_other(client: Client, mei: Phone, receiver: Receiver) -> None:
    await client("setWebhook", url=receiver.url)
    assert await client.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await client("deleteWebhook", drop_pending_updates=True)
    assert await client("getUpdates") == []


async def test_a_webhook_needs_an_address(client: Client) -> None:
    words = await client.refused("setWebhook", url="ftp://x")
    assert words == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"


async def test_chats_are_told_of_side_by_side_and_each_in_its_order(
    client: Client, mei: Phone, fang: Phone, receiver: Receiver, sim: Simulator
) -> None:
    receiver.hold = asyncio.Event()
    for number in range(3):
        mei.say(f"mei {number}")
        fang.say(f"fang {number}")
    await client("setWebhook", url=receiver.url, max_connections=5)
    while receiver.at_once < 2:
        await client("getMe")
    receiver.hold.set()
    texts = [(await receiver.next())[1]["message"]["text"] for _ in range(8)]
    assert receiver.most_at_once == 2
    assert [each for each in texts if "mei" in each] == ["mei 0", "mei 1", "mei 2"]
    assert [each for each in texts if "fang" in each] == ["fang 0", "fang 1", "fang 2"]
    while sim.world.pending:
        await client("getMe")


async def test_one_connection_means_one_at_a_time(client: Client, mei: Phone, fang: Phone, receiver: Receiver) -> None:
    await client("setWebhook", url=receiver.url, max_connections=1)
    for _ in range(2):
        await receiver.next()
    assert receiver.most_at_once == 1


async def test_what_is_refused_for_a_day_is_dropped_and_the_next_one_comes(
    client: Client, mei: Phone, receiver: Receiver, sim: Simulator, clock: StoppedClock
) -> None:
    receiver.refuses = "/start"
    await client("setWebhook", url=receiver.url)
    while "last_error_message" not in await client("getWebhookInfo"):
        await client("getMe")
    clock.push(timedelta(hours=25))
    mei.say("a day later")
    assert (await receiver.next())[1]["message"]["text"] == "a day later"
    assert sim.world.updates.expired == 1
