"""What a watcher asks of a running Homeline."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest

from bot.app import App
from bot.clock import SystemClock
from bot.db import migrations
from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.notifications import Lane
from bot.settings import Settings
from bot.simulator.cast import FANG, MEI
from bot.simulator.server import Simulator
from tests.conftest import TOKEN
from tests.numbers import counted


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[App]:
    """A Homeline that listens; no loop runs but those that a test moves."""
    simulator = Simulator(SystemClock(), token=TOKEN)
    await simulator.start()
    listening = replace(settings, api_url=simulator.url, listen="127.0.0.1:0", metrics_listen="127.0.0.1:0")
    made = App(listening, SystemClock(), long_poll=0)
    await made.open()
    await made.doors.open()
    simulator.world.phone(MEI).start()
    await made.settle()
    try:
        yield made
    finally:
        await made.close()
        await simulator.stop()


def web(app: App) -> str:
    assert app.doors.web is not None
    return app.doors.web.url


def numbers(app: App) -> str:
    assert app.doors.numbers is not None
    return app.doors.numbers.url


@asynccontextmanager
async def asked(app: App, path: str, **headers: str) -> AsyncIterator[tuple[int, str]]:
    """A watcher's question and the answer."""
    url = (numbers(app) if path == "/metrics" else web(app)) + path
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        yield response.status, await response.text()


async def test_a_process_that_answers_is_alive_and_one_that_can_work_is_ready(app: App) -> None:
    async with asked(app, "/healthz") as answer:
        assert answer == (200, "alive\n")
    async with asked(app, "/readyz") as answer:
        assert answer == (200, "ready\n")


async def test_an_answer_does_not_name_the_versions_behind_it(app: App) -> None:
    assert app.web is not None
    async with aiohttp.ClientSession() as session:
        for path in ("/healthz", "/nothing"):
            async with session.get(app.web.url + path) as response:
                assert "Server" not in response.headers


async def test_pending_migrations_and_a_loop_that_hangs_are_not_ready(app: App) -> None:
    def stamp(tx: Tx, version: str) -> None:
        tx.conn.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")

    await app.store.run(lambda tx: stamp(tx, "0001"))
    app.liveness._failing["sender"] = 0.0
    async with asked(app, "/readyz") as (status, words):
        assert status == 503
        assert words == "the sender is stuck\nmigrations are pending\n"
    await app.store.run(lambda tx: stamp(tx, migrations.HEAD))


async def test_a_database_that_is_away_is_not_ready_and_the_process_is_alive_all_the_same(app: App) -> None:
    await app.store.run(lambda tx: tx.conn.exec_driver_sql("ALTER TABLE alembic_version RENAME version_num TO gone"))
    async with asked(app, "/readyz") as (status, words):
        assert status == 503
        assert "database" in words
    async with asked(app, "/healthz") as (status, _words):
        assert status == 200


async def test_numbers_say_how_it_is_and_nothing_about_anybody(app: App) -> None:
    sent = counted("homeline_sends_total", lane="reply", outcome="sent")
    handled = counted("homeline_updates_total", outcome="handled")
    await app.store.run(lambda tx: outbox.put(tx, {"events": [], "text": "Lily"}, lane=Lane.URGENT, chat=FANG.id))
    async with asked(app, "/metrics") as (status, text):
        assert status == 200
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    values = {name: float(value) for name, value in lines}

    assert values['homeline_queue_due{lane="urgent"}'] == 1
    assert values['homeline_queue_due{lane="bulk"}'] == 0
    assert values['homeline_sends_total{lane="reply",outcome="sent"}'] == sent >= 1
    assert values['homeline_updates_total{outcome="handled"}'] == handled >= 1
    assert values['homeline_handler_seconds_count{feature="start"}'] >= 1
    assert values['homeline_waited_seconds_count{lane="reply"}'] >= 1
    assert values["homeline_last_poll_seconds"] < 60
    assert values['homeline_loop_stuck{loop="ticks"}'] == 0
    assert values["homeline_reports_waiting"] == values["homeline_reports_oldest_seconds"] == 0
    assert values["homeline_reports_within_seconds"] == 86400
    assert 'homeline_disk_free_bytes{disk="database"}' in values or not app.settings.is_sqlite
    for each in (MEI.first_name, "Lily", str(MEI.id), str(FANG.id), TOKEN):
        assert not any(each in name for name in values), "a number stands behind a name, never in one"
    assert "Lily" not in text


async def test_numbers_come_in_the_format_that_the_watcher_asks_for(app: App) -> None:
    async with aiohttp.ClientSession() as session:
        for accepted in ("application/openmetrics-text; version=1.0.0", "text/plain; version=0.0.4"):
            async with session.get(numbers(app) + "/metrics", headers={"Accept": accepted}) as response:
                assert response.headers["Content-Type"].startswith(accepted)
                text = await response.text()
                assert text.endswith("# EOF\n") == accepted.startswith("application/")
                assert 'homeline_queue_due{lane="urgent"} 0.0\n' in text


async def test_numbers_are_not_for_whoever_comes_through_the_proxy_in_front(app: App) -> None:
    async with asked(app, "/metrics", **{"X-Forwarded-For": "203.0.113.9"}) as (status, _text):
        assert status == 404


async def test_numbers_have_an_address_of_their_own_or_none(settings: Settings) -> None:
    polling = replace(settings, listen="127.0.0.1:0")
    called = replace(polling, webhook_url="https://bot.example.org/hook", webhook_secret="s3cret")
    for given in (polling, called, replace(called, metrics_listen="127.0.0.1:0")):
        app = App(given, SystemClock())
        await app.store.open()
        await app.doors.open()
        try:
            async with aiohttp.ClientSession() as session:
                for path, wanted in (("/metrics", 404), ("/readyz", 200)):
                    async with session.get(web(app) + path) as answer:
                        assert answer.status == wanted
                if app.doors.numbers is not None:
                    for path, wanted in (("/metrics", 200), ("/hook", 404)):
                        async with session.get(numbers(app) + path) as answer:
                            assert answer.status == wanted
        finally:
            await app.close()
        assert (app.doors.numbers is not None) == bool(given.metrics_listen)


async def test_the_loops_of_a_running_homeline_are_felt(app: App) -> None:
    assert app.web is not None
    await app.web.close()
    stopped = asyncio.Event()
    running = asyncio.create_task(app.run(stopped))
    async with asyncio.timeout(20):
        while not {"consumer", "poller", "sender", "ticks"} <= app.liveness.stuck().keys():
            await asyncio.wait([running], timeout=0.02)
    assert not any(app.liveness.stuck().values())
    stopped.set()
    await running


async def test_a_loop_that_stands_still_is_named_and_one_that_fails_is_alive(app: App) -> None:
    app.liveness._failing["sender"] = 0.0
    async with asked(app, "/healthz") as answer:
        assert answer == (200, "alive\n")
    app.liveness._begun["consumer"] = 0.0
    async with asked(app, "/healthz") as answer:
        assert answer == (503, "the consumer stands still\n")
