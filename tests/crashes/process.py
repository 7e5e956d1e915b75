"""The bot as a real process, which can be ended in any way."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.loop import WakeUp
from bot.settings import Settings

# The parts of a command line after the interpreter.
RUN = ("-m", "bot", "run")


class Process:
    """One `homeline run`."""

    def __init__(self, process: asyncio.subprocess.Process, output: Path) -> None:
        self._process = process
        self._output = output

    @property
    def output(self) -> str:
        """What it has written so far."""
        return self._output.read_text()

    @property
    def code(self) -> int | None:
        """Its exit code, once it has ended."""
        return self._process.returncode

    @property
    def pid(self) -> int:
        """Its number on this machine."""
        return self._process.pid

    def freeze(self) -> None:
        """SIGSTOP: it stands still and does not know it."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT: it goes on where it stood."""
        self._process.send_signal(signal.SIGCONT)

    async def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is written."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def end(self, within: float) -> int:
        """SIGTERM; the exit code. Raises TimeoutError when it takes longer."""
        self._process.send_signal(signal.SIGTERM)
        return await self.ended(within)

    async def ended(self, within: float) -> int:
        """Until it ends by itself."""
        return await asyncio.wait_for(self._process.wait(), within)


@asynccontextmanager
async def running(settings: Settings, output: Path, *, descriptors: int | None = None) -> AsyncIterator[Process]:
    """A process for as long as the block, perhaps with few descriptors; killed at its end if it still lives."""
    few = ("sh", "-c", f'ulimit -n {descriptors}; exec "$0" "$@"') if descriptors else ()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HOMELINE_", "COV_"))},
        **_compiled(output.parent.parent / "compiled"),
        "TELEGRAM_BOT_TOKEN": settings.token,
        "TELEGRAM_API_URL": settings.api_url,
        "DATABASE_URL": settings.database_url,
        "HOMELINE_KEYS": settings.keys,
        "HOMELINE_RATE": str(settings.rate),
        "HOMELINE_LISTEN": settings.listen,
        "HOMELINE_LOG": "WARNING",
    }
    with output.open("ab") as file:
        process = Process(
            await asyncio.create_subprocess_exec(*few, sys.executable, *RUN, env=environment, stdout=file, stderr=file),
            output,
        )
    try:
        yield process
    finally:
        await process.kill()


def _compiled(folder: Path) -> dict[str, str]:
    """Compile once for all lives where Python was told to keep nothing: most of a start would be that."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder)} if sys.dont_write_bytecode else {}


async def until(holds: Callable[[], bool], within: float) -> None:
    """Look every 20 ms until it holds; raises TimeoutError."""
    async with asyncio.timeout(within):
        while not holds():
            await WakeUp().wait(0.02)
