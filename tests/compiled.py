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

_at_rest: dict[object, list[_Pair]] = {}
_borrowed: dict[Engine, tuple[Any, _Pair]] = {}


@event.listens_for(Engine, "engine_connect")
def _borrow(conn: Connection) -> None:
    engine = conn.engine
    own = engine.dialect
    if engine in _borrowed:
        return
    pairs = _at_rest.setdefault(_kind(own), [])
    pair = pairs.pop() if pairs else (own, {})
    _borrowed[engine] = own, pair
    _hand_on(own, pair[0])
    engine.dialect = conn.dialect = pair[0]
    engine._compiled_cache = pair[1]  # there is no public way; a plain dict is what its documentation allows


@event.listens_for(Engine, "engine_disposed")
def give_back(engine: Engine) -> None:
    """What an engine has borrowed is free for another."""
    if engine in _borrowed:
        own, pair = _borrowed.pop(engine)
        _hand_on(pair[0], own)
        engine.dialect = own
        _at_rest[_kind(own)].append(pair)


def _kind(dialect: Any) -> object:
    """Among whom dialects pass on: who opens what is sealed and who cannot, who hears of errors and who does not."""
    return type(dialect), hasattr(dialect, "homeline_keyring"), bool(dialect.dispatch.handle_error)


def _hand_on(giver: Any, to: Any) -> None:
    if hasattr(giver, "homeline_keyring"):
        give_keyring(to, keyring_of(giver))
