"""A home that does not answer is asked less and less, and one tap brings everything back."""

from bot.db.tables import check_in
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import carried, english_family, read, sibling, since, tap


async def day_by_day(home: Homeline, days: int) -> None:
    """Evenings and the mornings after them, as time passes for the ticks."""
    for _ in range(days):
        await home.until(19, 30)
        await home.until(8, 5, day=1)


async def test_ten_days_of_silence_bring_few_cards_and_one_tap_brings_the_rhythm_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before, last = len(fang.texts), fang.chat.last_id
    await home.until(8, 5, day=1)
    await day_by_day(home, 10)

    asked = since(fang, before)
    lines = ["🙂 The question stands further down."] * 2  # of those that Telegram no longer takes away
    assert asked == [*lines, "How is Lily today?"]
    assert [each.words for each in fang.messages if "🙂" in str(each.buttons)] == asked[-1:]
    assert fang.chat.last_id - last == 6
    states = [each.state for each in await read(home, lambda tx: tx.all(check_in.select().order_by(check_in.c.id)))]
    assert [place for place, state in enumerate(states) if state == "silent"] == [4, 5, 7, 8, 10]
    await home.until(12)
    heard = len(mei.texts)
    await tap(home, fang, "🙂")
    assert len(since(mei, heard)) == 1
    assert "It is the first answer since Mon, Nov 23." in mei.texts[-1]
    assert await read(home, lambda tx: tx.all(check_in.select().where(check_in.c.state == "silent"))) == []

    before = len(fang.texts)
    await home.until(19, 30)
    assert since(fang, before) == ["How is Lily today?"]


async def test_after_many_days_the_news_names_the_day_on_which_the_silence_began(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await day_by_day(home, 15)
    await home.until(12)
    await tap(home, fang, "🙂")
    assert "It is the first answer since Mon, Nov 23." in mei.texts[-1]
    await tap(home, fang, "↩️")
    await tap(home, fang, "😄")
    assert "It is the first answer since Mon, Nov 23." in mei.texts[-1]


def buttons(phone: Phone) -> list[str]:
    """The labels below the newest message, without those of every card."""
    return [each.text for row in phone.last.buttons[:-1] for each in row]


async def test_three_siblings_are_one_card_a_day_and_one_tap_is_one_message(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for name in ("Tom", "Ann"):
        await sibling(home, name)
    before, heard = len(fang.texts), len(mei.texts)
    await home.until(19, 31)

    assert since(fang, before) == ["How are Lily, Tom and Ann today?"]
    assert buttons(fang) == ["😄", "🙂", "😟", "😢", "🧒 Lily", "🧒 Tom", "🧒 Ann"]
    await tap(home, fang, "🙂")
    assert since(mei, heard) == [
        "🙂 Lily, Tom and Ann, from Grandma\nLily, Tom and Ann are well, says Grandma. 19:31 at home, 15:31 for you."
    ]
    assert since(fang, before) == ["🙂 Thank you. Mei will see it.\nWhat else did you see today?"]
    await tap(home, mei, "❤️")
    assert mei.texts[-1].endswith("❤️")
    await tap(home, fang, "↩️")
    assert since(fang, before)[0] == "How are Lily, Tom and Ann today?"
    assert not any("well" in each for each in since(mei, heard))

    await home.until(19, 31, day=1)
    assert fang.texts.count("How are Lily, Tom and Ann?") + fang.texts.count("How are Lily, Tom and Ann today?") == 1
    assert [each.words for each in fang.messages if "🙂" in str(each.buttons)] == [fang.last.words]


async def test_a_name_opens_one_child_and_the_others_stay_open(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 31)
    heard = len(mei.texts)
    await tap(home, fang, "🧒 Tom")
    assert fang.texts[-1] == "How is Tom today?"
    await tap(home, fang, "🧒 All")
    assert fang.texts[-1] == "How are Lily and Tom today?"
    await tap(home, fang, "🧒 Tom", "😟")

    assert fang.texts[-1] == "😟 Thank you. Mei will see it.\nHow is Lily today?"
    assert "Tom" in since(mei, heard)[0]
    assert "Lily" not in since(mei, heard)[0]
    await tap(home, fang, "😄")
    assert fang.texts[-1] == "😄 Thank you. Mei will see it.\nWhat else did you see today?"
    assert len(since(mei, heard)) == 2


async def test_a_press_from_a_retired_card_still_means_what_it_said(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    old, face = fang.last, fang.last.buttons[0][1].data
    await home.until(19, 30, day=1)
    assert old not in fang.messages
    new = fang.last
    fang.press(face, old)
    await home.settle()

    assert "For yesterday: Lily is well" in mei.texts[-1]
    assert new.words == "🙂 Thank you. Mei will see it.\nDid you see any of this with Lily (yesterday)?"
    again = fang.press(face, old)
    await home.settle()
    assert again.answer == "It is noted. Thank you."
    await home.later(minutes=11)
    late = fang.press(carried(new, "↩️"), new)
    await home.settle()
    assert late.answer == "It was told already. 🙂 tells something new."


async def test_a_heart_on_news_of_several_children_leaves_each_of_them_named_and_an_undo_is_said_once(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 35)
    await tap(home, fang, "🙂")
    news = mei.last
    assert news.words.startswith("🙂 Lily and Tom, from Grandma")

    await tap(home, mei, "❤️")
    assert news.words.startswith("🙂 Lily and Tom, from Grandma")
    await tap(home, fang, "↩️")
    assert news.words == "Grandma has taken this answer back."
