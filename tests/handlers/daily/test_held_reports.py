"""😢 has two ways: the parents read it now, or Grandma tells it herself."""

import pytest

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import FATHER, carried, english_family, invite, second_parent, sibling, since, stand_in, tap

HARD = "😢 Lily, from Grandma\nGrandma noticed a hard day for Lily. A quiet call may help."
WISH = "📞 Lily, from Grandma\nGrandma would like to talk with you today."
KEPT = "😢 Mei will read that you would like to talk. I ask you tomorrow."


def labels(phone: Phone) -> list[str]:
    return [each.text for row in phone.last.buttons[:-1] for each in row]


async def hard_day(home: Homeline) -> tuple[Phone, Phone, int]:
    """Grandma has tapped the last face; how much stood on Mei's phone before."""
    mei, fang = await english_family(home)
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "😢")
    return mei, fang, before


async def test_nothing_is_told_before_the_choice_and_without_one_it_is_told_after_ten_minutes(home: Homeline) -> None:
    mei, fang, before = await hard_day(home)
    assert fang.last.words == "😢 Thank you. Shall Mei read it now? If you do not tap, I pass it on soon."
    assert labels(fang) == ["🗣 Tell them now", "🙋 I’ll tell them", "↩️ Undo"]
    await home.later(minutes=9)
    assert since(mei, before) == []

    await home.later(minutes=1)
    assert since(mei, before) == [f"{HARD} 19:30 at home, 15:30 for you."]
    await tap(home, fang, "🙋")
    assert fang.toast == "It was told already. 🙂 tells something new."
    assert "🥱 Slept badly" in labels(fang)
    assert len(since(mei, before)) == 1


async def test_told_now_is_told_at_once_and_once(home: Homeline) -> None:
    mei, fang, before = await hard_day(home)
    now, later = carried(fang.last, "🗣"), carried(fang.last, "🙋")
    await tap(home, fang, "🗣")
    assert since(mei, before) == [f"{HARD} 19:30 at home, 15:30 for you."]
    assert fang.last.words.startswith("😢 Thank you. Mei will see it.")
    for data in (now, later):
        fang.press(data, fang.last)
        await home.settle()
    await home.until(8, 5, day=1)

    assert len(since(mei, before)) == 1
    assert not fang.sees("Have you talked")


async def test_kept_the_parents_read_only_that_she_would_like_to_talk(home: Homeline) -> None:
    mei, fang, before = await hard_day(home)
    await tap(home, fang, "🙋")
    assert since(mei, before) == [WISH]
    assert fang.last.words.startswith(KEPT)
    assert labels(fang)[0] == "🗣 Tell them now"
    await tap(home, fang, "😭", "🥱")
    await home.later(hours=3)
    assert since(mei, before) == [WISH]

    await home.until(8, 1, day=1)
    asked = "Have you talked with Mei about Lily?\nIf I hear nothing, I tell them tomorrow."
    assert fang.last.words == asked
    assert labels(fang) == ["✅ Yes", "❌ Not yet", "🗣 Tell them now"]
    card = fang.last
    await tap(home, fang, "✅")
    assert card.words == "✅ Thank you. It is noted."
    await home.until(19, 0, day=2)
    assert [each for each in since(mei, before) if "hard day" in each or "Cried" in each] == []


async def test_after_not_yet_it_is_asked_again_and_told_with_all_that_was_seen_when_she_says_so(home: Homeline) -> None:
    mei, fang, before = await hard_day(home)
    await tap(home, fang, "🙋", "😭")
    await home.until(8, 1, day=1)
    await tap(home, fang, "❌ Not yet")
    assert fang.last.words == "All right. I ask you again."
    await home.until(8, 1, day=1)
    await tap(home, fang, "🗣")

    assert fang.last.words == "🗣 Mei can read it now."
    await home.until(12, 0)
    told = [each for each in since(mei, before) if "hard day" in each]
    assert len(told) == 1
    assert told[0].endswith("😭 Cried")
    await home.until(9, 0, day=2)
    assert len([each for each in since(mei, before) if "hard day" in each]) == 1


async def test_taken_back_nobody_hears_of_it_and_the_wish_is_taken_back_where_it_was_read(home: Homeline) -> None:
    mei, fang, before = await hard_day(home)
    await tap(home, fang, "↩️")
    await home.later(minutes=15)
    assert since(mei, before) == []

    await tap(home, fang, "😢", "🙋", "↩️", "🙂")
    await home.until(8, 5, day=1)
    assert since(mei, before)[0] == "Grandma has taken this answer back."
    assert since(mei, before)[1].startswith("🙂 Lily, from Grandma")
    assert not mei.sees("hard day")
    assert not fang.sees("Have you talked")


async def test_two_who_hold_and_tell_the_same_one_and_strangers_who_forge_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    grandpa = await home.joined(FATHER, await invite(home, "Looks after"), "👴")
    li, ivan = await stand_in(home), await home.newcomer(IVAN)
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "😢")
    card = fang.last
    now, kept = carried(card, "🗣"), carried(card, "🙋")
    answers = []
    for phone in (grandpa, li, mei, ivan):
        for data in (now, kept, "talked:1:now"):
            press = phone.press(data, phone.last)
            await home.settle()
            answers.append(press.answer)

    assert set(answers[:6]) == {"Grandma has answered already. Thank you."}
    assert set(answers[6:]) == {"This has changed since. Home shows what is new."}
    assert since(mei, before) == []
    fang.press(kept, card)
    fang.press(now, card)
    await home.settle()
    assert [each for each in since(mei, before) if "hard day" in each] == [f"{HARD} 19:30 at home, 15:30 for you."]


async def test_of_several_children_one_choice_and_one_question(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "😢", "🙋")
    (wish,) = since(mei, before)
    assert "Grandma would like to talk with you today." in wish
    await home.until(8, 1, day=1)
    asked = [each for each in fang.texts if each.startswith("Have you talked")]
    assert len(asked) == 1
    assert "Lily and Tom" in asked[0]
    await tap(home, fang, "🗣")
    await home.until(12, 0)

    told = [each for each in since(mei, before) if "hard day" in each]
    assert len(told) == 1
    assert "Lily" in told[0]
    assert "Tom" in told[0]


@pytest.mark.parametrize("apart", [False, True])
async def test_each_parent_reads_it_and_neither_of_the_other(home: Homeline, apart: bool) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    if apart:
        await tap(home, mei, "🏠", "⚙️", "👥", "↔️", "✅")
    await home.until(19, 30)
    await tap(home, fang, "😢", "🙋")

    for phone in (mei, jun):
        assert phone.texts[-1] == WISH
    assert "Mei" in fang.last.words
    assert MEI.first_name not in jun.texts[-1]
