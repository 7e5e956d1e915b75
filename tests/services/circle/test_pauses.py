"""A pause of the household: nothing is asked in it, what is open ends, and nothing missed is replayed."""

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.queries.daily import check_ins
from tests.homeline import Homeline
from tests.households import english_family, hours, read, since, tap


def states(tx: Tx) -> list[str]:
    return [row.state for row in tx.all(check_in.select().order_by(check_in.c.id))]


async def test_nothing_is_asked_in_a_pause_and_nothing_missed_is_replayed_after_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "One week")
    before, at_mei = len(fang.texts), len(mei.texts)
    assert await read(home, states) == ["paused"]

    await hours(home, 24 * 6)
    assert since(fang, before) == []
    assert set(await read(home, states)) == {"paused"}

    await hours(home, 24)
    assert since(fang, before) == ["How is Lily today?"]
    assert since(mei, at_mei) == []
    assert len(await read(home, lambda tx: check_ins.open_days(tx, 1))) == 1


async def test_a_question_that_waits_is_cleared_by_the_pause(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "Quiet hours", "09:00–17:00", "⏰ Lily", "midday")
    await home.until(14, 0)
    before = len(fang.texts)

    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "Until tomorrow")
    await home.until(17, 1)

    assert [each for each in since(fang, before) if "How is Lily" in each] == []


async def test_the_same_pause_ten_times_is_told_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily")
    card = mei.last
    data = next(each.data for row in card.buttons for each in row if each.text.endswith("One week"))
    before = len(fang.texts)

    for _ in range(10):
        mei.press(data, card)
    await home.settle()

    assert len(since(fang, before)) == 1
