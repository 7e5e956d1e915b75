"""Telegram calls: 200 means kept, anything else means bring it again, and strangers bring nothing."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, select
from telegram.error import Conflict

from bot.app import App
from bot.clock import StoppedClock
from bot.db.tables import inbox
from bot.errors import SettingsError
from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator import webhook as calling
from bot.simulator.cast import MEI
from bot.simulator.server import Simulator
from bot.telegram.client import Client
from bot.telegram.webhook import Webhook
from bot.web import WebServer
from tests.databases import Database
from tests.homeline import Homeline

SECRET = "s3cret"
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class Caller:
    """Somebody on the internet who knows the address."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def post(self, body: Any, headers: dict[str, str] = HEADER, path: str = "/hook") -> int:
        data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url + path, data=data, headers=headers) as answer,
        ):
            assert await answer.read() in {b"", b"404: Not Found"}
            return answer.status


@pytest.fixture
async def hooked(home: Homeline) -> AsyncIterator[Caller]:
    """Homeline's web server with the webhook on it."""
    server = WebServer("127.0.0.1", 0)
    Webhook(home.app.client, home.app.store, home.app.contact, "https://bot.example.org/hook", SECRET).add_to(server)
    await server.open()
    yield Caller(server.url)
    await server.close()


def update(number: int, text: str = "hello") -> dict[str, Any]:
    user = {"id": MEI.id, "is_bot": False, "first_name": "Mei"}
    chat = {"id": MEI.id, "type": "private", "first_name": "Mei"}
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": text}}


async def kept(home: Homeline) -> int:
    return int(await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(inbox))))


async def sql(home: Homeline, statement: str) -> None:
    await home.app.store.run(lambda tx: tx.conn.exec_driver_sql(statement))


async def test_what_telegram_brings_is_kept_once_however_often_it_comes(home: Homeline, hooked: Caller) -> None:
    assert [await hooked.post(update(7)) for _ in range(3)] == [200, 200, 200]
    assert await kept(home) == 1
    assert home.world.pending == 0


@pytest.mark.parametrize("secret", ["", "S3cret", "s3cret ", "s3cret2", "é"])
async def test_who_does_not_know_the_secret_brings_nothing(home: Homeline, hooked: Caller, secret: str) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    if secret == "s3cret ":
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret, s3cret"}
    assert await hooked.post(update(7), headers) == 403
    assert await hooked.post(update(7), path="/other") == 404
    assert await kept(home) == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 200_000,
        b"\xff",
        b'"words"',
        b"[1]",
        b'{"message": {}}',
        b'{"update_id": true}',
        b"x" * 1_500_000,
    ],
    ids=["nothing", "cut", "deep", "bytes", "words", "list", "no number", "no real number", "huge"],
)
async def test_what_is_no_update_is_taken_so_that_it_does_not_come_for_ever(
    home: Homeline, hooked: Caller, body: bytes
) -> None:
    assert await hooked.post(body) == 200
    assert await kept(home) == 0
    assert await hooked.post(update(8)) == 200
    assert await kept(home) == 1


async def test_while_the_database_is_away_telegram_is_asked_to_come_again(
    home: Homeline, hooked: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    await sql(home, "ALTER TABLE inbox RENAME TO inbox_away")
    assert await hooked.post(update(7)) == 503
    assert "hello" not in caplog.text
    await sql(home, "ALTER TABLE inbox_away RENAME TO inbox")
    assert await kept(home) == 0
    assert await hooked.post(update(7)) == 200
    assert await kept(home) == 1


@pytest.fixture
async def whole(
    settings: Settings, clock: StoppedClock, database: Database, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Homeline]:
    """Homeline beside the simulator, told to be called."""
    monkeypatch.setattr(calling, "FIRST_RETRY", 0.01)
    simulator = Simulator(clock, token=settings.token)
    await simulator.start()
    with_hook = replace(settings, webhook_url="http://127.0.0.1:1/hook", webhook_secret=SECRET, listen="127.0.0.1:0")
    home = Homeline(with_hook, clock, simulator, database)
    await home.open()
    yield home
    await home.close()
    await simulator.stop()


async def running(app: App, stopped: asyncio.Event) -> asyncio.Task[None]:
    """The whole application, once it listens."""
    task = asyncio.create_task(app.run(stopped))
    while app.web is None or not app.web.is_open:
        await WakeUp().wait(0.01)
    return task


async def test_with_a_webhook_nobody_polls_and_without_it_the_webhook_is_taken_away(
    whole: Homeline, settings: Settings, clock: StoppedClock
) -> None:
    stopped = asyncio.Event()
    task = await running(whole.app, stopped)
    while not whole.simulator.webhook.url:
        await WakeUp().wait(0.01)
    hook = next(each.params for each in whole.simulator.requests if each.method == "setWebhook")
    # with the bot's number: where families have gone over to another bot, the earlier one's calls are a stranger's
    assert (hook["url"], hook["secret_token"]) == ("http://127.0.0.1:1/hook", f"{SECRET}_1234567")
    assert whole.app.web is not None
    whole.simulator.webhook.url = f"{whole.app.web.url}/hook"  # where a proxy with TLS would lead
    whole.phone(MEI).start()
    async with asyncio.timeout(20):
        while not whole.phone(MEI).texts:
            await WakeUp().wait(0.02)
    stopped.set()
    await task
    assert "getUpdates" not in [each.method for each in whole.simulator.requests]
    assert whole.world.pending == 0
    await whole.close()

    with pytest.raises(Conflict):
        await poll(settings, whole.simulator)
    polling = App(replace(settings, api_url=whole.simulator.url), clock, long_poll=1)
    await polling.open()
    whole.simulator.requests.clear()  # the refused getUpdates from before is among them
    stopped = asyncio.Event()
    task = asyncio.create_task(polling.run(stopped))
    while "getUpdates" not in [each.method for each in whole.simulator.requests[-2:]]:
        await WakeUp().wait(0.01)
    stopped.set()
    await task
    await polling.close()
    assert whole.simulator.webhook.url == ""
    assert not [each for each in whole.simulator.requests if each.error and "Conflict" in each.error][1:]


async def poll(settings: Settings, simulator: Simulator) -> None:
    client = Client(replace(settings, api_url=simulator.url))
    await client.open()
    try:
        await client.get_updates(0, 0, [])
    finally:
        await client.close()


async def test_an_address_that_telegram_does_not_take_is_one_line(home: Homeline) -> None:
    hook = Webhook(home.app.client, home.app.store, home.app.contact, "ftp://bot.example.org/hook", SECRET)
    with pytest.raises(SettingsError, match="HOMELINE_WEBHOOK_URL") as error:
        await hook.set()
    assert "\n" not in str(error.value)
    home.simulator.requests.clear()  # it was meant to be refused
