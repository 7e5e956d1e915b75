"""SG-23: any adult of the circle stops what another asked for; whoever is new decides nothing for a day."""

import pytest

from bot.domain.circle.roles import Action
from bot.queries.circle import circles
from tests.handlers.circle.test_approvals import ask, state
from tests.homeline import Homeline
from tests.households import FATHER, english_family, hours, invite, read, stand_in, tap


@pytest.mark.parametrize("who", ["a stand-in", "who asked"])
async def test_sg_23_any_adult_stops_it_and_nobody_reads_who(home: Homeline, who: str) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await read(home, ask)
    await home.settle()

    await tap(home, li, "❌") if who == "a stand-in" else await tap(home, mei, "↩️")
    assert await read(home, state) == "refused"
    assert mei.texts[-1] == "📦 Mei asks to take the data of Lily's circle.\n❌ It was stopped."
    assert "Li" not in mei.texts[-1].replace("Lily", "")
    await hours(home, 26)
    assert await read(home, state) == "refused"


async def test_sg_23_the_first_adult_at_home_decides_at_once_and_a_stand_in_of_one_phone_agrees_to_nothing(
    home: Homeline,
) -> None:
    mei, _fang = await english_family(home)
    link = await invite(home, "A stand-in")
    li = await home.newcomer(FATHER, link.rpartition("=")[2])
    await tap(home, li, "Someone else")
    await tap(home, mei, "✅")
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert [each.may(Action.APPROVE) for each in circle.members] == [True, True, False]
    assert circle.stand_ins[0].may(Action.REPORT_ILLNESS)
