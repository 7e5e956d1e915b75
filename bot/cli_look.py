"""The commands that only look: `homeline doctor` and `homeline status`. Both work while Homeline runs."""

import argparse
import asyncio
import json
from dataclasses import asdict

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.control import socket_path
from bot.db import migrations
from bot.db.read_only import look
from bot.db.transaction import Tx
from bot.doctor import State, examine
from bot.doctor.finding import Finding, wrong
from bot.errors import HomelineError, SettingsError
from bot.queries import figures
from bot.settings import Settings, as_environment_file, read
from bot.status import as_json, as_lines


async def doctor(wanted: argparse.Namespace) -> int:
    """One line for each finding; 1 when something is wrong."""
    try:
        found = await examine(read(needs_token=False), SystemClock())
    except SettingsError as error:
        found = [wrong("settings", str(error), "set it right first; the rest is looked at afterwards")]
    print(_as_json(found) if wanted.json else "\n".join(map(str, found)))
    return int(any(each.state is State.WRONG for each in found))


async def settings(_wanted: argparse.Namespace) -> None:
    """The environment file to begin with."""
    print(as_environment_file(), end="")


def _as_json(found: list[Finding]) -> str:
    ok = all(each.state is not State.WRONG for each in found)
    return json.dumps({"ok": ok, "findings": [asdict(each) for each in found]}, ensure_ascii=False)


async def status(wanted: argparse.Namespace) -> None:
    """What waits, beside whoever runs."""
    settings = read(needs_token=False)
    try:
        now = await look(settings, SystemClock(), _figures)
    except SQLAlchemyError as error:
        raise HomelineError(f"The database does not open ({type(error).__name__}); see `homeline doctor`.") from None
    except FileNotFoundError as error:
        raise HomelineError(f"There is no database {error.filename} yet; the first `homeline run` makes it.") from None
    running = await _runs(settings)
    print(as_json(now, running=running) if wanted.json else "\n".join(as_lines(now, running=running)))


def _figures(tx: Tx) -> figures.Figures:
    if migrations.revision(tx.conn) != migrations.HEAD:
        raise HomelineError("The database has another version's schema; see `homeline doctor`.")
    return figures.gather(tx)


async def _runs(settings: Settings) -> bool | None:
    """Whether a process runs on this file; unknown for a server, which others may share."""
    if not settings.is_sqlite:
        return None
    try:
        _reader, writer = await asyncio.open_unix_connection(str(socket_path(settings.sqlite_path)))
    except OSError:
        return False
    writer.close()
    return True
