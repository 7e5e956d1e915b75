"""How is the child? One tap at home, good news far away."""

import re
from dataclasses import replace

import pytest

from bot.db.tables import check_in
from bot.simulator.cast import FANG, IVAN, JUN, LI, MEI
from tests.homeline import Homeline, link_in
from tests.households import read
from tests.remembering import remembered

FANG_IN_ENGLISH = replace(FANG, language_code="en")


@remembered
async def english_family(home: Homeline, health: str = "✅") -> None:
    """As `family`, with an English phone at home."""
    await home.joined(FANG_IN_ENGLISH, await home.child(), "👵", health=health)


@pytest.mark.parametrize(
    ("face", "news"),
    [
        ("😄", "😄 Lily, from Grandma\nLily had a very good day, says Grandma."),
        ("🙂", "🙂 Lily, from Grandma\nLily is well, says Grandma."),
        ("😟", "😟 Lily, from Grandma\nGrandma noticed a harder day for Lily. Your voice before bed may help."),
        ("😢", "😢 Lily, from Grandma\nGrandma noticed a hard day for Lily. A quiet call may help."),
    ],
)
async def test_each_face_becomes_its_news(home: Homeline, face: str, news: str) -> None:
    await english_family(home)
    await home.until(19, 30)
    home.phone(FANG).tap(face)
    await home.settle()
    if face == "😢":  # the one that waits for a choice
        home.phone(FANG).tap("🗣")
        await home.settle()

    assert home.phone(MEI).texts[-1] == f"{news} 19:30 at home, 15:30 for you."
    assert home.phone(FANG).sees("Thank you. Mei will see it.")


async def test_one_tap_after_days_of_silence_is_one_sentence_to_the_parent(home: Homeline) -> None:
    await english_family(home)
    fang, mei = home.phone(FANG), home.phone(MEI)
    for _ in range(9):
        await home.until(19, 30, day=1)
    before = len(mei.texts)
    fang.tap("🙂")
    await home.settle()

    news = "Lily is well, says Grandma. It is the first answer since Tue, Nov 24. 19:30 at home, 15:30 for you."
    assert mei.texts[before:] == [f"🙂 Lily, from Grandma\n{news}"]
    rows = await read(home, lambda tx: tx.all(check_in.select().order_by(check_in.c.local_date)))
    days = [(each.state, each.face) for each in rows]
    assert days == [("together", None)] * 8 + [("answered", "well")]
    mei.tap("❤️")
    await home.settle()
    assert "It is the first answer since Tue, Nov 24." in mei.texts[-1]
    assert mei.texts[-1].endswith("❤️")


async def test_no_card_says_how_many_days_are_open(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)
    asked = []
    for _ in range(8):
        await home.until(19, 30, day=1)
        asked.append(fang.last.words)
        await home.until(8, 5, day=1)
        asked.append(fang.last.words)

    assert "How is Lily today?" in asked
    assert "How is Lily?" in asked
    assert not [each for each in asked if re.search(r"[0-9]|days|Open|since", each)]


async def test_an_answer_can_be_taken_back_and_given_anew(home: Homeline) -> None:
    await english_family(home)
    await home.until(19, 30)
    fang, mei = home.phone(FANG), home.phone(MEI)
    fang.tap("😟")
    await home.settle()
    fang.tap("↩️")
    await home.settle()
    assert mei.sees("Grandma has taken this answer back.")
    assert not mei.sees("harder day")

    fang.tap("😄")
    await home.settle()
    assert mei.sees("Lily had a very good day")


async def test_after_ten_minutes_an_answer_stays(home: Homeline) -> None:
    await english_family(home)
    await home.until(19, 30)
    fang, mei = home.phone(FANG), home.phone(MEI)
    fang.tap("🙂")
    await home.settle()
    await home.later(minutes=11)
    fang.tap("↩️")
    await home.settle()

    assert mei.sees("Lily is well")
    assert not mei.sees("taken this answer back")


