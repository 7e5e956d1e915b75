"""A second command on an installation that runs, or is about to."""

import asyncio
from pathlib import Path

import pytest

from bot import control
from bot.app import App
from bot.clock import SystemClock
from bot.control import ControlServer, ask_running, socket_path
from bot.errors import DatabaseInUse
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.conftest import TOKEN


async def test_a_school_is_added_while_homeline_runs(tmp_path: Path) -> None:
    simulator = Simulator(SystemClock(), token=TOKEN)
    await simulator.start()
    database = tmp_path / "homeline.db"
    app = App(
        Settings(token=TOKEN, api_url=simulator.url, database_url=f"sqlite:///{database}"), SystemClock(), long_poll=1
    )
    stopped = asyncio.Event()
    await app.open()
    running = asyncio.create_task(app.run(stopped))
    answer = None
    while answer is None:
        answer = await ask_running(database, {"command": "school add", "name": "Village school"})
        await asyncio.wait([running], timeout=0.01)

    assert answer.startswith("https://t.me/homeline_bot?start=")
    with pytest.raises(ValueError, match="older version"):
        await ask_running(database, {"command": "dance"})
    stopped.set()
    await running
    await app.close()
    await simulator.stop()
    assert await ask_running(database, {"command": "school add", "name": "Village school"}) is None


async def test_a_command_waits_for_a_homeline_that_is_starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "EVERY", 0.01)
    database, asked = tmp_path / "homeline.db", 0

    async def answer(command: dict[str, str]) -> str:
        return command["command"]

    server = ControlServer(database, answer)

    async def alone() -> str:
        """The file is another's already; with the third question it has come so far that it answers."""
        nonlocal asked
        asked += 1
        if asked == 3:
            await server.open()
        raise DatabaseInUse("Another Homeline already runs.")

    assert await control.through(database, {"command": "school add"}, alone) == "school add"
    await server.close()
    assert asked == 3


async def test_a_homeline_that_does_not_come_up_is_named_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "EVERY", 0.001)

    async def alone() -> str:
        raise DatabaseInUse("Another Homeline already runs.")

    with pytest.raises(DatabaseInUse, match=r"is starting on .*homeline.db.*Try again in a minute") as told:
        await control.through(tmp_path / "homeline.db", {"command": "school add"}, alone)
    assert "\n" not in str(told.value)
    assert "already runs" not in str(told.value)


async def test_a_socket_left_by_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    database = tmp_path / "deep" / ("x" * 120) / "homeline.db"
    path = socket_path(database)
    path.touch()
    assert len(str(path)) < 104

    async def answer(command: dict[str, str]) -> str:
        return command["say"]

    server = ControlServer(database, answer)
    await server.open()
    assert await ask_running(database, {"say": "hello"}) == "hello"
    assert path.stat().st_mode & 0o777 == 0o600
    await server.close()
    assert not path.exists()
