"""At the start a Telegram that is away is waited for; what waiting cannot mend ends the start."""

import asyncio
from dataclasses import replace

import pytest
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.app import App
from bot.loop import LogOnce
from bot.telegram import patience
from bot.telegram.client import NotConnected, ServerFailed
from bot.telegram.patience import wait_for_telegram
from bot.ticking import run_job
from tests.homeline import Homeline


class Telegram:
    """Answers with these errors, then for good."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.asked = 0

    async def ask(self) -> None:
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REST", 0.001)


async def test_it_is_asked_again_until_it_answers_and_that_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    telegram = Telegram(
        NotConnected("no connection"), NotConnected("no connection"), ServerFailed("502"), RetryAfter(0)
    )
    await wait_for_telegram(telegram.ask, asyncio.Event())
    assert telegram.asked == 5
    assert sum("no connection" in each.getMessage() for each in caplog.records) == 1


@pytest.mark.parametrize("error", [InvalidToken(), NetworkError("an answer that is not Telegram's")])
async def test_what_waiting_cannot_mend_is_raised_at_once(error: TelegramError) -> None:
    telegram = Telegram(error)
    with pytest.raises(type(error)):
        await wait_for_telegram(telegram.ask, asyncio.Event())
    assert telegram.asked == 1


async def test_the_end_waits_for_no_request_that_hangs() -> None:
    stopped, asked = asyncio.Event(), asyncio.Event()

    async def hang() -> None:
        asked.set()
        await asyncio.Event().wait()

    waiting = asyncio.create_task(wait_for_telegram(hang, stopped))
    await asyncio.wait_for(asked.wait(), 1)
    assert not waiting.done()
    stopped.set()
    await asyncio.wait_for(waiting, 1)


async def test_homeline_begins_before_its_network_does(home: Homeline, caplog: pytest.LogCaptureFixture) -> None:
    await home.close()
    home.simulator.faults.away = True
    app = App(replace(home.settings, api_url=home.simulator.url), home.clock, long_poll=0)
    opening = asyncio.create_task(app.open(asyncio.Event()))
    async with asyncio.timeout(10):
        while "cannot be reached yet" not in caplog.text:
            await asyncio.wait([opening], timeout=0.01)
    assert not opening.done()

    home.simulator.faults.away = False
    await asyncio.wait_for(opening, 10)
    home.app = app
    assert app.client.bot.username == "homeline_bot"


async def test_a_tick_that_the_end_cuts_off_is_no_error(home: Homeline, caplog: pytest.LogCaptureFixture) -> None:
    tick = asyncio.create_task(run_job(home.app.ticking.each_second, LogOnce("ticks")))
    await asyncio.wait([tick], timeout=0)
    tick.cancel()
    await tick
    assert not caplog.records
