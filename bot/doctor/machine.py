"""What can be seen from outside: settings, files, the disk."""

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.operators.pages import Page
from bot.operations.backing_up import ENDING, LONGEST, made_at
from bot.settings import Settings

_MEBIBYTE = 1 << 20
_FULL = 200 * _MEBIBYTE
_NEARLY_FULL = 1024 * _MEBIBYTE
# Before this version several writers of one file could damage it.
_SEVERAL_WRITERS = (3, 51, 3)


def settings(given: Settings) -> Iterator[Finding]:
    """They were read without a complaint, or we would not be here."""
    if given.environment == "production":
        yield ok("settings", "They can be read; this is production.")
    else:
        yield note("settings", "This is a development installation.", "for real families set HOMELINE_ENV=production")
    if given.listen and not given.metrics_listen:
        yield note("settings", "Nobody is told numbers.", "set HOMELINE_METRICS_LISTEN for Prometheus")


def sqlite_version(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Finding:
    """Whether SQLite is one with the known flaw, which one writer never meets."""
    spelt = ".".join(map(str, version))
    if version >= _SEVERAL_WRITERS:
        return ok("sqlite", f"Version {spelt}.")
    return ok(
        "sqlite",
        f"Version {spelt}. Before 3.51.3 several writers could damage a file; Homeline has one, so all is well. "
        "Never write to the file with another program while Homeline runs.",
    )


def disk(given: Settings) -> Iterator[Finding]:
    """Room for the database to grow; only where the database is a file."""
    if not given.is_sqlite:
        return
    folder = given.sqlite_path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    yield room(shutil.disk_usage(folder).free, folder)
    yield from _private(given.sqlite_path)


def room(free: int, folder: Path) -> Finding:
    """What so many free bytes mean, where the database is."""
    words = f"{free / _MEBIBYTE:,.0f} MiB are free for the database in {folder}."
    if free < _FULL:
        return wrong("disk", words, "make room now: without it nothing can be kept (runbook: Disk full)", Page.DISK)
    if free < _NEARLY_FULL:
        return note("disk", words, "make room soon")
    return ok("disk", words)


def backups(given: Settings, now: datetime) -> Iterator[Finding]:
    """Files that should be gone, whoever put them there."""
    folder = Path(given.backups)
    try:
        files = [each for each in folder.glob(f"*{ENDING}") if made_at(each) < now - timedelta(days=LONGEST)]
    except OSError:  # not ours to read
        return
    if files:
        words = f"{len(files)} in {folder} are older than {LONGEST} days, the first is {min(files).name}."
        hint = "remove them here and elsewhere: no family may be kept longer (runbook: Backup)"
        yield wrong("old files", words, hint, Page.OLD_FILES, len(files))


def _private(database: Path) -> Iterator[Finding]:
    for path in (database, database.with_name(database.name + ".keys")):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO) & ~stat.S_IRGRP:
            yield note("files", f"{path.name} can be read or changed by others on this machine.", f"chmod 600 {path}")
