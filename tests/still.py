"""For who looks at everything that could be said: nobody writes meanwhile, so what was read once is so still."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import CursorResult, Executable, Select

from bot.db.prepared import Ran
from bot.db.transaction import Tx


class _Rows(list[Any]):
    """Rows as a statement returned them."""

    def all(self) -> Sequence[Any]:
        return self

    def first(self) -> Any:
        return self[0] if self else None

    def scalar(self) -> Any:
        return self[0][0] if self else None


@dataclass(slots=True)
class Still(Tx):
    """A transaction that asks the database each thing once; a write ends what it knows."""

    read: dict[object, _Rows] = field(default_factory=dict)

    def _run(self, statement: Executable, values: Mapping[str, Any] | None) -> CursorResult[Any] | Ran:
        if not isinstance(statement, Select):
            self.read.clear()
            return Tx._run(self, statement, values)
        key = self._key(statement, values)
        try:
            found: Any = self.read.get(key)
        except TypeError:  # a list among the values
            return Tx._run(self, statement, values)
        if found is None:
            found = self.read[key] = _Rows(Tx._run(self, statement, values).all())
        return found  # type: ignore[no-any-return] # it is asked for rows, and has them

    def _key(self, statement: Select[Any], values: Mapping[str, Any] | None) -> object:
        """One that is made once is known by itself, any other by its shape and what stands in it."""
        given = tuple((values or {}).items())
        if self.prepared is not None and statement in self.prepared._known:
            return statement, given
        shape = statement._generate_cache_key()
        return (
            (statement, given) if shape is None else (shape.key, tuple(each.value for each in shape.bindparams), given)
        )


def still(tx: Tx) -> Tx:
    """This transaction, for as long as nothing is written in it."""
    return Still(**{name: getattr(tx, name) for name in Tx.__dataclass_fields__})
