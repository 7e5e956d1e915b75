"""Each statement that Homeline runs in a test is looked at once: none may read a whole table of families' rows.

A table with a dozen rows hides it; with those of 100,000 families each alert would wait for it.
"""

import sqlite3
import sys
from contextlib import closing
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.sql.compiler import SQLCompiler

from bot.db import prepared

_BOT = str(Path(__file__).parent.parent / "bot")
# What passes a statement on, instead of making it.
_BETWEEN = ("transaction.py", "prepared.py", "personal_columns.py")
# What an operator asks for by a command, or a start does: all rows are what is wanted there.
_WHOLE = {"operations", "doctor", "migrations", "key_marks.py", "read_only.py", "rewrapping.py", "dump.py", "trial.py"}
_WHOLE |= {"tombstones.py", "veil_key.py"}  # the latter asks each for one row
_WHOLE |= {"another_bot.py"}  # once, when families go over to another bot
_WHOLE |= {"ahead_of_time.py"}  # once, when the clock has gone back
# Of these there are a few rows, whatever the number of families.
_SMALL = {"alembic_version", "installation", "lease", "operator", "page", "report", "school", "sqlite_sequence"}

_seen: dict[str, str] = {}
_looked_at: set[str] = set()
made: dict[str, SQLCompiler] = {}  # what each of them was made of


@event.listens_for(Engine, "before_cursor_execute")
def _hear(conn: Connection, _cursor: Any, statement: str, _values: Any, context: Any, *_rest: Any) -> None:
    if conn.dialect.name == "sqlite":
        _note(statement, context.compiled)


def _note(statement: str, compiled: object) -> None:
    if statement not in _seen and (place := _of_homeline(sys._getframe())):
        _seen[statement] = place
        if isinstance(compiled, SQLCompiler):
            made[statement] = compiled


_goes_straight = prepared.Prepared._ran


def _ran(self: prepared.Prepared, plan: Any, do: Any, sql: str, filled: list[Any]) -> prepared.Ran:
    """SQLAlchemy tells nobody of it; a test may have made a statement first that Homeline makes later."""
    if sql not in _seen and self._dialect.name == "sqlite":
        _note(sql, plan._compiled)
    return _goes_straight(self, plan, do, sql, filled)


prepared.Prepared._ran = _ran  # type: ignore[method-assign] # it is listened to, and goes on as ever


def _of_homeline(frame: FrameType | None) -> str | None:
    """Where a statement was made; none when a test made it, or an operator's command."""
    while frame is not None and (ours := _is_ours(frame.f_code.co_filename)) is None:
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}" if frame is not None and ours else None


@cache
def _is_ours(filename: str) -> bool | None:
    """Whether what stands in this file is Homeline at work; none for what only passes a statement on."""
    path = Path(filename)
    if "site-packages" in path.parts or path.name in {*_BETWEEN, Path(__file__).name}:
        return None
    return filename.startswith(_BOT) and not any(each in path.parts for each in _WHOLE)


def read_whole(database: Path) -> list[str]:
    """Of the statements that came since the last look, those that walk a whole table, with the place that made each."""
    found: list[str] = []
    new = [each for each in _seen if each not in _looked_at]
    if not new:
        return found
    with closing(sqlite3.connect(database)) as db:
        chosen = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%INDEX%WHERE%'")}
        for statement in new:
            walks = [step for step in _plan(db, statement) if not chosen.intersection(step.split())]
            found += [f"{_seen[statement]}: {step}" for step in walks if step.split()[1] in _tables(db)]
    _looked_at.update(new)
    return found


def _plan(db: sqlite3.Connection, statement: str) -> list[str]:
    """The steps of a statement that begin at a table's first row and end at its last."""
    if statement.split(maxsplit=1)[0] not in {"SELECT", "UPDATE", "DELETE"}:
        return []
    values = [None] * statement.count("?")
    return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}", values) if row[3].startswith("SCAN")]


def _tables(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} - _SMALL
