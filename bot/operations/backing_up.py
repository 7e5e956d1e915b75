"""`homeline backup`: one encrypted file of one state of the database, while Homeline runs, tried before it counts."""

import asyncio
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pyrage.x25519 import Identity, Recipient
from sqlalchemy import create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.clock import Clock
from bot.db import dump, installation, migrations, timekeeping, trial
from bot.db.read_only import look
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.clocks import judge_at_begin
from bot.errors import HomelineError, SettingsError
from bot.operations import archive, backup_keys, journal, unfinished
from bot.operations.backup_keys import BackupKeys
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.progress import Progress
from bot.queries.privacy import tombstones
from bot.settings import Settings

COMMAND = "backup done"
ENDING = ".homeline"
LONGEST = 35  # days: families who left are promised that nothing is kept longer
_NAME = "homeline-%Y%m%dT%H%M%SZ" + ENDING
_OURS = re.compile(r"homeline-\d{8}T\d{6}Z" + re.escape(ENDING))


async def back_up(settings: Settings, clock: Clock, place: Path | None, keep_days: int) -> str:
    """Write a backup into a folder, or into a file whose name ends in .homeline; what was done, in one line."""
    if not 1 <= keep_days <= LONGEST:
        raise SettingsError(f"--keep-days is a number from 1 to {LONGEST}: families are promised no more.")
    keys = backup_keys.to_write(settings)
    now = clock.now()
    place = place or Path(settings.backups)
    path = place if place.suffix == ENDING else place / now.strftime(_NAME)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished.sweep(path.parent, path.name)
    with unfinished.beside(path) as part:
        # A second pair, which only this process ever has and then forgets: so it tries what it cannot read afterwards.
        once = Identity.generate()
        count = await write(settings, clock, part, [*keys.recipients, once.to_public()])
        await asyncio.to_thread(_try, part, once, count)
        part.replace(path)
    graves, last = await look(settings, clock, lambda tx: (tombstones.since(tx, 0), timekeeping.last(tx)))
    journal.append(path.with_name(journal.NAME), [each for _number, each in graves])
    _sync(path.parent)
    await _remember(settings, clock, now, keys)
    old = _old_ones(path, now - timedelta(days=keep_days))
    if judge_at_begin(now, last, None).doubt:  # a clock that is forty days ahead would leave none
        gone = f"; {len(old)} kept until Homeline is sure of the time (homeline clock)" if old else ""
    else:
        for each in old:
            each.unlink()
        gone = f"; {len(old)} older than {keep_days} days removed" if old else ""
    return f"{path}: {count:,} rows, {path.stat().st_size / 1e6:,.1f} MB, tried by restoring it{gone}."


def folder_of(settings: Settings) -> Path:
    """Where backups lie, which only its owner may look into."""
    folder = Path(settings.backups)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


async def write(
    settings: Settings, clock: Clock, path: Path, recipients: Sequence[Recipient], *, passing: bool = False
) -> int:
    """Write one state of the database into a file that is there; how many rows. `passing`: with words on their way."""

    def unit(tx: Tx) -> int:
        if migrations.revision(tx.conn) is None:
            raise HomelineError("The database is empty; there is nothing to keep yet.")
        total = dump.count(tx.conn)
        progress = Progress("read", total)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_TRUNC), "wb") as file:
            archive.write(file, recipients, dump.dump(tx.conn, tx.now, progress.advance, passing=passing))
            file.flush()
            os.fsync(file.fileno())
        progress.end()
        return total

    try:
        return await look(settings, clock, unit)
    except FileNotFoundError:
        raise HomelineError(f"There is no database {settings.sqlite_path} yet.") from None
    except SQLAlchemyError as error:
        raise HomelineError(f"The database does not open ({type(error).__name__}); see `homeline doctor`.") from None


def _try(path: Path, once: Identity, count: int) -> None:
    """Restore a backup into a database that keeps little of it, beside the file: nowhere else is room for certain."""
    progress = Progress("tried", count)
    beside = path.with_name(f"{path.name}.tried{unfinished.ENDING}")
    engine = create_engine(f"sqlite:///{beside}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, _record: object) -> None:
        # What is tried may be lost: no journal beside it, and what SQLite puts aside lies in the same file or nowhere.
        connection.executescript(  # type: ignore[attr-defined] # the driver's own connection
            "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY"
        )
        beside.unlink()  # open, and without a name: it is gone with the process, however that ends (SG-22)

    try:
        with path.open("rb") as file, engine.begin() as conn:
            trial.try_out(conn, archive.lines(file, [once]), progress.advance)
    except SQLAlchemyError as error:
        words = f"The backup could not be restored on trial ({type(error).__name__}), so it was not kept"
        raise HomelineError(f"{words}. See `homeline doctor`.") from None
    finally:
        engine.dispose()
    progress.end()


async def _remember(settings: Settings, clock: Clock, now: datetime, keys: BackupKeys) -> None:
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        await runner.do({"command": COMMAND, "at": now.isoformat(), "key": key_since(keys)})
    finally:
        await runner.close()


async def _done(store: Store, command: Command) -> str:
    at = datetime.fromisoformat(command["at"]).isoformat()

    def unit(tx: Tx) -> None:
        installation.learn(tx, installation.BACKUP_AT, at)
        installation.forget(tx, installation.BACKUP_FAILED)
        if "key" in command:  # a command of the version before does not name it
            installation.note_since(tx, command["key"])

    await store.run(unit)
    return at


def key_since(keys: BackupKeys) -> str:
    """The name under which stands since when backups are written for these keys."""
    return installation.secret_since(installation.BACKUP_KEY, keys.name)


def _old_ones(newest: Path, before: datetime) -> list[Path]:
    """The backups of `homeline backup` in this folder whose name says that they are too old."""
    return [each for each in newest.parent.iterdir() if each != newest and _is_ours(each) and made_at(each) < before]


def _is_ours(path: Path) -> bool:
    return _OURS.fullmatch(path.name) is not None


def made_at(path: Path) -> datetime:
    """When a backup was made: its name says so, or else its file."""
    if _is_ours(path):
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _sync(folder: Path) -> None:
    """A file's name is only safe once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


ANSWERS: dict[str, Answer] = {COMMAND: _done}
