"""One look tells which duties have nothing to do."""

from datetime import timedelta

from bot.db.columns import Instant
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.duties import duty_name, every_duty
from bot.queries import due
from bot.ticks import TICKS
from bot.ticks.forget_old_rows import HANDLED


def test_every_look_is_a_duty_s() -> None:
    assert set(due.LOOKS) <= {duty_name(each) for each in TICKS}


def test_a_look_is_filled_with_instants_only() -> None:
    """SQLite prepares a statement anew, each time, when a word that may decide about an index is bound: is_one_of."""
    days = {f"{name}_day_over" for name in ("roll_calls", "promises")}
    for look in due._LOOK.values():
        kinds = {name: bind.type for name, bind in look.compile().binds.items()}
        assert {name for name, kind in kinds.items() if not isinstance(kind, Instant)} <= days


async def test_where_nothing_is_due_every_duty_rests(store: Store) -> None:
    assert await store.run(lambda tx: due.idle_ticks(tx, HANDLED)) == set(due.LOOKS)
    assert await store.run(every_duty) == 0


async def test_a_look_sees_what_its_duty_would_find(store: Store) -> None:
    def seen(tx: Tx) -> set[str]:
        tx.conn.exec_driver_sql("INSERT INTO installation (name, value) VALUES ('silence', '{}')")
        tx.conn.exec_driver_sql(
            "INSERT INTO inbox (update_id, state, attempt, received_at, done_at) VALUES (1, 'done', 0, 1, 1)"
        )
        return set(due.LOOKS) - due.idle_ticks(tx, timedelta(days=7))

    assert await store.run(seen) == {"mend_outages", "forget_old_rows"}
