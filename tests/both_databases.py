"""What runs on both databases: all that can differ there, and of the conversations the first of each feature.

PostgreSQL costs a story three times as much. So each statement that a story on SQLite makes is also prepared on
PostgreSQL, which finds what it would refuse: a column, a type, a lock, a grouping.
"""

import asyncio
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.dialects.postgresql import asyncpg as postgresql
from sqlalchemy.dialects.sqlite.dml import Insert
from sqlalchemy.exc import CompileError
from sqlalchemy.sql.compiler import SQLCompiler

from tests.features import AREAS, names
from tests.kinds import kind
from tests.whole_tables import made

# Layers whose modules bear the names of features.
BY_FEATURE = {"handlers", "services"}
# Conversations: the same statements, whichever words they are about.
ONE_OF_EACH = {"faults", "handlers", "operations", "safeguarding", "services", "stories", "texts", "ticks"}
# … but what a server does that a file never does.
EACH = {
    *(f"faults/test_{name}.py" for name in ("database", "flood", "restart", "silent_database")),
    *(f"operations/test_{name}.py" for name in ("copying", "rotating")),
}

_dialect = postgresql.dialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call] # SQLAlchemy's has no types
# What SQLAlchemy fills in with each execution: a list of as many values as there are.
_OPEN_LIST = re.compile(r"__\[POSTCOMPILE_\w+\]")
_ONLY_SQLITE = re.compile(r"\bsqlite_")
_prepared: set[str] = set()


def thin_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out conversations on PostgreSQL but for the first of each feature, unless `--both` asks for all."""
    if config.getoption("--both"):
        return
    kept: list[pytest.Item] = []
    seen: set[tuple[str, ...]] = set()
    for item in items:
        if _is_a_conversation(item) and kind(item) == "postgresql":
            if (about := _about(item.path)) in seen:
                continue
            seen.add(about)
        kept.append(item)
    items[:] = kept


@cache
def _about(path: Path) -> tuple[str, ...]:
    """What a module of tests is about: its feature, where it has one, and else itself.

    What a family does with a feature and its use cases walk the same statements, in modules of several layers.
    """
    area, told = path.parent.name, path.stem.removeprefix("test_")
    if path.parent.parent.name in BY_FEATURE and area in AREAS:
        features = [each for each in names(area) if f"{told}_".startswith(f"{each}_")]
        return area, max(features, key=len, default=told)
    return path.parts


def _is_a_conversation(item: pytest.Item) -> bool:
    told = bool(ONE_OF_EACH.intersection(item.path.parts)) and f"{item.path.parent.name}/{item.path.name}" not in EACH
    return told and "database" in getattr(item, "fixturenames", ())


def refused_by(url: str) -> list[str]:
    """Of the statements that came since the last look, those that PostgreSQL does not take, and why."""
    new = {text: made[text] for text in made.keys() - _prepared}
    _prepared.update(new)
    wanted = [said for compiled in new.values() if (said := _for_postgresql(compiled))]
    return asyncio.run(_refused(url, wanted))


def _for_postgresql(compiled: SQLCompiler) -> str | None:
    made = compiled.statement
    if made is None or isinstance(made, Insert) or _ONLY_SQLITE.search(compiled.string):
        return None  # SQLite's own way of adding once; PostgreSQL has its own beside it
    try:
        text = str(made.compile(dialect=_dialect, column_keys=compiled.column_keys))
    except CompileError:
        return None
    return _OPEN_LIST.sub("NULL", text)


async def _refused(url: str, statements: Iterable[str]) -> list[str]:
    conn = await asyncpg.connect(url)
    found = []
    try:
        for each in statements:
            try:
                await conn.prepare(each)
            except asyncpg.PostgresError as error:
                found.append(f"{error}: {each}")
    finally:
        await conn.close()
    return found
