"""One more message has room, or it waits: everything that Homeline begins counts."""

from datetime import timedelta

import pytest

from bot.db.tables import own_week
from bot.queries.circle import circles, people
from bot.services.daily.budgets import has_room
from tests.homeline import FANG, Homeline
from tests.households import english_family, read, tap


@pytest.mark.parametrize("besides", ["nothing", "asked", "advice to come"])
async def test_the_weekly_question_and_advice_that_is_still_to_come_leave_no_room(home: Homeline, besides: str) -> None:
    await english_family(home)
    for _ in range(7):
        await home.until(19, 30, day=1)
        await tap(home, home.phone(FANG), "🙂")
    if besides == "asked":
        await home.app.store.run(lambda tx: tx.add(own_week, person_id=2, asked_at=tx.now))
    if besides == "advice to come":
        await home.app.store.run(lambda tx: people.change(tx, 2, coach_at=tx.now + timedelta(days=4)))

    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert await read(home, lambda tx: has_room(tx, circle, circle.child.slot, [2])) is (besides == "nothing")
    assert await read(home, lambda tx: has_room(tx, circle, circle.child.slot, []))
