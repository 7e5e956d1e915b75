"""One look tells which ticks have something to do."""

from functools import partial

from bot.db.columns import Instant
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.queries import due
from bot.ticking import run_due, tick_name
from bot.ticks import EACH_MINUTE, EACH_SECOND, TICKS

NAMES = tuple(map(tick_name, TICKS))


def test_every_tick_has_its_look() -> None:
    assert set(due.LOOKS) == set(NAMES)


def test_a_look_is_filled_with_instants_only() -> None:
    """SQLite prepares a statement anew, each time, when a word that may decide about an index is bound: is_one_of."""
    days = {f"{name}_day_over" for name in ("roll_calls", "promises", "school_days")}
    for ticks in (EACH_SECOND, EACH_MINUTE):
        look = due.look_for(tuple(map(tick_name, ticks)))
        kinds = {name: bind.type for name, bind in look.statement.compile().binds.items()}
        assert look.limits is (ticks is EACH_MINUTE)
        assert {name for name, kind in kinds.items() if not isinstance(kind, Instant)} <= days


async def test_where_nothing_is_due_every_tick_rests(store: Store) -> None:
    assert await store.run(lambda tx: due.among(tx, NAMES)) == set(NAMES) - due.LOOKS.keys()
    assert await store.run(partial(run_due, ticks=TICKS)) == 0


async def test_a_look_sees_what_its_tick_would_find(store: Store) -> None:
    def seen(tx: Tx) -> set[str]:
        tx.conn.exec_driver_sql("INSERT INTO installation (name, value) VALUES ('outage', '{}')")
        tx.conn.exec_driver_sql(
            "INSERT INTO inbox (update_id, state, attempt, received_at, done_at) VALUES (1, 'done', 0, 1, 1)"
        )
        return due.among(tx, NAMES) & due.LOOKS.keys()

    assert await store.run(seen) == {"mend_outages", "forget_old_rows"}
