"""Connections to a server fall silent without ending: it has failed over, or a firewall between has forgotten them.

Nothing waits for ever: not for a connection, not for an answer; and what has rested is tried before it is relied on.
"""

import asyncio
import socket
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, event, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import InvalidatePoolError

from bot.clock import stopwatch

CONNECT = 5.0
# What the server itself allows a statement, and a transaction in which nothing is said.
STATEMENT = 9.0
# Longer than that: when we stop waiting for an answer, the server has committed or given up, and no lock is left.
COMMAND = 10.0
# A connection that has rested for so long is asked first whether it is still there, and how long that may take.
RESTED, TRIAL = 5.0, 2.0
# How long the end of the process waits for connections to be closed in order.
GOODBYE = 3.0

_LIMIT, _LOST = "limit", "lost"
# After a fail-over another session may have the number, but it has not been silent for as long, under our name.
_END = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ANY(:lost)"
    " AND state_change < now() - CAST(:silent AS interval) AND application_name = current_setting('application_name')"
)
# Both ends ask now and then whether the other is there, in seconds: it keeps a firewall's memory of the line, too.
_ASK_AFTER, _ASK_EVERY, _ASK_TIMES = 10, 5, 3
SERVERS_KEEPALIVE = {
    "tcp_keepalives_idle": str(_ASK_AFTER),
    "tcp_keepalives_interval": str(_ASK_EVERY),
    "tcp_keepalives_count": str(_ASK_TIMES),
}
_OURS = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", _ASK_AFTER),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", _ASK_EVERY),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", _ASK_TIMES),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", int(COMMAND * 1000)),
)


def limit_statements(engine: Engine) -> None:
    """End a connection whose statement has not come to its end a second after the driver's own limit.

    Before it runs a new statement, asyncpg closes those that it has forgotten, and waits for that without any limit.
    """

    @event.listens_for(engine, "before_cursor_execute")
    def _begins(conn: Connection, *_what: Any) -> None:
        begins(conn.connection)

    @event.listens_for(engine, "after_cursor_execute")
    def _ended(conn: Connection, *_what: Any) -> None:
        over(conn.info)

    @event.listens_for(engine.pool, "checkin")
    def _given_back(_connection: Any, record: Any) -> None:
        over(record.info)


def begins(pooled: PoolProxiedConnection) -> None:
    """A statement begins on this connection."""
    over(pooled.info)
    loop = asyncio.get_running_loop()
    pooled.info[_LIMIT] = loop.call_later(COMMAND + 1, _drop, pooled.driver_connection, pooled.info)


def over(info: dict[Any, Any]) -> None:
    """The statement has come to its end."""
    if (handle := info.pop(_LIMIT, None)) is not None:
        handle.cancel()


def watch_over(engine: Engine, lost: set[int]) -> None:
    """Try what has rested, and throw away what does not answer, with all that was opened before it.

    In `lost` come the server's numbers of sessions that were thrown away and may still hold locks there.
    """
    pool = engine.pool

    @event.listens_for(pool, "connect")
    def _opened(connection: Any, record: Any) -> None:
        record.info[_LOST] = lost
        _keep_alive(connection.driver_connection)

    @event.listens_for(pool, "checkin")
    def _rests(_connection: Any, record: Any) -> None:
        record.info["since"] = stopwatch()

    @event.listens_for(pool, "checkout")
    def _wanted(connection: Any, record: Any, _proxy: Any) -> None:
        if stopwatch() - record.info.get("since", stopwatch()) >= RESTED:
            connection.run_async(_try)

    @event.listens_for(engine, "handle_error")
    def _failed(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, TimeoutError) and context.connection is not None:
            context.is_disconnect = True
            fairy = context.connection.connection
            _drop(fairy.driver_connection, fairy.info)


async def _try(driver: Any) -> None:
    try:
        await driver.execute("SELECT 1", timeout=TRIAL)
    except Exception as error:
        driver.terminate()  # closing it in order would wait for an answer once more
        raise InvalidatePoolError from error


def _drop(driver: Any, info: dict[Any, Any]) -> None:
    if driver is not None and not driver.is_closed():
        info[_LOST].add(driver.get_server_pid())
        driver.terminate()


def end_lost(conn: Connection, lost: set[int]) -> None:
    """End on the server what was thrown away here.

    A session that fell silent between two parts of a statement counts as busy there: no time-out of the server's ends
    it, and its locks would stay for as long as the network pretends that somebody is there.
    """
    ended = set(lost)
    conn.execute(_END, {"lost": list(ended), "silent": timedelta(seconds=COMMAND / 2)})
    lost -= ended  # others may have been thrown away meanwhile


def _keep_alive(driver: Any) -> None:
    """The driver has no setting for it and no other way to its socket."""
    line = driver._transport.get_extra_info("socket")
    if line is None or line.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    for level, name, value in _OURS:
        if hasattr(socket, name):  # some systems call it otherwise
            line.setsockopt(level, getattr(socket, name), value)
