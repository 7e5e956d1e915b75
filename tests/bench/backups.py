"""A night's backup of 1,000 families and a year, by hand: `python -m tests.bench.backups [families]`; some minutes.

What it takes: seconds, memory, and room beside the backup itself, also of files that have no name.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from bot.clock import SystemClock, stopwatch
from bot.db import dump
from bot.db.crypto import new_key
from bot.db.read_only import look
from bot.db.store import store_for
from bot.db.tables import check_in, inbox, letter, metadata, outbox
from bot.db.transaction import Tx
from bot.operations.backup_keys import new_pair
from bot.settings import Settings
from tests.filled import fill

FAMILIES, AT_ONCE = 1_000, 50
PEOPLE = 3  # of each family; as many rows has each other table
DAYS, LETTERS, MESSAGES = 365, 100, 120  # of each family: letters a year, messages of a week
MIB = 1 << 20
LONGEST, MOST = 60.0, 64 * MIB  # seconds, and bytes of memory and of room

# A command in this interpreter; what it holds before it begins, and at most.
_RUN = """
import asyncio, json, sys, time
from bot.clock import SystemClock
from bot.operations.backing_up import back_up
from bot.settings import Settings
def held(what):
    return next(line.split()[1] for line in open("/proc/self/status") if line.startswith(what))
begun = held("VmRSS")
said = asyncio.run(back_up(Settings(**json.load(sys.stdin)), SystemClock(), None, 35))
print(begun, held("VmHWM"), time.process_time(), said, sep="\\n")
"""


def rows(tx: Tx, families: range) -> None:
    """A year of some families."""
    now, first = tx.now, 10 * FAMILIES * PEOPLE
    asked = {"slot": "evening", "state": "answered", "face": "great"}
    for number in families:
        child = number * PEOPLE + 1
        days = [now - timedelta(days=each) for each in range(DAYS)]
        tx.add_all(
            check_in,
            [
                {**asked, "child_id": child, "local_date": str(each.date()), "due_at": each, "asked_at": each}
                | {"heard_at": each, "answered_at": each, "answered_by": child}
                for each in days
            ],
        )
        said: dict[str, Any] = {"kind": "voice", "file_id": "A" * 72, "duration": 12}
        sent = {"child_id": child, "author_id": child, "kind": "voice", "media": said, "state": "sent"}
        tx.add_all(letter, [{**sent, "to_child": True, "sent_at": now} for _ in range(LETTERS)])
        payload = {"events": [{"kind": "CheckInAnswered", "check_in_id": 1, "child": "Lily", "face": "great"}]}
        told = {"chat": child, "person_id": child, "lane": 3, "state": "sent", "due_at": now, "created_at": now}
        tx.add_all(
            outbox, [{**told, "done_at": now, "retry_if_unknown": False, "payload": payload} for _ in range(MESSAGES)]
        )
        came = range(first + number * MESSAGES, first + (number + 1) * MESSAGES)
        tx.add_all(
            inbox,
            [
                {"update_id": each, "chat": child, "payload": "x" * 600, "state": "done", "received_at": now}
                for each in came
            ],
        )


async def filled(settings: Settings, families: int) -> int:
    """Make it; how many rows."""
    store = store_for(settings, SystemClock())
    await store.open()
    await store.run(lambda tx: fill(tx.conn, metadata, 1, families * PEOPLE))
    for first in range(0, families, AT_ONCE):
        await store.run(partial(rows, families=range(first, min(first + AT_ONCE, families))))
    await store.close()
    return await look(settings, SystemClock(), lambda tx: dump.count(tx.conn))


def room(process: int, folder: Path) -> int:
    """What lies in a folder, and what a process has open that has no name."""
    named = sum(each.stat().st_blocks * 512 for each in folder.glob("*"))
    nameless = 0
    for each in Path(f"/proc/{process}/fd").glob("*"):
        found = each.stat()
        if found.st_nlink == 0:
            nameless += found.st_blocks * 512
    return named + nameless


def backed_up(settings: Settings, folder: Path) -> int:
    """Make a backup in a process of its own, and print what it took; 1 where that is too much."""
    began, most = stopwatch(), 0
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", _RUN], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asdict(settings)))
        process.stdin.close()
        while process.poll() is None:
            with suppress(OSError):  # it comes and goes as we look
                most = max(most, room(process.pid, folder))
            Event().wait(0.05)
        idle, peak, core, said = process.stdout.read().splitlines()
    took = stopwatch() - began
    whole = sum(each.stat().st_size for each in folder.glob("*.homeline"))
    memory, beside = int(peak) * 1024, most - whole
    print(said)
    print(f"{took:.0f} s, {float(core):.0f} s of a core;")
    print(f"{memory / MIB:.0f} MiB of memory at most, {int(idle) / 1024:.0f} of them before it began;")
    print(f"{beside / MIB:.0f} MiB of room beside the file of {whole / MIB:.0f} MiB that stays")
    return int(took > LONGEST or memory - int(idle) * 1024 > MOST or beside > MOST)


def main() -> int:
    """Print what a backup takes; 1 where that is too much."""
    families = int(sys.argv[1]) if len(sys.argv) > 1 else FAMILIES
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        settings = Settings(
            database_url=f"sqlite:///{where}/a.db", keys=new_key(), backup_key=new_pair(), backups=f"{where}/backups"
        )
        began = stopwatch()
        count = asyncio.run(filled(settings, families))
        size = (where / "a.db").stat().st_size
        print(f"{families:,} families, {count:,} rows, {size / 1e6:,.0f} MB; built in {stopwatch() - began:.0f} s")
        return backed_up(settings, where / "backups")


if __name__ == "__main__":
    sys.exit(main())
