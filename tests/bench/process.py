"""`homeline run` as a process of its own: how soon it fetches updates, and how much memory it takes."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app import App
from bot.clock import SystemClock, stopwatch
from bot.settings import Settings
from tests.bench import home
from tests.bench.line import Line, at_most, median
from tests.bench.next_door import NextDoor, next_door
from tests.bench.schedules import DAY, add_children

SIZES = (10_000, 100_000, 1_000_000)
RUNS = 3
IDLE_MIB, FULL_MIB, START = 120.0, 150.0, 1.5
# How long it runs before its memory is read, in requests for updates of a second each.
POLLS = 5
HOW = (
    "Memory and start: `homeline run` as a process of its own, on SQLite, with what an installation has; memory after"
    " five seconds."
)
# What httpx loads for its command line where it finds it: 4 MiB that a developer's .venv has and an installation not.
NOT_INSTALLED = "click"


def measure(*, quick: bool) -> list[Line]:
    """Empty, then with each number of schedules."""
    sizes = (0,) if quick else (0, *SIZES)
    with next_door() as door, home.settings(door.url) as settings, tempfile.TemporaryDirectory() as folder:
        hidden = Path(folder, "hidden")
        hidden.mkdir()
        (hidden / f"{NOT_INSTALLED}.py").write_text("raise ImportError", encoding="utf-8")
        compiled = "" if quick else folder
        if compiled:
            _run(settings, door, 1, hidden, compiled)  # compiles what is imported, as an installation has done long ago
        lines = []
        for before, size in zip((0, *sizes), sizes, strict=False):
            asyncio.run(_seed(settings, range(before, size)))
            runs = [_run(settings, door, 2 if quick else POLLS, hidden, compiled) for _ in range(1 if quick else RUNS)]
            name = f"{size:,} schedules" if size else "idle"
            most = FULL_MIB if size else IDLE_MIB
            lines.append(at_most(f"memory (RSS), {name}", most, median([each[1] for each in runs]), "MiB", 0))
            began = median([each[0] for each in runs])
            lines.append(at_most(f"start to the first getUpdates, {name}", START, began, "s", 2))
    return lines


async def _seed(settings: Settings, numbers: range) -> None:
    app = App(settings, SystemClock())
    await app.store.open()
    await add_children(app, numbers, SystemClock().now() + DAY / 4)
    await app.store.close()


async def _accept_clock(settings: Settings) -> None:
    """Telegram next door tells no time: what is opened for a measure has it accepted, for the next two minutes."""
    async with home.opened(settings):
        pass


def _run(settings: Settings, door: NextDoor, polls: int, hidden: Path, compiled: str) -> tuple[float, float]:
    """Seconds to the first request for updates, and MiB of resident memory a while later."""
    asyncio.run(_accept_clock(settings))
    door.begin()
    began = stopwatch()
    with _started(settings, hidden, compiled) as process:
        counted = door.counted(polls=polls)
        assert counted.polled_at, "it never asked for updates"
        status = Path(f"/proc/{process.pid}/status").read_text().split("VmRSS:")[1].split()[0]
    return counted.polled_at - began, int(status) / 1024


@contextmanager
def _started(settings: Settings, hidden: Path, compiled: str) -> Iterator[subprocess.Popen[bytes]]:
    ours = {
        "TELEGRAM_BOT_TOKEN": settings.token,
        "TELEGRAM_API_URL": settings.api_url,
        "DATABASE_URL": settings.database_url,
        "HOMELINE_KEYS": settings.keys,
        "HOMELINE_LOG": "ERROR",
        "PYTHONPATH": os.pathsep.join([str(hidden), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        **({"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""} if compiled else {}),
    }
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], env={**os.environ, **ours})
    try:
        yield process
    finally:
        process.terminate()
        process.wait(15)
