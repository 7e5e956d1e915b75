"""SG-12: a family in dispute stops all sharing; Homeline decides no custody."""

import pytest

from bot.keeping import KEEPING
from bot.storage import circles
from bot.storage.transaction import Tx
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import (
    GRANDMA,
    NEIGHBOUR,
    english_family,
    hours,
    invite,
    read,
    second_parent,
    since,
    stand_in,
    tap,
)


async def frozen(home: Homeline) -> bool:
    def look(tx: Tx) -> bool:
        circle = circles.get(tx, 1)
        assert circle is not None
        return circle.child.is_frozen

    return await read(home, look)


async def test_sg_12_nothing_new_is_shared_and_everybody_keeps_their_own(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.until(19, 30)
    card = next(each for each in reversed(fang.messages) if each.words.startswith("How is Lily today?"))

    await tap(home, jun, "🏠", "👥", "❄️", "✅")

    for phone in (mei, fang):
        assert phone.texts[-1].startswith("❄️ Lily\n❄️ Nothing new about Lily is shared for now, not even an illness.")
        assert "Jun" not in phone.texts[-1]
    counts = [len(each.texts) for each in (mei, fang, jun)]
    fang.tap("🙂", message=card)
    await home.settle()
    assert fang.toast == "Nothing new about Lily is shared for now."
    mei.press("ask:1", mei.last)
    mei.press("call:1", mei.last)
    mei.press("invite_as:1:guardian", mei.last)
    await home.settle()
    await hours(home, 24 * 8)
    assert [since(each, count) for each, count in zip((mei, fang, jun), counts, strict=True)] == [[], [], []]
    assert all(not text.startswith("💡") for text in mei.texts[counts[0] :])


async def test_sg_12_a_letter_that_has_not_left_waits_and_arrives_afterwards(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.quiet(GRANDMA, 0, 23 * 60)
    mei.say("🎤")
    await home.settle()
    mei.say("Good night, my bear")
    await home.settle()
    await tap(home, jun, "🏠", "👥", "❄️", "✅")
    before = len(fang.texts)
    await hours(home, 26)
    assert "Good night, my bear" not in "".join(since(fang, before))
    await tap(home, jun, "🏠", "👥", "▶️")
    await hours(home, 26)
    assert [text for text in since(fang, before) if "Good night, my bear" in text]


async def test_sg_12_in_an_illness_the_danger_card_comes_and_says_that_nobody_is_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "👥", "❄️", "✅")
    before = len(mei.texts)

    fang.say("🤒")
    await home.settle()

    assert "1 😮‍💨 Hard to breathe" in fang.last.words
    assert "I tell nobody: nothing about Lily is shared for now. Please call yourself: Mei." in fang.last.words
    await hours(home, 2)
    assert since(mei, before) == []
    await tap(home, fang, "▶️")
    assert mei.texts[-1] == "News about Lily is shared again."
    fang.say("🤒")
    await home.settle()
    await tap(home, fang, "🌡")
    assert "Lily is ill: fever." in mei.texts[-1]


async def test_sg_12_in_an_illness_the_card_names_everybody_who_can_be_called_on_whichever_side(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun, li = await second_parent(home), await stand_in(home)
    await tap(home, jun, "🏠", "👥", "❄️", "✅")
    heard = [len(each.texts) for each in (mei, jun, li)]

    fang.say("🤒")
    await home.settle()
    await home.later(minutes=70)

    assert "Please call yourself: Mei, Jun, Li Na." in fang.last.words
    assert [len(each.texts) for each in (mei, jun, li)] == heard


async def test_sg_12_an_alert_that_has_not_left_does_not_leave_and_the_card_says_so(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒")
    await home.settle()
    card = fang.last
    await tap(home, mei, "🏠", "👥", "❄️", "✅")
    before = len(mei.texts)

    fang.tap("🌡", message=card)
    await home.settle()
    await home.later(minutes=5)

    assert since(mei, before) == []
    assert "To: Mei" not in "".join(fang.texts)


async def test_sg_12_in_an_open_illness_those_who_know_of_it_hear_at_once_whom_to_call_from_now_on(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    jun, li = await second_parent(home), await stand_in(home)
    for each in (MEI, GRANDMA, NEIGHBOUR):
        await home.quiet(each, 0, 23 * 60 + 59)
    await tap(home, fang, "🤒", "🌡")
    heard = len(li.texts)

    await tap(home, jun, "🏠", "👥", "❄️", "✅")

    more = "How it goes on with Lily is not told here. Please call: "
    assert mei.texts[-1].endswith(f"{more}Grandma, Jun, Li Na.")
    assert fang.texts[-1].endswith(f"{more}Mei, Jun, Li Na.")
    assert jun.texts[-1].endswith(f"{more}Mei, Grandma, Li Na.")
    assert [each.split("\n")[0] for each in (mei.texts[-1], fang.texts[-1])] == ["❄️ Lily", "❄️ Lily"]
    assert since(li, heard) == []  # who was not alerted reads in the morning that nothing is shared, and no more

    counts = [len(each.texts) for each in (mei, fang, jun)]
    await hours(home, 48)
    assert [since(each, count) for each, count in zip((mei, fang, jun), counts, strict=True)] == [[], [], []]
    assert [each for each in since(li, heard) if "How it goes on" in each] == []
    assert [each for each in since(li, heard) if each.startswith("❄️ Lily")]


async def test_sg_12_without_an_illness_nothing_is_said_of_one(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    await tap(home, fang, "🌤")
    await tap(home, mei, "🏠", "👥", "❄️", "✅")
    assert not [each for phone in (mei, fang) for each in phone.texts if "How it goes on" in each]


@pytest.mark.parametrize("who", ["parent", "operator"])
async def test_sg_12_only_who_stopped_it_or_the_operator_starts_it_again(home: Homeline, who: str) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "👥", "❄️", "✅")
    fang.press("thaw:1", fang.last)
    await home.settle()
    assert await frozen(home)
    await tap(home, fang, "🏠")
    assert "(Circle 1)" in fang.last.words

    if who == "parent":
        await tap(home, mei, "🏠", "👥", "▶️")
    else:
        order = {"command": "circle thaw", "circle": "1"}
        answer = await KEEPING[order["command"]](home.app.store, order)
        assert answer == "News about this child is shared again. Everybody in the circle was told."
        await home.settle()
        with pytest.raises(ValueError, match="shares nothing"):
            await KEEPING[order["command"]](home.app.store, order)

    assert not await frozen(home)
    assert fang.texts[-1] == "News about Lily is shared again."
    await home.until(19, 30, day=1)
    assert fang.texts[-1] == "How is Lily today?"


async def test_sg_12_the_school_still_reaches_those_at_home_and_nobody_far_away(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠", "👥", "❄️", "✅")
    before = len(mei.texts)

    await home.notice("Bring a coat", teacher=ZHAO)

    assert "Bring a coat" in fang.texts[-1]
    assert since(mei, before) == []


async def test_sg_12_a_link_made_before_lets_nobody_in_meanwhile(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await invite(home, "A guardian")
    await tap(home, mei, "🏠", "👥", "❄️", "✅")
    mei.press("let_in:1:yes", mei.last)
    await home.settle()
    assert await frozen(home)
