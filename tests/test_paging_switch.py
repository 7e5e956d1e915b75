"""Silence calls, too: a dead man's switch hears each minute how it is, and who does not send says nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web

from bot.db import installation
from bot.delivery import send_outages
from bot.domain.operators.operators import OperatorRole
from bot.domain.operators.pages import Page
from bot.paging import Paging
from bot.queries.operators import pages
from bot.simulator.cast import MEI
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline
from tests.households import read
from tests.test_paging import backed_up, watching

pytestmark = pytest.mark.wired
once = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@asynccontextmanager
async def switch() -> AsyncIterator[tuple[str, list[tuple[str, str]]]]:
    """A dead man's switch, and what it hears."""
    heard: list[tuple[str, str]] = []

    async def hear(request: web.Request) -> web.Response:
        heard.append((request.path, (await request.read()).decode()))
        return web.Response(text="OK")

    app = web.Application()
    app.router.add_post("/{tail:.*}", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    yield f"http://127.0.0.1:{port}/ping/7f3a", heard
    await runner.cleanup()


@once
async def test_a_dead_mans_switch_hears_start_then_each_minute_how_it_is_and_nothing_of_anybody(
    home: Homeline,
) -> None:
    await home.family()
    async with switch() as (url, heard):
        paging = watching(home, ping_url=url)
        await paging.step()
        await read(home, send_outages.begin)
        await paging.step()
        await paging.step()
        await read(home, send_outages.over)
        await paging.step()
    assert heard == [
        ("/ping/7f3a/start", ""),
        ("/ping/7f3a", ""),
        ("/ping/7f3a", ""),
        ("/ping/7f3a/fail", "sender"),
        ("/ping/7f3a", ""),
    ]


@once
async def test_who_does_not_send_pages_nobody_and_a_switch_that_is_away_stops_nothing(home: Homeline) -> None:
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)
    await read(home, backed_up(3))
    before = len(mei.texts)
    async with switch() as (url, heard):
        idle = Paging(replace(home.app.settings, ping_url=url), home.clock, home.app.store, lambda: False)
        await idle.step()
    assert heard == []
    await home.settle()
    assert len(mei.texts) == before
    await watching(home, ping_url="http://127.0.0.1:9/x").step()
    assert Page.BACKUP in await read(home, pages.lasting)


async def test_the_process_that_runs_looks_by_itself(home: Homeline) -> None:
    await home.app.paging.step()
    assert await read(home, lambda tx: installation.get(tx, installation.LOOKED_AT)) == home.clock.now().isoformat()
