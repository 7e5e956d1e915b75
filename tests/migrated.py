"""What the chain of migrations makes of an empty database is asked of Alembic once, and then said again as it was.

Alembic reads the chain, builds every table and puts it into words anew each time, which takes twenty times as long as
the database itself: a test that copies, restores or tries a backup does it for each place. A step that begins with
tables, and every way back, is Alembic's own each time.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, event, inspect

from bot.db import migrations

_Said = list[tuple[str, Any]]

_ASKS = ("PRAGMA", "SELECT")  # what Alembic has only looked at
_said: dict[tuple[str, str, str], _Said] = {}
_alembics = migrations.with_alembic


def _with_alembic(conn: Connection, action: Callable[[Any, Any], None]) -> None:
    if inspect(conn).has_table("alembic_version"):
        _alembics(conn, action)
    else:
        _alembics(conn, lambda command, config: action(_FromNothing(conn, command), config))


class _FromNothing:
    """Alembic's commands, for a database that never had a schema."""

    def __init__(self, conn: Connection, command: Any) -> None:
        self._conn = conn
        self._command = command

    def __getattr__(self, name: str) -> Any:
        return getattr(self._command, name)

    def upgrade(self, config: Any, target: str) -> None:
        """As Alembic does it, or as it has done it before."""
        chain = (config.get_main_option("script_location"), self._conn.dialect.name, target)
        if chain not in _said:
            said = self._listened(lambda: self._command.upgrade(config, target))
            _said[chain] = [each for each in said if not each[0].lstrip().startswith(_ASKS)]
            return
        for words, values in _said[chain]:
            self._conn.exec_driver_sql(words, values)

    def _listened(self, action: Callable[[], None]) -> _Said:
        said: _Said = []

        def hear(_conn: object, _cursor: object, words: str, values: Any, *_more: object) -> None:
            said.append((words, values))

        event.listen(self._conn, "before_cursor_execute", hear)
        action()
        event.remove(self._conn, "before_cursor_execute", hear)
        return said


migrations.with_alembic = _with_alembic
