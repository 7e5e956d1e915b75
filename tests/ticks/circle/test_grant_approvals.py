"""SG-23: what nobody objects to for a day happens; what its author may ask for no longer does not."""

from tests.handlers.circle.test_approvals import ask, state
from tests.homeline import Homeline
from tests.households import english_family, hours, read, since, stand_in, tap


async def test_sg_23_without_an_answer_it_happens_after_a_day_and_asking_twice_asks_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(fang.texts)
    await read(home, ask)
    await read(home, ask)
    await home.settle()
    assert len([text for text in fang.texts[before:] if "📦" in text]) == 1
    await hours(home, 22)
    assert await read(home, state) == "waiting"

    await hours(home, 3)
    assert await read(home, state) == "granted"
    assert any(text.endswith("✅ It is agreed.") for text in mei.texts)


async def test_sg_23_what_somebody_asked_for_whose_place_is_held_meanwhile_is_not_done(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await read(home, ask)
    await home.settle()
    await tap(home, fang, "👥", "🔒 Mei")
    before = len(mei.texts)
    await hours(home, 26)

    assert await read(home, state) == "refused"
    for phone in (fang, li):
        assert "📦 Mei asks to take the data of Lily's circle.\n❌ It was stopped." in phone.texts
        assert not any("It is agreed" in text for text in phone.texts)
    assert since(mei, before) == []
