"""`homeline restore`: a backup into an empty database, without what was erased since."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.db import dump, key_marks, look_up_keys, migrations, reflection, timekeeping, veil_key
from bot.db.read_only import look
from bot.db.store import store_for
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.errors import BackupUnreadable, HomelineError, SettingsError
from bot.operations import archive, backup_keys, journal, resting
from bot.operations.backing_up import LONGEST
from bot.operations.backup_keys import BackupKeys
from bot.progress import Progress
from bot.queries.privacy import tombstones
from bot.queries.privacy.tombstones import Tombstone
from bot.settings import Settings

NONE = "none"


async def restore(settings: Settings, clock: Clock, path: Path, graves: str | None, *, old: bool = False) -> str:
    """Restore a backup; `graves` names the list of tombstones where it does not lie beside it. What was done.

    One that should have been removed by now is restored only where somebody says so (`old`).
    """
    before = None if old else clock.now() - timedelta(days=LONGEST)
    keys = backup_keys.of(settings)
    known = _tombstones(settings, path, graves)
    await must_be_empty(settings, clock)
    store = store_for(settings, clock)
    try:
        await store.open()
        return await store.run(lambda tx: _pour(tx, path, keys, known, before))
    except SQLAlchemyError as error:
        raise unfit(error) from None
    finally:
        await store.close()


async def must_be_empty(settings: Settings, clock: Clock) -> None:
    """Raises HomelineError when the database has any row; changes nothing."""
    try:
        full = await look(settings, clock, is_full)
    except FileNotFoundError:
        return
    if full:
        raise _not_empty()


def is_full(tx: Tx) -> bool:
    """Whether any table has a row but for the key that an opened database has, or is none of ours."""
    tables = reflection.reflected(tx.conn).sorted_tables
    if any(each.name not in metadata.tables for each in tables):
        return True
    some = (veil_key.apart_from(select(each), each).limit(1).subquery() for each in tables)
    return any(tx.scalar(select(func.count()).select_from(each)) for each in some)


def _pour(tx: Tx, path: Path, keys: BackupKeys, known: list[Tombstone], before: datetime | None) -> str:
    if is_full(tx):
        raise _not_empty()
    reflection.clear(tx.conn)
    progress = Progress("restored")
    with path.open("rb") as file:
        poured = dump.pour(tx.conn, archive.lines(file, keys.identities, keys.old), progress.advance, before=before)
    progress.end()
    migrations.upgrade(tx.conn)
    key_marks.check(tx)
    look_up_keys.load(tx)
    veil_key.load(tx.conn)
    dump.sums(tx.conn, tx.keyring)
    erased = tombstones.erase_again(tx, known)
    resting.mark(tx, poured.made_at)
    timekeeping.skip_numbers(tx, poured.made_at, tx.now, surely=True)
    again = f"; {erased} of what had been erased since were erased again" if erased else ""
    count = sum(each[0] for each in poured.sums.values())
    return f"Restored {count:,} rows as they stood on {poured.made_at:%d %B %Y, %H:%M} UTC{again}."


def _tombstones(settings: Settings, path: Path, graves: str | None) -> list[Tombstone]:
    """What was erased: from the list that is given or lies beside the backup, and from the one that Homeline keeps."""
    if not path.is_file():
        raise BackupUnreadable(f"There is no backup {path}.")
    if graves == NONE:
        return []
    kept = Path(settings.backups) / journal.NAME
    given = Path(graves) if graves else path.with_name(journal.NAME)
    lists = {each for each in (given, kept) if each.is_file()}
    if given not in lists:
        raise SettingsError(
            f"{given} is not there: what was erased since the backup would come back. Give the list with "
            f"--tombstones FILE, or say --tombstones {NONE} if nothing was ever erased."
        )
    return [grave for each in sorted(lists) for grave in journal.read(each)]


def _not_empty() -> HomelineError:
    return HomelineError(
        "A backup is restored into an empty database only, and this one is not. Set another DATABASE_URL."
    )


def unfit(error: SQLAlchemyError) -> HomelineError:
    """What is said when a database takes some row amiss."""
    return HomelineError(f"Some row does not fit into the new database ({type(error).__name__}). Nothing was kept.")
