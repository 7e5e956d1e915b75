"""A home that does not answer is asked less and less, and one tap brings everything back."""

from bot.db.tables import check_in
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap


async def day_by_day(home: Homeline, days: int) -> None:
    """Evenings and the mornings after them, as time passes for the ticks."""
    for _ in range(days):
        await home.until(19, 30)
        await home.until(8, 5, day=1)


async def test_ten_days_of_silence_bring_few_cards_and_one_tap_brings_the_rhythm_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before = len(fang.texts)
    await home.until(8, 5, day=1)
    await day_by_day(home, 10)

    asked = since(fang, before)
    assert len(asked) == 6  # on the first three days, once more next morning, and on the sixth and ninth
    assert not [each for each in asked if any(figure in each for figure in "0123456789")]
    states = [each.state for each in await read(home, lambda tx: tx.all(check_in.select().order_by(check_in.c.id)))]
    assert [place for place, state in enumerate(states) if state == "silent"] == [4, 5, 7, 8, 10]
    heard = len(mei.texts)
    await tap(home, fang, "🙂")
    assert len(since(mei, heard)) == 1
    assert "It is the first answer since Tue, Nov 24." in mei.texts[-1]
    assert await read(home, lambda tx: tx.all(check_in.select().where(check_in.c.state == "silent"))) == []

    before = len(fang.texts)
    await home.until(19, 30)
    assert since(fang, before) == ["How is Lily today?"]
