"""A hostile text in every field: it arrives as it was written, breaks nothing, and becomes no markup."""

from dataclasses import replace

import pytest

from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, read, tap
from tests.safeguarding.neighbours import gone_wrong

TEXT = "<b>&amp;{who}%s</b>';--"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_hostile_text_in_every_field_arrives_as_it_was_written(home: Homeline) -> None:
    mother = replace(MEI, first_name=TEXT, last_name=None)
    link = await home.child(mother, TEXT)
    fang = await home.joined(replace(GRANDMA, first_name=TEXT, last_name=None), link, "👵", mother)
    await home.school(name=TEXT)
    await home.pupil(await home.class_room(name=TEXT), mother)
    await home.notice(TEXT)
    mei = home.phone(mother)
    fang.say("🤒")
    await home.settle()
    await tap(home, fang, "🌡")
    fang.say(TEXT)
    await home.settle()
    await home.later(minutes=5)

    assert await read(home, gone_wrong) == []
    assert any(TEXT in each for each in mei.texts)
    assert any(TEXT in each for each in fang.texts)
    refused = [each for each in home.simulator.requests if not each.ok]
    assert refused == []
