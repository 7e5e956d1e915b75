"""Time and memory to keep, restore, move and rotate an installation: `python -m tests.bench.keeping`."""

import asyncio
import os
import subprocess
import sys
import tempfile
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock, stopwatch
from bot.db.crypto import new_key
from bot.db.store import store_for
from bot.db.tables import check_in, child, outbox, person
from bot.db.transaction import Tx
from bot.operations.backup_keys import new_pair
from bot.settings import Settings
from tests.databases import Postgres

ROWS = 100_000
_CHILDREN = 100

# Runs a command in this interpreter; prints the seconds of a core and the peak of memory (kB) that it used, on Linux.
_MEASURED = (
    "import sys, time; from bot.cli import main; code = main(sys.argv[1:]); "
    "peak = [each.split()[1] for each in open('/proc/self/status') if each.startswith('VmHWM')][0]; "
    "print('USED', round(time.process_time(), 1), peak); sys.exit(code)"
)


def fill(tx: Tx) -> None:
    """An installation with many rows: half of them messages, half of them check-ins."""
    now = tx.now
    tx.add(person, telegram_id=1, name="Mei", language="en", time_zone="Asia/Dubai", created_at=now)
    birth = {"birth_year": 2018, "birth_month": 5, "country": "CN", "time_zone": "Asia/Shanghai"}
    plan = {"slot": "evening", "minute": 1, "created_at": now}
    tx.add_all(child, [{"call_name": f"Child {n}", **birth, **plan} for n in range(_CHILDREN)])
    payload = {"events": [{"kind": "CheckInAnswered", "check_in_id": 1, "child": "Lily", "face": "great"}]}
    sent = {"chat": 1, "person_id": 1, "lane": 3, "state": "sent", "due_at": now, "created_at": now, "done_at": now}
    rows = [{**sent, "retry_if_unknown": False, "payload": payload} for _ in range(ROWS // 2)]
    tx.add_all(outbox, rows)
    answered = {"slot": "evening", "state": "answered", "face": "great", "due_at": now, "answered_at": now}
    days = [str((now - timedelta(days=n)).date()) for n in range(ROWS // 2 // _CHILDREN)]
    every = [(number, day) for number in range(1, _CHILDREN + 1) for day in days]
    tx.add_all(check_in, [{**answered, "child_id": n, "local_date": day} for n, day in every])


def measure(settings: Settings, *arguments: str) -> None:
    """Run one command and print what it took."""
    environment = {each.metadata["env"]: str(getattr(settings, each.name)) for each in fields(Settings)}
    began = stopwatch()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments],
        env={**os.environ, **environment},
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    took = stopwatch() - began
    core, peak = done.stdout.rpartition("USED ")[2].split()
    said = done.stdout.partition("\n")[0] if done.returncode == 0 else done.stderr
    kind = "SQLite" if settings.is_sqlite else "PostgreSQL"
    used = f"{took:6.1f} s, {core:>5} s of a core, {int(peak) // 1024:>4} MB"
    print(f"{kind:10} {arguments[0]:8} {used}   {said.strip()[-60:]}")


async def filled(settings: Settings) -> None:
    store = store_for(settings, SystemClock())
    await store.open()
    await store.run(fill)
    await store.close()


def main() -> None:
    """Each command on a file, then on a server."""
    keys = new_key()
    server = Postgres(keys)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        first = Settings(
            database_url=f"sqlite:///{where}/a.db",
            keys=keys,
            backup_key=new_pair().splitlines()[-1],
            backups=f"{where}/backups",
        )
        asyncio.run(filled(first))
        try:
            every(first, server, where)
        finally:
            server.stop()


def every(first: Settings, server: Postgres, where: Path) -> None:
    """Keep it, restore it, move it to a server and back, and change its key."""
    there = replace(first, database_url=server.url(server.create()))
    measure(first, "migrate")
    measure(first, "backup", f"{where}/first.homeline")
    measure(replace(first, database_url=f"sqlite:///{where}/b.db"), "restore", f"{where}/first.homeline")
    measure(replace(first, database_url=server.url(server.create())), "restore", f"{where}/first.homeline")
    measure(first, "copy", "--to", there.database_url)
    measure(there, "backup", f"{where}/second.homeline")
    measure(there, "copy", "--to", f"sqlite:///{where}/c.db")
    third = replace(first, database_url=f"sqlite:///{where}/c.db", keys=f"{new_key(2)},{first.keys}")
    measure(third, "keys", "rotate")


if __name__ == "__main__":
    main()
