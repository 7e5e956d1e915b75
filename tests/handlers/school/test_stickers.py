"""🌟 with stickers: the family reads what the child did well in its own language, and nothing of what is taken back."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.privacy.exports import of_circle
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.homeline import Homeline
from tests.households import read, sibling, tap
from tests.ticks.daily.test_show_weeks import pictures, to_sunday_night

NEWS = "🌟 Lily, from Zhao Lan (teacher)\nLily had a good day at Village school."


def fang_reads_chinese(tx: Tx) -> None:
    me = people.by_telegram(tx, FANG.id)
    assert me is not None
    people.change(tx, me.id, language="zh_Hans")


async def test_a_tap_puts_it_on_the_familys_card_where_it_stands_and_rings_no_second_time(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    messages = len(fang.messages), len(mei.messages)
    await tap(home, zhao, "🙌 Helped a friend", "💪 Tried hard")

    assert fang.texts[-1] == f"{NEWS}\n🙌 Helped a friend\n💪 Tried hard"
    assert mei.texts[-1].startswith(f"{NEWS}\n🙌 Helped a friend\n💪 Tried hard\nYou can ask Lily")
    assert (len(fang.messages), len(mei.messages)) == messages
    assert {"✅ Helped a friend", "✅ Tried hard", "📚 Read aloud"} <= set(labels(zhao.last))
    await tap(home, zhao, "✅ Tried hard")
    assert fang.texts[-1] == f"{NEWS}\n🙌 Helped a friend"


async def test_it_is_read_in_the_language_of_the_family_and_after_a_quiet_night_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await read(home, fang_reads_chinese)
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "📚 Read aloud")
    assert fang.texts[-1].endswith("\n📚 大声朗读了")
    assert len(mei.texts) == before
    await home.until(23, 59, zone="Asia/Dubai")

    assert sum("📚 Read aloud" in text for text in mei.texts[before:]) == 1


async def test_undo_takes_back_the_stickers_with_the_words_and_the_photo(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🎨 Was creative")
    card, brave = zhao.last, data_of(zhao, "🦁 Was brave")
    zhao.photo("Her drawing")
    await home.settle()
    await tap(home, zhao, "↩️ Undo")
    zhao.press(brave, card)
    await home.settle()

    assert zhao.toast == OVER
    for phone in (mei, fang):
        assert phone.sees("Taken back by Zhao Lan.")
        assert not [each for each in phone.messages if "creative" in each.words or "brave" in each.words]
        assert not [each for each in phone.messages if each.kind == "photo"]


async def test_nobody_else_puts_one_there_and_none_comes_late_or_to_another_child(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    card, brave = zhao.last, data_of(zhao, "🦁 Was brave")
    fang.press(brave, fang.last)
    await home.settle()
    assert fang.toast == OVER
    await home.later(minutes=11)
    zhao.press(brave, card)
    await home.settle()

    assert zhao.toast == OVER
    assert not mei.sees("Was brave")
    await tap(home, zhao, "🧒 One child", "Lily", "📞")
    assert not any("Was brave" in label for label in labels(zhao.last))


async def test_they_are_in_the_familys_copy_of_the_data(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "💛 Was kind")

    def kept(tx: Tx) -> str:
        guardian = people.by_telegram(tx, FANG.id)
        assert guardian is not None
        entry = of_circle(tx, guardian, 1, lambda _circle, number: str(number))
        assert entry is not None
        return str(entry["school"][0]["what"])

    assert await read(home, kept) == "good,caring"


async def test_they_stand_on_the_childs_page_for_a_week_each_once_and_in_no_other_family(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    for _ in range(2):
        await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🙌 Helped a friend")
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🦁 Was brave", "↩️ Undo")
    for phone in (mei, fang):
        await tap(home, phone, "🏠", "🧒")
        assert phone.texts[-1].endswith("\n🌟 🙌 Helped a friend")
    await home.later(days=8)
    await tap(home, fang, "🏠", "🧒")
    assert "Helped a friend" not in fang.texts[-1]


async def test_they_stand_in_the_picture_of_the_week_and_what_is_taken_back_does_not(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🙌 Helped a friend", "💛 Was kind")
    await read(home, fang_reads_chinese)
    await tap(home, mei, "🏠", "🧒", "🎞")
    assert mei.last.kind == "photo"
    assert mei.last.words.splitlines()[1:3] == [
        "Seven days of Lily. The newest is on the right.",
        "🌟 🙌 Helped a friend · 💛 Was kind",
    ]
    assert "🌟" not in mei.last.words.splitlines()[0]  # what a lock screen shows
    await tap(home, fang, "🏠", "🧒", "🎞")
    assert "🌟 🙌 帮助了同学 · 💛 待人很好" in fang.last.words

    await tap(home, zhao, "↩️ Undo")
    await tap(home, mei, "🏠", "🧒", "🎞")
    assert mei.last.kind == "photo"
    assert "Helped a friend" not in mei.last.words


async def test_whose_stickers_they_are_is_said_where_a_picture_shows_two_children(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await sibling(home, "Ben")
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🦁 Was brave")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await to_sunday_night(home)
    (week,) = pictures(mei)
    assert "Ben" in week.splitlines()[1]
    assert week.splitlines()[2:] == ["🌟 Lily: 🦁 Was brave"]
