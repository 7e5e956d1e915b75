"""SG-12: a family in dispute stops all sharing; Homeline decides no custody."""

import pytest

from bot.db.transaction import Tx
from bot.operations.keeping import KEEPING
from bot.queries.circle import circles
from tests.homeline import ZHAO, Homeline
from tests.households import (
    english_family,
    hours,
    read,
    second_parent,
    since,
    stand_in,
    tap,
)
from tests.illness_cast import newest


async def stopped(home: Homeline) -> bool:
    def look(tx: Tx) -> bool:
        circle = circles.get(tx, 1)
        assert circle is not None
        return circle.child.sharing_stopped

    return await read(home, look)


async def test_sg_12_nothing_new_is_shared_and_everybody_keeps_their_own(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.until(19, 30)
    card = next(each for each in reversed(fang.messages) if each.words.startswith("How is Lily today?"))

    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")

    for phone in (mei, fang):
        assert phone.texts[-1].startswith("❄️ Lily\n❄️ Nothing new about Lily is shared for now.")
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


async def test_sg_12_an_illness_is_told_by_who_is_beside_the_child_and_never_by_itself(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun, li = await second_parent(home), await stand_in(home)
    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")
    heard = [len(each.texts) for each in (mei, jun, li)]

    await tap(home, fang, "🤒")
    assert "1 😮‍💨 Hard to breathe" in fang.last.words
    assert fang.last.words.endswith("Nothing about Lily is shared now. Only if you tap below I tell: Mei, Jun.")
    for _ in range(5):
        await home.later(minutes=1)
    fang.say("She is so hot")  # no words, no voice, no picture: of an illness itself and nothing more
    await home.settle()
    assert [len(each.texts) for each in (mei, jun, li)] == heard

    await tap(home, fang, "🌡")
    assert newest(fang, "Hard to breathe").words.endswith("Sent: fever.\nOn its way to Mei and Jun.")
    for phone in (mei, jun):
        assert phone.texts[-1].startswith("🤒 Lily, from Grandma\nLily is ill: fever.")
    assert len(li.texts) == heard[2]
    await home.later(minutes=15, seconds=1)
    await home.later(minutes=45)
    assert "Lily is ill: fever." in li.texts[-1]
    await tap(home, mei, "🙏")
    assert "Mei has seen it" in fang.texts[-1]
    await home.later(hours=3)
    assert fang.texts[-1].endswith("How is Lily now?")
    await tap(home, fang, "Better")
    assert "better" in mei.texts[-1]
    assert "She is so hot" not in "".join(text for phone in (mei, jun, li) for text in phone.texts)


async def test_sg_12_what_nobody_chose_while_nothing_is_shared_lapses_and_the_card_says_so(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)
    await tap(home, fang, "🤒")
    await hours(home, 5)
    assert fang.last.words.endswith("All right. Nothing was sent.")
    assert since(mei, before) == []

    await tap(home, fang, "🤒")
    await tap(home, fang, "🏠", "⚙️", "👥", "▶️")
    await tap(home, fang, "🤒")  # as ever again: it leaves by itself
    await home.later(seconds=61)
    assert "Lily is ill." in mei.texts[-1]


async def test_sg_12_what_the_school_tells_of_an_illness_goes_beyond_home_only_when_home_taps(home: Homeline) -> None:
    mei, fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)
    await tap(home, zhao, "🧒", "Lily", "🤒", "🌡")
    assert "Lily is ill: fever." in fang.texts[-1]
    await home.later(minutes=16)
    await tap(home, fang, "🤒")
    await home.later(minutes=2)
    assert since(mei, before) == []
    assert newest(fang, "Hard to breathe").words.endswith("Only if you tap below I tell: Mei.")

    await tap(home, fang, "🌡")
    assert "Lily is ill: fever." in mei.texts[-1]


@pytest.mark.parametrize("who", ["parent", "operator"])
async def test_sg_12_only_who_stopped_it_or_the_operator_starts_it_again(home: Homeline, who: str) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    fang.press("thaw:1", fang.last)
    await home.settle()
    assert await stopped(home)
    await tap(home, fang, "🏠")
    assert "(Circle 1)" in fang.last.words

    if who == "parent":
        await tap(home, mei, "🏠", "⚙️", "👥", "▶️")
    else:
        order = {"command": "circle thaw", "circle": "1"}
        with pytest.raises(ValueError, match="written order"):
            await KEEPING[order["command"]](home.app.store, order)
        assert await stopped(home)
        order["order"] = "yes"
        answer = await KEEPING[order["command"]](home.app.store, order)
        assert answer == "News about this child is shared again. Everybody in the circle was told."
        await home.settle()
        with pytest.raises(ValueError, match="shares nothing"):
            await KEEPING[order["command"]](home.app.store, order)

    assert not await stopped(home)
    assert fang.texts[-1] == "News about Lily is shared again."
    await home.until(19, 30, day=1)
    assert fang.texts[-1] == "How is Lily today?"


async def test_sg_12_the_school_still_reaches_those_at_home_and_nobody_far_away(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)

    await home.notice("Bring a coat", teacher=ZHAO)

    assert "Bring a coat" in fang.texts[-1]
    assert since(mei, before) == []
