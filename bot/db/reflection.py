"""The tables as a database has them, which may be those of another version than this one."""

from sqlalchemy import Column, Connection, ForeignKeyConstraint, MetaData, PrimaryKeyConstraint, Table, inspect, text
from sqlalchemy.engine.interfaces import ReflectedForeignKeyConstraint

_VERSION = "alembic_version"
# To ask for each table and to build it takes a hundred times as long as to ask what schema there is, in its own words.
_WORDS = {
    "sqlite": text("SELECT group_concat(sql, '; ') FROM (SELECT sql FROM sqlite_master WHERE type = 'table')"),
    "postgresql": text("""
        WITH here AS (SELECT oid, relname FROM pg_class WHERE pg_table_is_visible(oid) AND relkind IN ('r', 'p', 'f')
                      AND relnamespace <> 'pg_catalog'::regnamespace)
        SELECT string_agg(words, '; ' ORDER BY words) FROM (
            SELECT concat_ws(' ', relname, attnum, attname, format_type(atttypid, atttypmod)) AS words
            FROM here JOIN pg_attribute ON attrelid = here.oid WHERE attnum > 0 AND NOT attisdropped
            UNION ALL SELECT concat_ws(' ', relname, conname, pg_get_constraintdef(pg_constraint.oid))
            FROM here JOIN pg_constraint ON conrelid = here.oid WHERE contype IN ('p', 'f')
        ) AS each
    """),
}
_SCHEMAS = 4  # of one installation there are two at most: of a backup, and of this version; on either database
_known: dict[str, MetaData] = {}  # by their words


def reflected(conn: Connection) -> MetaData:
    """The tables as the database has them, without the mark of its schema; looked at only, for others get them, too."""
    words = str(conn.scalar(_WORDS[conn.dialect.name]))
    found = _known.get(words)
    if found is None:
        if len(_known) >= _SCHEMAS:
            _known.clear()
        found = _known[words] = _tables(conn)
    return found


def clear(conn: Connection) -> None:
    """Leave nothing, not even tables."""
    reflected(conn).drop_all(conn, checkfirst=False)
    conn.exec_driver_sql(f"DROP TABLE IF EXISTS {_VERSION}")


def _tables(conn: Connection) -> MetaData:
    """Every table with its columns and keys, all that rows ask for: with indexes and checks it takes thrice as long."""
    there, found = inspect(conn), MetaData()
    keys, references = there.get_multi_pk_constraint(), there.get_multi_foreign_keys()
    for name, columns in there.get_multi_columns().items():
        if name[1] == _VERSION:
            continue
        Table(
            name[1],
            found,
            *(Column(each["name"], each["type"], autoincrement=False) for each in columns),
            PrimaryKeyConstraint(*keys[name]["constrained_columns"]),
            *(_reference(each) for each in references[name]),
        )
    return found


def _reference(told: ReflectedForeignKeyConstraint) -> ForeignKeyConstraint:
    to = [f"{told['referred_table']}.{each}" for each in told["referred_columns"]]
    return ForeignKeyConstraint(told["constrained_columns"], to, told["name"])
