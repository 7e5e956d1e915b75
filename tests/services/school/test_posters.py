"""Who opens a class's poster before they have a child here is offered the class once they do, whatever lies between."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.simulator.cast import FANG, IVAN, MEI
from tests.handlers.school.schools_steps import labels
from tests.homeline import Homeline
from tests.households import english_family, tap

GRANDMA = replace(FANG, language_code="en")
OFFER = "may the school send its notices to Lily's family?"


async def test_who_is_let_in_to_a_family_after_the_poster_is_offered_the_class_then(home: Homeline) -> None:
    zhao = await home.school()
    poster = await home.class_room()
    fang = await home.newcomer(GRANDMA, poster.rpartition("=")[2])
    assert "Is the child here already? Ask your family for a link. The class comes after it." in fang.texts[-1]
    invite = await home.child()

    fang.open(invite)
    await home.settle()
    await tap(home, fang, "👵")
    fang.open(poster)  # while Mei has not said yes
    await home.settle()
    assert "Class 3B waits for you. It comes by itself as soon as the family says yes." in fang.texts[-1]
    assert not [label for label in labels(fang.last) if label.startswith("👪")]  # no second Lily
    assert not fang.sees(OFFER)
    await tap(home, home.phone(MEI), "✅")

    assert OFFER in fang.texts[-1]
    assert not home.phone(MEI).sees(OFFER)
    await tap(home, fang, "✅")
    assert "A guardian asks to add Lily to class 3B." in zhao.texts[-1]


async def test_what_is_done_in_between_forgets_no_poster_and_it_is_offered_once(home: Homeline) -> None:
    await home.school()
    poster = await home.class_room()
    fang = await home.newcomer(GRANDMA, poster.rpartition("=")[2])
    await tap(home, fang, "🏠", "☂️", "🏠", "🏡", "➕")
    fang.say("Lily")
    await home.settle()
    await tap(home, fang, "2018", "May", "🇨🇳", "👵")
    assert OFFER in fang.texts[-1]

    await tap(home, fang, "❌")
    await tap(home, fang, "🏠", "⚙️", "➕")
    fang.say("Tom")
    await home.settle()
    await tap(home, fang, "2016", "May", "🇨🇳", "👵")
    assert not fang.sees("notices to Tom's family?")


@pytest.mark.parametrize(("days", "offered"), [(29, True), (31, False)])
async def test_a_poster_is_remembered_for_a_month(home: Homeline, days: int, *, offered: bool) -> None:
    await home.school()
    poster = await home.class_room()
    fang = await home.newcomer(GRANDMA, poster.rpartition("=")[2])
    home.clock.push(timedelta(days=days))
    await home.later(minutes=2)
    await tap(home, fang, "🏠", "🏡", "➕")
    fang.say("Lily")
    await home.settle()
    await tap(home, fang, "2018", "May", "🇨🇳", "👵")
    assert fang.sees(OFFER) is offered


async def test_who_joins_a_family_whose_child_is_in_the_class_reads_so_and_strangers_nothing(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    ivan = await home.newcomer(replace(IVAN, language_code="en"), poster.rpartition("=")[2])

    assert not ivan.sees("Lily")
    assert "First add the child here." in ivan.texts[-1]
