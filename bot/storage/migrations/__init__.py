"""One chain of migrations for both databases."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

HEAD = "0003"


def upgrade(conn: Connection, target: str = "head") -> None:
    """Bring the schema to `target`; costs one query when it is there already."""
    if target == "head" and _revision(conn) == HEAD:
        return
    from alembic import command  # noqa: PLC0415 - takes 150 ms to import, needed only when the schema changes
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = conn
    command.upgrade(config, target)


def _revision(conn: Connection) -> str | None:
    if not inspect(conn).has_table("alembic_version"):
        return None
    return conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
