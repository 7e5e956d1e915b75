"""Quiet hours, once changed, hold or let go what waits already."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.circle.times import keep_quiet
from bot.simulator.cast import MEI
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap


async def test_what_waits_for_a_morning_comes_when_none_is_wanted_any_more(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)

    def quiet(tx: Tx, hours: tuple[int, int] | None) -> None:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        keep_quiet(tx, me, hours)

    await read(home, lambda tx: quiet(tx, (15 * 60, 17 * 60)))  # in Dubai it is half past three
    before = len(mei.texts)
    await tap(home, fang, "🙂")
    assert since(mei, before) == []
    await read(home, lambda tx: quiet(tx, None))
    await home.later(minutes=1)
    assert since(mei, before)[0].startswith("🙂 Lily")
