"""Which process has which watch (fetching, sending), one at a time, on the database's own clock (PostgreSQL only)."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, bindparam, cast, column, exists, extract, func, select, table, update

from bot.db.tables import lease
from bot.db.transaction import Tx

# How long a watch stays with a process that is not heard of any more, in seconds.
LEASE = 9.0
# What a former holder may have let go may still arrive for so long: after it gave the watch back, and after it died.
GIVEN_BACK, DIED = 1.0, 3.0
_SECOND = 1_000_000
_NOW: ColumnElement[int] = cast(extract("epoch", func.clock_timestamp()) * _SECOND, BigInteger)
_SESSIONS = table("pg_stat_activity", column("pid"))
_LIVES = exists().where(_SESSIONS.c.pid == lease.c.session)
_SESSION = select(_SESSIONS.c.pid).where(_SESSIONS.c.pid == bindparam("session")).limit(1)
_LOOK = select(lease, (lease.c.until - _NOW).label("left")).where(lease.c.name == bindparam("called")).with_for_update()


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether the watch is ours now; when it may become free; how long to keep quiet after a former holder."""

    ours: bool
    free_in: float = 0.0
    quiet: float = 0.0


def take(tx: Tx, name: str, holder: str, session: int | None) -> Taken:
    """Take a watch or keep it: when it is ours, given back, run out, or when its holder's session has ended."""
    found = tx.first(_LOOK, {"called": name})
    if found is None:
        tx.add_once(lease, {"name": name, "holder": "", "until": 0})
        found = tx.first(_LOOK, {"called": name})
        assert found is not None
    died = False
    if found.holder != holder and found.left > 0:
        died = found.session is not None and tx.scalar(_SESSION, {"session": found.session}) is None
        if not died:
            return Taken(ours=False, free_in=found.left / _SECOND)
    values = {"holder": holder, "session": session, "until": _NOW + int(LEASE * _SECOND)}
    tx.change(update(lease).where(lease.c.name == name).values(**values))
    return Taken(ours=True, quiet=_quiet(found.holder, holder, found.until, died=died))


def _quiet(before: str, holder: str, until: int, *, died: bool) -> float:
    if before in {"", holder}:
        return 0.0
    if not until:
        return GIVEN_BACK
    return DIED if died else 0.0  # who only lost it stopped a while before: see `holds`


def holds(tx: Tx, name: str, holder: str) -> bool:
    """Whether a watch is this holder's with so much time left that what it lets go now arrives before another begins.

    Nothing is locked: whoever stands still in the middle of this transaction must not keep the others from taking over.
    """
    mine = lease.c.name == name, lease.c.holder == holder, lease.c.until - int(DIED * _SECOND) > _NOW
    return tx.scalar(select(lease.c.name).where(*mine)) is not None


def kept(tx: Tx) -> tuple[tuple[str, bool], ...]:
    """Each watch that was ever taken, and whether a process has it now; none on SQLite, where one process has all."""
    if tx.conn.dialect.name != "postgresql":
        return ()
    return tuple((row.name, row.left > 0) for row in tx.all(_KEPT))


_KEPT = select(lease.c.name, (lease.c.until - _NOW).label("left")).order_by(lease.c.name)


def give_back(tx: Tx, name: str, holder: str) -> None:
    """Let another process have a watch at once."""
    tx.woke.add("lease")
    tx.change(update(lease).where(lease.c.name == name, lease.c.holder == holder).values(until=0, session=None))


def any_held(tx: Tx) -> bool:
    """Whether any process that lives has a watch."""
    held = lease.c.until > _NOW, _LIVES | lease.c.session.is_(None)
    return tx.scalar(select(lease.c.name).where(*held).limit(1)) is not None
