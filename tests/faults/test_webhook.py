"""With a webhook: Telegram calls again and again until what it brings is kept, and each thing is handled once."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest

from bot import loop
from bot.app import App
from bot.loop import WakeUp
from bot.simulator import webhook
from bot.simulator.cast import FANG, JUN, MEI
from bot.telegram.webhook import Webhook
from tests.faults.conftest import Note
from tests.faults.figures import Figures, inbox_states, kept
from tests.faults.test_database import Spoiled
from tests.homeline import Homeline
from tests.numbers import counted

pytestmark = pytest.mark.wired

PEOPLE = tuple(replace(each, language_code="en") for each in (MEI, FANG, JUN))
A_TURN = 20


@pytest.fixture
def called(home: Homeline, monkeypatch: pytest.MonkeyPatch) -> Homeline:
    """Homeline, told to be called on a port of this machine."""
    monkeypatch.setattr(webhook, "LAST_RETRY", 0.2)
    monkeypatch.setattr(loop, "REST_AFTER_ERROR", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    home.settings = replace(
        home.settings,
        api_url=home.simulator.url,
        webhook_url=f"http://{address}/hook",
        webhook_secret="s3cret",
        listen=address,
    )
    return home


@asynccontextmanager
async def running(home: Homeline) -> AsyncIterator[None]:
    """A process of its own for as long as the block."""
    await home.close()
    home.app = App(home.settings, home.clock)
    await home.open()
    stopped = asyncio.Event()
    task = asyncio.create_task(home.app.run(stopped))
    try:
        yield
    finally:
        stopped.set()
        await task


@asynccontextmanager
async def ready(url: str) -> AsyncIterator[int]:
    """What a watcher reads."""
    async with aiohttp.ClientSession() as session, session.get(f"{url}/readyz") as answer:
        yield answer.status


async def until_handled(home: Homeline, count: int) -> None:
    async with asyncio.timeout(30):
        while (await inbox_states(home))["done"] < count:
            await WakeUp().wait(0.05)


def say(home: Homeline, turn: int) -> None:
    for number in range(A_TURN):
        home.phone(PEOPLE[number % 3]).say(f"{turn}.{number}")


async def first_look(home: Homeline) -> Webhook:
    """The webhook of the process that runs, once its loop's own first look cannot fall between a test's."""
    hook = home.app.webhook
    assert hook is not None
    async with asyncio.timeout(20):
        while hook._before is None:
            await WakeUp().wait(0.02)
    return hook


async def newcomers(home: Homeline) -> int:
    for person in PEOPLE:
        await home.newcomer(person)
    return (await inbox_states(home))["done"]


async def test_what_comes_while_homeline_is_stopped_comes_again(called: Homeline, note: Note) -> None:
    before = await newcomers(called)
    asked = len(called.simulator.requests)
    async with running(called):
        say(called, 1)
        await until_handled(called, before + A_TURN)
    say(called, 2)
    async with running(called):
        await until_handled(called, before + 2 * A_TURN)
        say(called, 3)
        await until_handled(called, before + 3 * A_TURN)
    given, _expired, lost = await kept(called)
    assert (await inbox_states(called))["parked"] == 0
    assert "getUpdates" not in [each.method for each in called.simulator.requests[asked:]]
    note(Figures("webhook: Homeline is stopped for a while", given, lost, 0, 0, "an answer, a little later"))


async def test_while_nothing_can_be_written_telegram_keeps_it(called: Homeline, note: Note) -> None:
    if not called.settings.is_sqlite:
        return
    before = await newcomers(called)
    async with running(called):
        async with Spoiled(called, "locked"):
            say(called, 1)
            async with asyncio.timeout(20):
                while "last_error_message" not in called.simulator.webhook.info():
                    await WakeUp().wait(0.05)
            assert called.world.pending == A_TURN
            assert "503" in called.simulator.webhook.info()["last_error_message"]
        await until_handled(called, before + A_TURN)
    given, _expired, lost = await kept(called)
    assert (await inbox_states(called))["parked"] == 0
    note(Figures("webhook: a file that is locked", given, lost, 0, 0, "an answer, a little later"))


async def test_a_webhook_that_somebody_took_away_is_one_line(
    called: Homeline, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(called):
        hook = await first_look(called)
        called.simulator.webhook.url = "https://elsewhere.example.org"
        for _ in range(3):
            await hook.look()
        assert counted("homeline_webhook_shut") == 1
        async with ready(called.app.web.url if called.app.web else "") as status:
            assert status == 503
    told = [each.getMessage() for each in caplog.records if each.name == "homeline.webhook"]
    assert told == ["Another program has changed this bot's webhook. Stop it, then start Homeline again."]


async def test_while_nothing_comes_in_it_is_said_counted_and_no_readiness_until_it_comes(
    called: Homeline, caplog: pytest.LogCaptureFixture
) -> None:
    before = await newcomers(called)
    async with running(called):
        hook, app = await first_look(called), called.app
        assert app.web is not None
        there = called.settings.webhook_url
        called.simulator.webhook.url = "http://127.0.0.1:9/hook"  # as when what leads to it is cut
        called.phone(PEOPLE[0]).say("hello")
        async with asyncio.timeout(10):
            while "last_error_date" not in called.simulator.webhook.info():
                await WakeUp().wait(0.02)
        async with ready(app.web.url) as status:
            assert status == 200
        told = {**called.simulator.webhook.info(), "url": there}
        called.simulator.webhook.info = lambda: told  # type: ignore[method-assign] # Telegram calls where it was told to
        for _ in range(3):
            await hook.look()
        assert counted("homeline_webhook_shut") == 1
        async with ready(app.web.url) as status:
            assert status == 503
        told["last_error_message"] = "Wrong response from the webhook: 502 Bad Gateway"
        await hook.look()
        async with ready(app.web.url) as status:
            assert status == 200  # a proxy that asks us lets Telegram in again

        called.simulator.webhook.url = there
        await until_handled(called, before + 1)
        await hook.look()
        assert counted("homeline_webhook_shut") == 0
    said = [each.getMessage() for each in caplog.records if each.name == "homeline.webhook"]
    assert said[-3:] == [
        "Telegram calls in vain: Connection refused. What it has is kept for a day.",
        "Telegram calls in vain: Wrong response from the webhook: 502 Bad Gateway. What it has is kept for a day.",
        "Telegram's calls come through again.",
    ]
