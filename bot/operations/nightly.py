"""A backup each night by Homeline itself, in a process of its own: no alert waits while it counts and seals.

Its settings come through a pipe, where no list of processes shows them.
"""

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from bot import log
from bot.clock import Clock, SystemClock
from bot.db import installation
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.backups import is_due
from bot.errors import HomelineError
from bot.operations.backing_up import LONGEST, back_up
from bot.settings import Settings

LOOK_EVERY = 60.0
_KINDNESS = 10  # who writes to Homeline comes first
_ENDS_WITHIN = 3.0

_log = log.get("backup")


class Nightly:
    """Made by the process that sends, where several share a database: `leads` says whether that is this one."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, leads: Callable[[], bool]) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._leads = leads
        self._tried: datetime | None = None

    async def step(self) -> int:
        """Make one if it is due. Returns 0: the next look is in a minute, whatever came of this one."""
        at, now = self._settings.backup_time, self._clock.now()
        if at is None or not self._settings.backup_key or not self._leads():
            return 0
        last = await self._store.read(lambda tx: installation.instant(tx, installation.BACKUP_AT))
        if not is_due(now.astimezone(), at, last, self._tried):
            return 0
        self._tried = now
        done, said = await _apart(self._settings)
        if done:
            _log.info(said)
        else:
            _log.error("No backup was made: %s", said)
            await self._store.run(lambda tx: _note_failure(tx, said))
        return 0


def _note_failure(tx: Tx, words: str) -> None:
    installation.learn(tx, installation.BACKUP_FAILED, words)


async def _apart(settings: Settings) -> tuple[bool, str]:
    """Whether it was made, and what is said of it, in one line."""
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(sys.executable, "-m", __name__, stdin=pipe, stdout=pipe, stderr=pipe)
    with contextlib.suppress(OSError):  # a confined process may not
        os.setpriority(os.PRIO_PROCESS, child.pid, _KINDNESS)
    try:
        said, amiss = await child.communicate(json.dumps(asdict(settings)).encode())
    finally:
        if child.returncode is None:
            child.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(child.wait(), _ENDS_WITHIN)
    lines = (said if child.returncode == 0 else amiss).decode(errors="replace").strip().splitlines()
    return child.returncode == 0, lines[-1] if lines else f"it was ended ({child.returncode})"


def _main() -> int:
    """What the other process does."""
    settings = Settings(**json.load(sys.stdin))
    try:
        print(asyncio.run(back_up(settings, SystemClock(), None, LONGEST)))
    except (HomelineError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        print(f"{type(error).__name__} at {log.place(error)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
