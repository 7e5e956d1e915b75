"""SG-24: no third party hears anything; what Homeline is made of is written down."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.clock import StoppedClock
from bot.settings import Settings
from bot.simulator.cast import MEI
from bot.simulator.server import Simulator
from tests.conftest import NOON, TOKEN
from tests.databases import Database
from tests.homeline import Homeline
from tests.proxy import Proxy

ROOT = Path(__file__).parents[2]
# Parts of names of what counts, follows, sells, or listens for somebody else.
STRANGERS = re.compile(
    r"sentry|datadog|newrelic|segment|mixpanel|amplitude|analytics|posthog|rollbar|bugsnag|openai|anthropic|langchain"
    r"|transformers|boto|google|azure|facebook|firebase|stripe|speech|whisper"
)
_asked: list[tuple[str, Any]] | None = None


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Python tells of every connection and every look-up of a name, whichever library asks."""
    if _asked is None:
        return
    if event == "socket.connect":
        _asked.append(("connect", arguments[1]))
    elif event == "socket.getaddrinfo":
        _asked.append(("look up", arguments[:2]))


sys.addaudithook(_hear)


@contextmanager
def listening() -> Iterator[list[tuple[str, Any]]]:
    """What this process asks of the network meanwhile."""
    global _asked  # noqa: PLW0603 - an audit hook stays for ever; it is only deaf outside this block
    _asked = []
    try:
        yield _asked
    finally:
        _asked = None


def hosts(asked: list[tuple[str, Any]]) -> set[tuple[str, int]]:
    """The addresses, those of files on this machine left aside."""
    return {(where[0], where[1]) for _what, where in asked if isinstance(where, tuple)}


@pytest.mark.wired
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_sg_24_the_running_bot_speaks_to_telegram_and_to_nobody_else(home: Homeline) -> None:
    telegram = urlsplit(home.simulator.url)
    with listening() as asked:
        await home.app.close()
        home.app = type(home.app)(home.app.settings, home.clock, long_poll=0)
        await home.app.open()
        mei, fang = await home.family()
        fang.tap("🤒")
        await home.settle()
        mei.voice()
        mei.photo()
        await home.later(minutes=20)
        await home.school()
        await home.pupil(await home.class_room())
        await home.notice("Bring a coat")
        await home.later(days=1)
    assert hosts(asked) == {(telegram.hostname, telegram.port)}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_sg_24_with_a_proxy_it_speaks_to_nothing_but_the_proxy(
    settings: Settings, clock: StoppedClock, database: Database
) -> None:
    simulator = Simulator(clock, token=TOKEN)
    await simulator.start()
    async with Proxy() as proxy:
        home = Homeline(replace(settings, proxy=proxy.url), clock, simulator, database)
        where = urlsplit(proxy.url)
        telegram = urlsplit(simulator.url)
        with listening() as asked:
            await home.open()
            home.phone(MEI).start()
            await home.settle()
            await home.close()
        first = next(each for each in asked if isinstance(each[1], tuple))
        assert (first[1][0], first[1][1]) == (where.hostname, where.port)
        assert hosts(asked) <= {(where.hostname, where.port), (telegram.hostname, telegram.port)}
        assert len(proxy.asked) >= len(simulator.requests) > 0
    await simulator.stop()
    assert clock.now() == NOON


def test_sg_24_nothing_that_it_is_made_of_counts_follows_or_listens_for_somebody_else() -> None:
    pins = (ROOT / "deploy" / "requirements.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", pins, re.MULTILINE)
    assert len(names) > 10
    assert [each for each in names if STRANGERS.search(each.lower())] == []


def test_sg_24_no_address_in_the_code_is_anybody_elses() -> None:
    written = re.compile(r"https?://([a-z0-9.-]+\.[a-z]{2,})")
    files = [path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
    found = {host for path in files for host in written.findall(path.read_text(encoding="utf-8"))}
    assert {each for each in found if not each.endswith(("telegram.org", "t.me"))} == set()
