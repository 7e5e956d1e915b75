"""Whether it was the database that failed, and not what was asked of it."""

import errno
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoneFree

from bot.errors import DatabaseAway

# PostgreSQL's classes of states: connection, rolled back to let another go on, resources, intervention, system.
_CLASSES = {"08", "40", "53", "57", "58"}
# What a pooler refuses, and what it mixes up among those who share a session.
_A_POOLERS = ("unsupported startup parameter", "prepared statement")
THROUGH_A_POOLER = (
    "DATABASE_URL leads through a pooler such as PgBouncer, which keeps no session. "
    "Let it lead to PostgreSQL itself (runbook: Moving to PostgreSQL)."
)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_NO_ROOM = 100_000  # bytes; with less, SQLite gives other reasons, such as that it cannot open the file
_READ_ONLY = "25006"  # a server that has become a stand-by


def is_away(error: BaseException) -> bool:
    """A full disk, a lock, a server that restarts: the same thing will succeed later, so nothing is given up for it."""
    if isinstance(
        error, DatabaseAway | OSError | OperationalError | InterfaceError | NoneFree | sqlite3.OperationalError
    ):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = str(getattr(cause, "sqlstate", None) or "")
    return state[:2] in _CLASSES or state == _READ_ONLY


def address(url: str) -> URL:
    """A server's address for its driver, which calls libpq's `sslmode` another name."""
    found = make_url(url).set(drivername="postgresql+asyncpg")
    mode = found.query.get("sslmode")
    return found.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode}) if mode else found


def named(url: URL) -> str:
    """A server's database, as an operator is told of it: never with its password."""
    return f"“{url.database}” on {url.host or 'this machine'}"


@contextmanager
def said_plainly(where: str, file: Path | None = None) -> Iterator[None]:
    """Around the opening of a database: whatever the driver raises becomes one line that names what to look at."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, OSError | DBAPIError | sqlite3.Error) and not _is_a_servers(error):
            raise
        cause = error.orig if isinstance(error, DBAPIError) else error
        words = re.sub(r"^<class [^>]*>: ", "", str(cause))
        if any(each in words for each in _A_POOLERS):
            raise DatabaseAway(THROUGH_A_POOLER) from error
        if file is not None and (free := _free(file)) is not None and (_is_full(cause) or free < _NO_ROOM):
            raise DatabaseAway(
                f"The disk of {file} is full: {free:,} bytes are free. Make room there, then start again "
                "(runbook: Disk full); what Telegram has is kept for a day."
            ) from error
        said = words.splitlines() or [type(cause).__name__]
        raise DatabaseAway(f"The database {where} cannot be opened ({said[0]}). Check DATABASE_URL.") from error


def _is_a_servers(error: Exception) -> bool:
    """Whether PostgreSQL's driver raised it; where that was never loaded, it did not."""
    driver = sys.modules.get("asyncpg")
    return driver is not None and isinstance(error, driver.PostgresError)


def _is_full(cause: BaseException | None) -> bool:
    return getattr(cause, "errno", None) in _FULL or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _free(file: Path) -> int | None:
    """Bytes on the disk of a file that may not be there yet."""
    folder = next((each for each in file.absolute().parents if each.exists()), None)
    return shutil.disk_usage(folder).free if folder is not None else None
