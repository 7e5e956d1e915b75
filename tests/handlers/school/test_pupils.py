"""🧒 A teacher tells one child's family something, in three taps and without typing."""

from bot.db.tables import staff
from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.school import enrolments
from bot.services.school import schools
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import MEI, Homeline
from tests.households import NEIGHBOUR, since, stand_in, tap


async def test_good_news_is_three_taps_and_reaches_the_family_with_the_teachers_name(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")

    news = "🌟 Lily, from Zhao Lan (teacher)\nLily had a good day at Village school."
    assert fang.texts[-1] == news
    assert mei.texts[-1] == f"{news}\nYou can ask Lily about it on your next call."
    assert zhao.texts[-1].startswith("🌟 Lily's family hears the good news.")
    await tap(home, mei, "❤️")
    assert mei.toast == "❤️ The teacher will see it."
    assert zhao.texts[-1] == "❤️ Lily's family says thank you."
    assert fang.texts[-1].endswith("❤️ Mei has said thank you.")
    assert mei.texts[-1].endswith("❤️ You have said thank you.")
    assert not any("Mei" in text or "Wang Fang" in text for text in since(zhao, 0))


async def test_a_stand_in_hears_nothing_of_it(home: Homeline, zhao: Phone, mei: Phone) -> None:
    li = await stand_in(home)
    before = len(li.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    await tap(home, zhao, "🧒 One child", "Lily", "📞")

    assert since(li, before) == []
    assert home.phone(NEIGHBOUR) is li


async def test_good_news_waits_for_quiet_hours(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")

    assert len(mei.texts) == before
    assert fang.sees("🌟 Lily, from Zhao Lan (teacher)")
    await home.until(23, 59, zone="Asia/Dubai")
    assert mei.sees("🌟 Lily, from Zhao Lan (teacher)")


async def test_good_news_that_was_meant_for_another_is_taken_back(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "↩️")

    assert fang.texts[-1] == "🌟 Lily, from Zhao Lan (teacher)\n↩️ Taken back by Zhao Lan."
    assert zhao.texts[-1] == "↩️ What you told Lily's family is taken back."
    zhao.say("More")
    await home.until(23, 59, zone="Asia/Dubai")
    assert not any("Zhao Lan" in text for text in since(mei, before))
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    undo, card = data_of(zhao, "↩️"), zhao.last
    await home.later(minutes=11)
    zhao.press(undo, card)
    await home.settle()
    assert zhao.toast == OVER


async def test_five_words_a_day_are_enough_for_one_family(home: Homeline, zhao: Phone, mei: Phone) -> None:
    for _ in range(6):
        await tap(home, zhao, "🧒 One child", "Lily", "🌟")

    assert sum("had a good day" in text for text in mei.texts) == 5
    assert zhao.toast == "This family has heard a lot today. Tomorrow there is room again."


async def test_children_of_one_name_are_told_apart_and_a_class_of_sixty_fits(home: Homeline, zhao: Phone) -> None:
    await fill_class(home, ["Lily", *(f"Child {number:02}" for number in range(2, 60))])
    await tap(home, zhao, "🧒 One child")

    shown = [button.text for row in zhao.last.buttons[:-1] for button in row]
    assert len(shown) == 60
    assert {"Lily 1", "Lily 2"} <= set(shown)
    await fill_class(home, ["Zoe"])
    await tap(home, zhao, "🧒 One child", "🔄")
    assert [button.text for row in zhao.last.buttons[:-1] for button in row] == ["Zoe", "🔄 More"]
    await tap(home, zhao, "🔄", "Lily 2", "🌟")
    assert "Nobody in Lily 2's family can be reached here now. It waits for them." in zhao.texts[-1]


async def test_a_teacher_of_several_classes_and_schools_chooses_the_class_first(home: Homeline, zhao: Phone) -> None:
    token = await home.app.store.run(lambda tx: schools.add(tx, "Town school"))
    zhao.start(token)
    await home.settle()
    await home.class_room(name="4A")
    await tap(home, zhao, "🧒 One child")

    assert zhao.texts[-1] == "Which class?"
    assert labels(zhao, 0) == ["🧒 3B Village school"]
    assert labels(zhao, 1) == ["🧒 4A Town school"]
    await tap(home, zhao, "🧒 4A")
    assert "No family has joined class 4A yet." in zhao.texts[-1]
    await tap(home, zhao, "📋 Roll call", "📋 3B")
    assert "Tap who is not here." in zhao.texts[-1]


async def test_old_buttons_of_a_child_or_a_teacher_who_has_left_are_refused_kindly(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily")
    card = zhao.last
    ivan = await home.newcomer(IVAN)
    presses = ("pupils:1:0", "pupil:1:1", "word:1:1:good", "word:1:1:absent", "roll:1", "word_undo:1", "absence:1:yes",
               "word_answer:1", "roll_tap:1:1:0", "roll_done:1", "roll_page:1:0", "word:1:99:good")  # fmt: skip
    before = len(mei.texts), len(fang.texts)
    for data in presses:
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OVER, data
    await home.app.store.run(lambda tx: enrolments.change(tx, 1, EnrolmentState.ACTIVE, EnrolmentState.LEFT))
    for data in ("pupil:1:1", "word:1:1:good", "word:1:1:call", "word:1:1:absent"):
        zhao.press(data, card)
        await home.settle()
        assert zhao.toast == OVER, data

    def leave(tx: Tx) -> None:
        enrolments.change(tx, 1, EnrolmentState.LEFT, EnrolmentState.ACTIVE)
        tx.change(staff.update().values(left_at=tx.now))

    await home.app.store.run(leave)
    for data in presses:
        zhao.press(data, card)
        await home.settle()
        assert zhao.toast == OVER, data
    assert (len(mei.texts), len(fang.texts)) == before


async def test_a_number_stays_with_its_child_when_a_namesake_leaves(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await fill_class(home, ["Lily", "Lily"])
    await tap(home, mei, "🎓 About 3B", "👋", "✅")
    await tap(home, zhao, "🧒 One child")

    assert labels(zhao) == ["Lily 2", "Lily 3"]
    await fill_class(home, ["Lily"])
    await tap(home, zhao, "🧒 One child")
    assert [button.text for row in zhao.last.buttons[:2] for button in row] == ["Lily 2", "Lily 3", "Lily 4"]


async def test_the_teacher_is_told_of_a_namesake_before_saying_yes(home: Homeline) -> None:
    await home.child()
    zhao, mei = await home.school(), home.phone(MEI)
    link = await home.class_room()
    await fill_class(home, ["Lily"])
    mei.open(link)
    await home.settle()
    await tap(home, mei, "✅")

    assert zhao.texts[-1].endswith("Another Lily is in it already. This one is then Lily 2.")
    await tap(home, zhao, "✅", "🧒 One child", "Lily 2", "🌟")
    assert mei.sees("Lily had a good day")


async def test_what_is_typed_later_or_after_another_child_was_chosen_is_not_for_this_family(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🧒 Another child")
    before = len(mei.texts), len(fang.texts)
    zhao.say("Ben's mother should read this")
    await home.settle()
    assert (len(mei.texts), len(fang.texts)) == before

    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    before = len(mei.texts), len(fang.texts)
    await home.later(minutes=11)
    zhao.say("Something else altogether")
    await home.settle()
    assert zhao.texts[-1] == "Something else altogether\n\nTo class 3B?"
    assert (len(mei.texts), len(fang.texts)) == before


async def test_words_that_telegram_cuts_in_two_reach_the_family_whole_and_in_order(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    before = len(mei.texts)
    await home.do(zhao.say("First. " + "She sang " * 450), zhao.say("She danced " * 365 + "Last."), zhao.photo())

    words = " ".join(since(mei, before))
    assert words.count("sang") >= 445  # some are cut where a message ends
    assert words.count("danced") >= 360
    assert words.index("First.") < words.rindex("sang") < words.index("danced") < words.index("Last.")
    assert mei.last.kind == "photo"
