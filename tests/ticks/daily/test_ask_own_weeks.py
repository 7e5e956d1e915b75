"""Once a week, on a day on which they are by their phone, and in no week that is full."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import people
from tests.homeline import FANG, MEI, Homeline
from tests.households import english_family, stand_in, tap

ASKED = "And you, how was your week? Only you see the answer."


async def weeks(home: Homeline, days: int, answers: str = "1234567") -> list[int]:
    """On which days it was asked, while Grandma answers on these weekdays."""
    fang, found = home.phone(FANG), list[int]()
    for day in range(days):
        await home.until(19, 40, day=1)
        if str(home.clock.now().isoweekday()) in answers and any("🙂" in str(each) for each in fang.last.buttons):
            await tap(home, fang, "🙂")
        before = fang.texts.count(ASKED)
        await home.until(21, 30)
        found += [day] * (fang.texts.count(ASKED) - before)
    return found


async def test_once_a_week_after_a_first_week_and_nobody_else_is_asked(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    asked = await weeks(home, 16)

    assert len(asked) == 2
    assert asked[0] >= 5
    assert {later - earlier for earlier, later in pairwise(asked)} == {7}
    assert not mei.sees("And you, how")
    assert not li.sees("And you, how")


async def test_who_answers_on_one_day_of_the_week_is_asked_on_that_day_and_the_silent_never(home: Homeline) -> None:
    await english_family(home)
    asked = await weeks(home, 22, "7")
    assert len(asked) >= 2
    assert len({day % 7 for day in asked}) == 1
    assert await weeks(home, 9, "") == []


@pytest.mark.parametrize("why", ["ill", "hushed", "urgent only", "paused"])
async def test_it_rests_while_something_else_matters(home: Homeline, why: str) -> None:
    mei, fang = await english_family(home)
    await home.until(18, 0, day=7)
    if why == "ill":
        await tap(home, fang, "🏠", "🤒", "🌡")
    if why == "paused":
        await tap(home, mei, "🏠", "⚙️", "⏸", "⏸ One week")
    await home.until(19, 35)
    if why in {"hushed", "urgent only"}:
        await tap(home, fang, "🙂")

        def rest(tx: Tx) -> None:
            found = people.by_telegram(tx, FANG.id)
            assert found is not None
            if why == "hushed":
                people.change(tx, found.id, hushed_until=tx.now + timedelta(days=1))
            else:
                people.change(tx, found.id, urgent_only=True)

        await home.app.store.run(rest)
    await home.until(21, 30)
    assert not fang.sees("And you, how")
    assert not home.phone(MEI).sees("And you, how")
