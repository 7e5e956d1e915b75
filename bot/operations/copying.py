"""`homeline copy`: an installation moves to another database, value by value, and sends from one place only."""

import secrets
from dataclasses import replace
from pathlib import Path

from pyrage.x25519 import Identity
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.db import dump, look_up_keys, moving, reflection, veil_key
from bot.db.dump import Sums
from bot.db.presence import must_exist
from bot.db.read_only import look
from bot.db.store import keyring_for, store_for
from bot.db.transaction import Tx, Unit
from bot.errors import BackupUnreadable, HomelineError
from bot.operations import archive, unfinished
from bot.operations.backing_up import folder_of, write
from bot.operations.restoring import is_full, unfit
from bot.progress import Progress
from bot.settings import Settings


async def copy(settings: Settings, clock: Clock, to: str) -> str:
    """Copy everything into another database; what was done. When it fails nothing is left there; it may run again."""
    await must_exist(settings, clock)
    target = _target(settings, to)
    source = store_for(settings, clock)
    try:
        await source.open()
        identity = await source.run(moving.leave)
        try:
            count = await _carry(settings, target, clock, identity)
            await source.run(_last_look)
        except BaseException:
            await source.run(moving.stay)
            raise
        await source.run(moving.gone)
    finally:
        await source.close()
    keys = "" if settings.keys else f", and HOMELINE_KEYS to what stands in {settings.sqlite_path}.keys"
    return f"Copied and compared {count:,} rows. Set DATABASE_URL to the new database{keys}, and start Homeline there."


def _target(settings: Settings, to: str) -> Settings:
    if to == settings.database_url:
        raise HomelineError("That is the database that DATABASE_URL names already.")
    keys = settings.keys or settings.sqlite_path.with_name(settings.sqlite_path.name + ".keys").read_text()
    return replace(settings, database_url=to, keys=keys)


async def _carry(settings: Settings, target: Settings, clock: Clock, identity: str) -> int:
    """Through an encrypted file of the moment; how many rows."""

    def fits(tx: Tx) -> None:
        if is_full(tx):
            moving.may_receive(tx, identity)

    await _look_first(target, clock, fits)
    once = Identity.generate()
    # Where backups lie there is room for one; a machine's folder for temporary files may be small, and in memory.
    folder = folder_of(settings)
    unfinished.sweep(folder)
    with unfinished.beside(folder / f"moving-{secrets.token_hex(4)}") as path:
        count = await write(settings, clock, path, [once.to_public()], passing=True)
        opened = await look(settings, clock, lambda tx: dump.sums(tx.conn, tx.keyring), keyring_for(settings))
        store = store_for(target, clock)
        try:
            await store.open()

            def pour(tx: Tx) -> None:
                fits(tx)
                _pour(tx, path, once, opened, count)

            await store.run(pour)
        except SQLAlchemyError as error:
            raise unfit(error) from None
        finally:
            await store.close()
    return count


def _pour(tx: Tx, path: Path, once: Identity, opened: Sums, count: int) -> None:
    reflection.clear(tx.conn)
    progress = Progress("copied", count)
    with path.open("rb") as file:
        dump.pour(tx.conn, archive.lines(file, [once]), progress.advance)
    progress.end()
    look_up_keys.load(tx)
    veil_key.load(tx.conn)
    if dump.sums(tx.conn, tx.keyring) != opened:
        raise BackupUnreadable("What arrived is not what was there. Nothing was kept; copy again.")
    moving.arrive(tx)


async def _look_first(target: Settings, clock: Clock, fits: Unit[None]) -> None:
    """Before anything is opened for writing, which would migrate it."""
    try:
        await look(target, clock, fits)
    except FileNotFoundError:
        return
    except (SQLAlchemyError, OSError) as error:
        words = f"The database to copy to does not open ({type(error).__name__}). Is its address right?"
        raise HomelineError(words) from None


def _last_look(tx: Tx) -> None:
    if moving.is_in_use(tx):
        raise HomelineError("Homeline was started on this database while it was copied. Stop it and copy again.")
