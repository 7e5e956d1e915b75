"""Many connect to Homeline's web server, say half a sentence and stay: alerts leave all the same."""

import asyncio
import contextlib
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from bot.clock import stopwatch
from bot.simulator.cast import FANG
from tests.crashes.process import running, until
from tests.faults.conftest import Note
from tests.faults.figures import Figures
from tests.homeline import Homeline

pytestmark = [pytest.mark.wired, pytest.mark.parametrize("database", ["sqlite"], indirect=True)]
GRANDMA = replace(FANG, language_code="en")
DESCRIPTORS, MANY = 256, 1500
HALF = b"POST /hook HTTP/1.1\r\nHost: a\r\nX-Slow: "


async def connect(port: int) -> socket.socket | None:
    """One more that says half a head; none where it is turned away at once."""
    line = socket.socket()
    line.settimeout(0)
    with contextlib.suppress(OSError, TimeoutError):
        async with asyncio.timeout(2):
            await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
            await asyncio.get_running_loop().sock_sendall(line, HALF)
        return line
    line.close()
    return None


async def tapped(home: Homeline, key: str, within: float) -> float:
    """How long somebody waits for what follows."""
    fang = home.phone(FANG)
    before, began = len(fang.texts), stopwatch()
    fang.tap(key)
    await until(lambda: len(fang.texts) > before, within)
    return stopwatch() - began


async def test_alerts_leave_past_those_who_connect_and_say_nothing(home: Homeline, tmp_path: Path, note: Note) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    await home.close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = replace(home.settings, api_url=home.simulator.url, listen=f"127.0.0.1:{port}")
    async with running(settings, tmp_path / "log", descriptors=DESCRIPTORS) as process:
        await tapped(home, "🏠", within=120)
        lines = [await connect(port) for _ in range(MANY)]
        took = await tapped(home, "🤒", within=10)
        assert any("🚑" in each for each in home.phone(FANG).texts)
        took = min(took, *[await tapped(home, "🏠", within=10) for _ in range(2)])  # this machine may be busy
        assert await process.end(within=20) == 0
        assert "web: " not in process.output  # no accept has failed
    for line in lines:
        if line is not None:
            line.close()
    assert took < 1
    note(
        Figures(
            f"{MANY:,} half-open connections, {DESCRIPTORS} descriptors", 1, 0, 0, 0, f"the card, {took:.1f} s later"
        )
    )
