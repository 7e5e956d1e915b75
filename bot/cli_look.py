"""`homeline status`: it only looks, also while Homeline runs."""

import argparse
import asyncio

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.control import socket_path
from bot.db import migrations
from bot.db.presence import no_database
from bot.db.read_only import look
from bot.db.transaction import Tx
from bot.errors import HomelineError
from bot.queries import figures
from bot.settings import Settings, read
from bot.status import as_json, as_lines


async def status(wanted: argparse.Namespace) -> None:
    """What waits, beside whoever runs."""
    settings = read(needs_token=False)
    try:
        now = await look(settings, SystemClock(), _figures)
    except SQLAlchemyError as error:
        raise HomelineError(f"The database does not open ({type(error).__name__}); see `homeline doctor`.") from None
    except FileNotFoundError:
        raise no_database(settings) from None
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
