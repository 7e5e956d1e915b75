"""The bot as a real process, which can be ended in any way; it begins as a copy of one that has loaded everything."""

import asyncio
import contextlib
import os
import resource
import signal
import sys
from asyncio import Event, get_running_loop
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.__main__ import main
from bot.loop import WakeUp
from bot.settings import Settings
from tests.copies import copies


class Process:
    """One `homeline run`."""

    def __init__(self, process: ForkServerProcess, output: Path) -> None:
        self._process = process
        self._output = output
        self._ended = Event()
        get_running_loop().add_reader(process.sentinel, self._end)

    @property
    def output(self) -> str:
        """What it has written so far."""
        return self._output.read_text()

    @property
    def code(self) -> int | None:
        """Its exit code, once it has ended."""
        return self._process.exitcode

    @property
    def pid(self) -> int:
        """Its number on this machine."""
        assert self._process.pid is not None
        return self._process.pid

    def freeze(self) -> None:
        """SIGSTOP: it stands still and does not know it."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT: it goes on where it stood."""
        os.kill(self.pid, signal.SIGCONT)

    async def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is written."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        await self._ended.wait()

    async def end(self, within: float) -> int:
        """SIGTERM; the exit code. Raises TimeoutError when it takes longer."""
        os.kill(self.pid, signal.SIGTERM)
        return await self.ended(within)

    async def ended(self, within: float) -> int:
        """Until it ends by itself."""
        await asyncio.wait_for(self._ended.wait(), within)
        assert self.code is not None
        return self.code

    def _end(self) -> None:
        get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        self._ended.set()


@asynccontextmanager
async def running(settings: Settings, output: Path, *, descriptors: int | None = None) -> AsyncIterator[Process]:
    """A process for as long as the block, perhaps with few descriptors; killed at its end if it still lives."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HOMELINE_", "COV_"))},
        "TELEGRAM_BOT_TOKEN": settings.token,
        "TELEGRAM_API_URL": settings.api_url,
        "DATABASE_URL": settings.database_url,
        "HOMELINE_KEYS": settings.keys,
        "HOMELINE_RATE": str(settings.rate),
        "HOMELINE_LISTEN": settings.listen,
        "HOMELINE_LOG": "WARNING",
    }
    copy = copies.Process(target=_live, args=(environment, output, descriptors))
    copy.start()
    process = Process(copy, output)
    try:
        yield process
    finally:
        await process.kill()


def _live(environment: dict[str, str], output: Path, descriptors: int | None) -> None:
    """`homeline run`, as in a process that has just begun."""
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.clear()
    os.environ.update(environment)
    if descriptors is not None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
    sys.argv = ["homeline", "run"]
    sys.exit(main())


async def until(holds: Callable[[], bool], within: float) -> None:
    """Look every 20 ms until it holds; raises TimeoutError."""
    async with asyncio.timeout(within):
        while not holds():
            await WakeUp().wait(0.02)
