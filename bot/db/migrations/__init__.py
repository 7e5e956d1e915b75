"""One chain of migrations for both databases."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from bot.errors import NewerDatabase, OlderDatabase

FIRST, HEAD = "0100", "0100"
_REVISION = text("SELECT version_num FROM alembic_version")


def upgrade(conn: Connection, target: str = "head") -> None:
    """Bring the schema to `target`; costs one query when it is there already. Raises NewerDatabase, OlderDatabase."""
    now = revision(conn)
    oldest = min(now or HEAD, HEAD if target == "head" else target)
    if oldest < FIRST:
        raise OlderDatabase(
            f"This is from before the first release of Homeline (schema {oldest}) and cannot be read any more. "
            "Nothing was changed. Begin with an empty database."
        )
    if now is not None and now > HEAD:
        raise NewerDatabase(
            f"A newer Homeline made this database (schema {now}, this program knows {HEAD}). Nothing was changed. "
            "Install that version, or restore a backup from before it."
        )
    if target == "head" and now == HEAD:
        return
    with _nothing_left(conn):
        with_alembic(conn, lambda command, config: command.upgrade(config, target))


@contextmanager
def _nothing_left(conn: Connection) -> Iterator[None]:
    """What a step puts into another form does not stay readable in the file's free room."""
    if conn.dialect.name != "sqlite":
        yield
        return
    conn.exec_driver_sql("PRAGMA secure_delete=ON")
    yield
    conn.exec_driver_sql("PRAGMA secure_delete=OFF")


def revision(conn: Connection) -> str | None:
    """The schema that this database has; none when it is empty."""
    if not conn.dialect.has_table(conn, "alembic_version"):
        return None
    return conn.execute(_REVISION).scalar()


def with_alembic(conn: Connection, action: Callable[[Any, Any], None]) -> None:
    """Call `action` with Alembic's commands and the chain, inside the caller's transaction."""
    from alembic import command  # noqa: PLC0415 - takes 150 ms to import, needed only when the schema changes
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = conn
    action(command, config)
