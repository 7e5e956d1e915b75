"""A bedtime is planned as long as something waits for it."""

from sqlalchemy import select

from bot.db.tables import bedtime
from tests.handlers.daily.letters_steps import family
from tests.handlers.daily.test_goodnights import recorded
from tests.homeline import Homeline
from tests.households import read, tap


async def test_an_empty_shelf_plans_no_evening(home: Homeline) -> None:
    mei, _fang = await family(home)
    await recorded(home, mei, 8)
    planned = select(bedtime.c.next_at)
    assert await read(home, lambda tx: tx.scalar(planned)) is not None
    await tap(home, mei, "↩️")
    assert await read(home, lambda tx: tx.scalar(planned)) is None
