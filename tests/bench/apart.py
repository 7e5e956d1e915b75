"""Homeline as `homeline run` composes it, in a process of its own: its memory is its own, and its clock may be ahead.

It reads from its input for which chats to raise alerts, a line each, and answers when each was raised.
"""

import asyncio
import contextlib
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import bot.cli_run  # noqa: F401 - what `homeline run` loads takes its part of the memory
from bot import garbage, log
from bot.clock import ShiftedClock, SystemClock
from bot.settings import Settings, read
from tests.bench import home
from tests.bench.alerts import raise_alerts

# httpx has a command line for whoever has these three, as one has who works on Homeline: an installation has none.
_BEGIN = """
import sys
sys.modules.update(click=None, pygments=None, rich=None)
from bot import garbage
garbage.left_until_loaded()
from tests.bench.apart import main
main()
"""


class Apart:
    """The other process, as a measure sees it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._hear()
        Path(f"/proc/{process.pid}/clear_refs").write_text("5")  # what it needed to begin is another measure's

    def alert(self, chats: range) -> None:
        """Raise an alert for each of them, one after the other, from now on."""
        assert self._process.stdin
        print(json.dumps([chats.start, chats.stop]), file=self._process.stdin, flush=True)

    def raised(self) -> dict[int, float]:
        """When each was raised, once all have been."""
        return {int(chat): at for chat, at in self._hear().items()}

    def is_alerting(self) -> bool:
        """Whether some are still to be raised."""
        assert self._process.stdout
        return not select.select([self._process.stdout], [], [], 0)[0]

    def memory(self) -> tuple[float, float]:
        """The most memory in MiB that it has had while it ran, and the largest of the processes that it has begun."""
        own = self._process.pid
        others = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        return _mebibytes(own), max((_mebibytes(int(each)) for each in others), default=0.0)

    def _hear(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


@contextlib.contextmanager
def apart(settings: Settings, ahead: timedelta = timedelta(), compiled: str = "") -> Iterator[Apart]:
    """It runs for as long as the block; its clock is ahead by so much, and what it imports is compiled there."""
    ours = {each.metadata["env"]: str(getattr(settings, each.name)) for each in fields(Settings)}
    if compiled:
        ours |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    command, pipe = [sys.executable, "-c", _BEGIN, str(ahead.total_seconds())], subprocess.PIPE
    with subprocess.Popen(command, env={**os.environ, **ours}, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Apart(process)
        finally:
            assert process.stdin
            process.stdin.close()  # which ends it
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()


def _mebibytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


async def _run(ahead: timedelta) -> None:
    log.configure("ERROR")
    async with home.opened(read(), ShiftedClock(SystemClock(), ahead)) as app, home.running(app):
        print("null", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            print(json.dumps(await raise_alerts(app, range(*json.loads(line)))), flush=True)


def main() -> None:
    """Homeline, until nothing more is asked of it."""
    garbage.loaded()
    asyncio.run(_run(timedelta(seconds=float(sys.argv[1]))))