async def test_a_heart_is_passed_on_once(home: Homeline) -> None:
    await english_family(home)
    await home.until(19, 30)
    fang, mei = home.phone(FANG), home.phone(MEI)
    fang.tap("🙂")
    await home.settle()
    news = mei.last
    data = next(each.data for row in news.buttons for each in row if each.text.startswith("❤️"))
    for _ in range(10):
        mei.press(data, news)
    await home.settle()

    assert mei.toast == "❤️ Grandma will see it."
    assert mei.texts[-1] == "🙂 Lily, from Grandma\nLily is well, says Grandma. 19:30 at home, 15:30 for you. ❤️"
    assert [each.text for row in mei.last.buttons[:-1] for each in row] == ["🎤 Voice", "📞 Call", "💬 What to say"]
    assert [text for text in fang.texts if "❤️" in text] == ["Mei: ❤️ thank you"]
    assert [button.text for button in fang.last.buttons[-1]] == ["🏠 Home", "☂️ Help"]


async def test_two_adults_who_answer_at_once_make_one_piece_of_news(home: Homeline) -> None:
    mei, fang = await home.family()
    for label in ("🏠", "⚙️", "🔗", "🏡"):
        mei.tap(label)
        await home.settle()
    li = await home.joined(replace(LI, language_code="en"), link_in(mei), "👴")
    await home.until(19, 30)
    before = len(mei.texts)
    fang.tap("🙂")
    li.tap("😢")
    await home.settle()

    assert len(mei.texts) == before + 1
    was_faster = li if "Grandpa" in mei.texts[-1] else fang
    assert ["Mei" in each.texts[-1] for each in (fang, li)].count(True) == 1
    assert "Mei" in was_faster.texts[-1]


async def test_without_health_notes_only_two_plain_answers_are_offered(home: Homeline) -> None:
    await english_family(home, health="❌")
    await home.until(19, 30)
    fang, mei = home.phone(FANG), home.phone(MEI)
    labels = [each.text for row in fang.last.buttons for each in row]
    assert labels[:2] == ["✅ As usual", "📞 Please call me"]

    fang.press("face:1:sad", fang.last)
    await home.settle()
    assert not mei.sees("hard day")
    fang.tap("📞")
    await home.settle()
    assert "Grandma asks you to call home." in mei.texts[-1]


async def test_a_parents_quiet_hours_hold_the_news_and_join_it(home: Homeline) -> None:
    await english_family(home)
    mei, fang = home.phone(MEI), home.phone(FANG)
    await home.quiet(MEI, 14 * 60, 20 * 60)
    await home.until(19, 30)
    before = len(mei.texts)
    fang.tap("🙂")
    await home.settle()
    await home.later(hours=2)
    assert len(mei.texts) == before

    await home.until(20, 1, zone="Asia/Dubai")
    assert len(mei.texts) == before + 1
    assert "19:30 at home, 15:30 for you" in mei.texts[-1]


async def test_a_second_parent_hears_it_too_and_a_stranger_does_not(home: Homeline) -> None:
    mei, fang = await home.family()
    for label in ("🏠", "⚙️", "🔗", "👪"):
        mei.tap(label)
        await home.settle()
    jun = await home.joined(replace(JUN, language_code="en"), link_in(mei), "Dad")
    ivan = await home.newcomer(IVAN)
    heard = len(ivan.texts)
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()

    assert "Lily is well" in jun.texts[-1]
    assert len(ivan.texts) == heard


@pytest.mark.parametrize("data", ["face:1:great", "thank:1", "unface:1", "answer:1", "face:999:well"])
async def test_a_stranger_and_a_parent_cannot_answer_for_the_guardian(home: Homeline, data: str) -> None:
    mei, fang = await home.family()
    ivan = await home.newcomer(IVAN)
    await home.until(19, 30)
    before = len(mei.texts), len(fang.texts)
    press = ivan.press(data, ivan.last)
    await home.settle()
    if not data.startswith("thank"):
        mei.press(data, mei.last)
        await home.settle()

    assert press.answer == "This has changed since. Home shows what is new."
    assert (len(mei.texts), len(fang.texts)) == before
