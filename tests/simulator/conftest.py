"""A simulator that stands at a known instant, and a client of a few lines."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.clock import StoppedClock
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.botapi_facts import check_answer

EVENING = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)  # 18:40 in Anhui, 14:40 in Dubai


class Client:
    """Speaks JSON to the simulator, and holds every answer against the facts."""

    def __init__(self, sim: Simulator, session: aiohttp.ClientSession) -> None:
        self.sim = sim
        self.session = session

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer, be it yes or no."""
        async with self.session.post(self.address(method), json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert body["ok"] == (answer.status == 200)
        return body

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result of a request that must succeed."""
        body = await self.ask(method, **params)
        assert body["ok"], body["description"]
        check_answer(method, body["result"])
        return body["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The words with which Telegram says no."""
        body = await self.ask(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def say(self, text: str, *rows: list[dict[str, Any]], chat_id: int = MEI.id, **params: Any) -> Any:
        """Send a text, with inline buttons if rows are given."""
        markup = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        return await self("sendMessage", chat_id=chat_id, text=text, **markup, **params)

    def address(self, method: str) -> str:
        return f"{self.sim.url}/bot{self.sim.token}/{method}"


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(EVENING)


@pytest.fixture
async def sim(clock: StoppedClock) -> AsyncIterator[Simulator]:
    simulator = Simulator(clock)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def client(sim: Simulator) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(sim, session)


@pytest.fixture
def mei(sim: Simulator) -> Phone:
    """Mei's phone; she has pressed START, and the bot has heard of it."""
    phone = sim.world.phone(MEI)
    phone.start()
    return phone


@pytest.fixture
def fang(sim: Simulator) -> Phone:
    """Grandma Fang's phone; she has pressed START."""
    phone = sim.world.phone(FANG)
    phone.start()
    return phone
