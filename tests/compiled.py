"""Statements that one test has compiled are compiled for those after it: half of a story's time went into that.

An engine keeps them by its dialect, and each Homeline of a test has engines of its own. So an engine borrows the
dialect and the statements of one that is at rest, and gives them back when it rests or is disposed of. Nothing else
passes on: the keys under which an engine reads and writes come along with the engine.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event

import tests.migrated  # noqa: F401 - and what migrations say is remembered, too
from bot.db.columns import give_keyring, keyring_of

_Pair = tuple[Any, dict[Any, Any]]

_at_rest: dict[type, list[_Pair]] = {}
_borrowed: dict[Engine, tuple[Any, _Pair]] = {}


@event.listens_for(Engine, "engine_connect")
def _borrow(conn: Connection) -> None:
    engine = conn.engine
    own = engine.dialect
    if engine in _borrowed or not hasattr(own, "homeline_keyring"):
        return
    pairs = _at_rest.setdefault(type(own), [])
    pair = pairs.pop() if pairs else (own, {})
    _borrowed[engine] = own, pair
    give_keyring(pair[0], keyring_of(own))
    engine.dialect = conn.dialect = pair[0]
    engine._compiled_cache = pair[1]  # there is no public way; a plain dict is what its documentation allows


@event.listens_for(Engine, "engine_disposed")
def give_back(engine: Engine) -> None:
    """What an engine has borrowed is free for another."""
    if engine in _borrowed:
        own, pair = _borrowed.pop(engine)
        give_keyring(own, keyring_of(pair[0]))
        engine.dialect = own
        _at_rest[type(own)].append(pair)
