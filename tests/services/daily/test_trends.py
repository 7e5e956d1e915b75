"""Some harder days are told once, to who agreed, and never where the answer was taken back or is kept."""

import pytest

from bot.queries.circle import people
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, since, stand_in, tap

NOTICED = "💬 Lily, from Grandma\nGrandma noticed some harder days. A quiet call may help.\nTo start: “"
OWN = "💬 Lily\nYou noticed some harder days with Lily. A quiet moment may help."


async def evenings(home: Homeline, fang: Phone, *taps: str) -> None:
    """One answer an evening, with what was seen."""
    for each in taps:
        await home.until(19, 40, day=1)
        await tap(home, fang, *each.split())
        await home.later(minutes=11)


def noticed(phone: Phone) -> list[str]:
    return [each for each in phone.texts if "noticed some harder days" in each]


async def test_some_harder_days_are_told_once_and_two_weeks_of_them_once_more(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await evenings(home, fang, "🙂", "🙂", "🙂", "😟")
    assert noticed(mei) == []
    await evenings(home, fang, "😟")
    (told,) = noticed(mei)
    assert told.startswith(NOTICED)
    assert noticed(fang) == [OWN]
    await evenings(home, fang, "😟", "😢 🗣 🥱", "😟", "😟", "🙂", "😟", "😟", "😟", "😟", "😟")

    assert len(noticed(mei)) == 1
    lasted = [each for each in mei.texts if "This has lasted about two weeks." in each]
    assert lasted == ["💬 Lily, from Grandma\nThis has lasted about two weeks. It is worth talking to a doctor."]
    assert sum("This has lasted" in each for each in fang.texts) == 1
    assert not [each for each in li.texts if "harder days" in each or "lasted" in each]
    assert not [each for each in mei.texts if "score" in each or "sad" in each]


@pytest.mark.parametrize("why", ["taken back", "kept", "no consent", "well"])
async def test_what_the_parents_may_not_read_is_in_no_trend(home: Homeline, why: str) -> None:
    mei, fang = await english_family(home)
    await evenings(home, fang, "🙂", "🙂", "😟")
    before = len(mei.texts)
    await home.until(19, 40, day=1)
    if why == "no consent":
        await home.app.store.run(lambda tx: people.change(tx, 1, health_notes=False))
        fang.press("face:4:hard", fang.last)
        await home.settle()
    elif why == "kept":
        await tap(home, fang, "😢", "🙋")
    elif why == "well":
        await tap(home, fang, "🙂")
    else:
        await tap(home, fang, "😟", "↩️", "🙂")
    await home.later(minutes=30)

    assert not [each for each in since(mei, before) if "noticed some" in each]
