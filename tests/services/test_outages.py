"""After a restore nobody knows what was said since: home is asked first, and whoever could object is asked anew."""

from datetime import timedelta

from bot.domain.outages import RESTORED, Outage
from bot.queries import outages
from bot.queries.circle import approvals
from tests.homeline import Homeline
from tests.households import english_family, read, second_parent, since, tap

WISH = "🗑 Jun asks to erase everything about Lily."


async def restored(home: Homeline, span: timedelta) -> None:
    """The backup that came back is so old."""
    outage = Outage(home.clock.now() - span, home.clock.now(), RESTORED[0], restored=True)
    await read(home, lambda tx: outages.keep(tx, outage))
    for _ in range(10):
        await home.later(seconds=1)
    assert await read(home, outages.current) is None


async def test_of_an_illness_home_is_asked_before_anything_rings(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    mine, hers = len(mei.texts), len(fang.texts)

    await restored(home, timedelta(hours=10))
    await home.later(minutes=20)

    assert any("Those at home are asked." in each for each in since(mei, mine))
    assert any("How is Lily now?" in each for each in since(fang, hers))
    assert not [each for each in since(mei, mine) if each.startswith("🤒 Lily, from Grandma\nLily is ill")]


async def test_a_wish_that_time_alone_would_grant_is_asked_about_anew(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    jun.press("erase_child_yes:1", jun.last)
    await home.settle()
    mine, hers, his = len(mei.texts), len(fang.texts), len(jun.texts)

    await restored(home, timedelta(hours=10))

    assert [sum(WISH in each for each in since(*one)) for one in ((mei, mine), (fang, hers), (jun, his))] == [1, 1, 0]
    found = await read(home, lambda tx: approvals.get(tx, 1))
    assert found is not None
    assert found.state == "waiting"
