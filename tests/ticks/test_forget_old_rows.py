"""What has been handled is forgotten after its time, and not before."""

from sqlalchemy import func, select

from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.simulator.cast import MEI
from tests.homeline import Homeline


def counted(tx: Tx) -> tuple[int, int]:
    """Rows of the inbox and of the outbox."""
    return tuple(int(tx.scalar(select(func.count()).select_from(table))) for table in (inbox, outbox))  # type: ignore[return-value] # two of them


async def test_handled_rows_live_seven_days_and_parked_ones_thirty(home: Homeline) -> None:
    await home.newcomer(MEI)
    home.world.push_raw({"message": {"chat": {"id": MEI.id}, "poison": True}})
    await home.settle()
    before = await home.app.store.run(counted)
    await home.later(days=6, hours=23)
    assert await home.app.store.run(counted) == before

    await home.later(hours=2)
    kept, sent = await home.app.store.run(counted)
    assert (kept, sent) == (1, 0)
    await home.later(days=24)
    assert await home.app.store.run(counted) == (0, 0)
