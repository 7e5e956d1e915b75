"""What one beat does: each duty that time has brought, in its turn."""

from collections.abc import Iterator
from functools import cache

from bot import log, metrics
from bot.db.transaction import Tx
from bot.queries import due
from bot.ticks import REST_IN_DOUBT, TICKS, Tick
from bot.ticks.forget_old_rows import HANDLED

_log = log.get("app")


def every_duty(tx: Tx, *, seldom: bool = True) -> int:
    """Each duty for which anything is due, once, in its turn; how much was due. `seldom`: also what waits for weeks."""
    idle = due.idle_ticks(tx, HANDLED, seldom=seldom)
    return sum(duty(tx) for duty in _now(tx) if duty_name(duty) not in idle)


def _now(tx: Tx) -> Iterator[Tick]:
    """The duties that may run: while something speaks against the clock, what cannot be taken back rests."""
    return (duty for duty in TICKS if tx.sure or duty not in REST_IN_DOUBT)


@cache
def duty_name(duty: Tick) -> str:
    """A duty's name: its module's."""
    return duty.__module__.rpartition(".")[2]


def each_duty_alone(tx: Tx) -> int:
    """As `every_duty`, when one of them fails: what fails is rolled back and leaves the others alone."""
    did = 0
    tx.careful = True
    for duty in _now(tx):
        try:
            with tx.conn.begin_nested():
                did += duty(tx)
        except Exception as error:
            if tx.conn.invalidated:
                raise  # the line to the database is lost, and so are the others' turns
            name = duty_name(duty)
            metrics.DUTY_FAILURES.labels(name).inc()
            _log.error("tick %s: %s", name, type(error).__name__)
    return did
