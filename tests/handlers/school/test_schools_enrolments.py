"""A child comes into a class: the family asks, the teacher confirms, and either may say no."""

from dataclasses import replace

from bot.simulator.cast import FANG, IVAN, MEI
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline

FANG_EN = replace(FANG, language_code="en")


async def test_a_family_agrees_the_teacher_confirms_and_all_of_the_family_hears(home: Homeline) -> None:
    mei, _ = await home.family()
    fang = home.phone(FANG)
    zhao = await home.school()
    link = await home.class_room()

    fang.open(link)
    await home.settle()
    fang.tap("✅")
    await home.settle()
    assert "A guardian asks to add Lily to class 3B." in zhao.texts[-1]
    assert not zhao.sees("Wang Fang")
    assert not mei.sees("Lily is in class 3B now")

    zhao.tap("✅")
    await home.settle()
    assert "Lily is in class 3B now." in zhao.texts[-1]
    assert mei.sees("Lily is in class 3B now.")
    assert fang.sees("3B")


async def test_the_yes_tapped_ten_times_asks_the_teacher_once(home: Homeline) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    link = await home.class_room()
    mei.open(link)
    await home.settle()
    data, card = data_of(mei, "✅"), mei.last
    for _ in range(10):
        mei.press(data, card)
    await home.settle()

    assert sum("asks to add Lily" in text for text in zhao.texts) == 1
    data, card = data_of(zhao, "✅"), zhao.last
    for _ in range(10):
        zhao.press(data, card)
    await home.settle()
    assert sum("Lily is in class 3B now." in text for text in mei.texts) == 1


async def test_two_adults_ask_at_once_and_the_teacher_is_asked_once(home: Homeline) -> None:
    mei, fang = await home.family()
    zhao = await home.school()
    link = await home.class_room()
    mei.open(link)
    fang.open(link)
    await home.settle()
    mei.tap("✅")
    fang.tap("✅")
    await home.settle()

    assert sum("asks to add Lily" in text for text in zhao.texts) == 1
    mei.open(link)
    await home.settle()
    assert "Lily's teacher in class 3B is asked already." in mei.texts[-1]
    zhao.tap("✅")
    await home.settle()
    mei.open(link)
    await home.settle()
    assert "Lily is in class 3B already." in mei.texts[-1]


async def test_a_family_that_declines_is_not_shown_to_the_school(home: Homeline) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    link = await home.class_room()
    before = list(zhao.texts)
    mei.open(link)
    await home.settle()
    mei.tap("❌")
    await home.settle()

    assert "The school sees nothing of Lily." in mei.texts[-1]
    assert zhao.texts == before


async def test_a_teacher_who_says_no_is_told_to_who_asked_and_may_be_asked_again(home: Homeline) -> None:
    mei, fang = await home.family()
    zhao = await home.school()
    link = await home.class_room()
    mei.open(link)
    await home.settle()
    mei.tap("✅")
    await home.settle()
    before = len(fang.texts)
    zhao.tap("❌")
    await home.settle()

    assert "did not find Lily in class 3B" in mei.texts[-1]
    assert len(fang.texts) == before
    await home.pupil(link)
    assert mei.sees("Lily is in class 3B now.")


async def test_a_family_that_left_the_class_hears_nothing_more_of_it_and_is_not_listed(home: Homeline) -> None:
    mei, fang = await home.family()
    zhao = await home.school()
    await home.pupil(await home.class_room())
    card = mei.last
    await home.notice("Old news")
    receipt = zhao.last
    assert fang.sees("Old news")
    notice = fang.last
    seen = next(b.data for row in notice.buttons for b in row if b.text.startswith("🙏"))
    await home.quiet(MEI, 0, 23 * 60 + 59)
    await home.notice("Trip on Friday")
    assert not mei.sees("Trip on Friday")
    mei.press("class_leave_yes:1", card)
    await home.settle()
    before = (len(mei.texts), len(fang.texts))
    await home.later(hours=24)
    zhao.tap("👁", message=receipt)
    await home.settle()

    assert not mei.sees("Trip on Friday")
    assert not any("Trip" in each for each in mei.texts[before[0] :])
    assert zhao.sees("0 of 0 households; 0 to go.")
    assert not zhao.sees("To go: Lily")
    assert not [b for row in notice.buttons for b in row if b.text.startswith("🙏")]
    fang.press(seen, notice)
    await home.settle()
    assert fang.toast == "后来又有变化了。点“首页”看新的。"


async def test_of_several_children_the_right_one_is_chosen(home: Homeline) -> None:
    mei, _ = await home.family()
    for label in ("🏠", "⚙️", "➕"):
        mei.tap(label)
        await home.settle()
    mei.say("Tom")
    await home.settle()
    for tap in ("2016", "May", "🇨🇳"):
        mei.tap(tap)
        await home.settle()
    zhao = await home.school()
    link = await home.class_room()

    mei.open(link)
    await home.settle()
    assert "Which child is in class 3B?" in mei.texts[-1]
    mei.tap("Tom")
    await home.settle()
    mei.tap("✅")
    await home.settle()
    assert "A parent asks to add Tom" in zhao.texts[-1]
    assert not zhao.sees("Lily")


async def test_somebody_without_a_child_here_is_led_to_the_family_first(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    fang = await home.newcomer(FANG_EN, link.rpartition("=")[2])

    assert "First add the child here. The class comes next." in fang.texts[-1]
    fang.tap("🏡")
    await home.settle()
    assert "Add the child you look after." in fang.texts[-1]

    fang.tap("➕")
    await home.settle()
    fang.say("Lily")
    await home.settle()
    for tap in ("2018", "May", "🇨🇳", "👵"):
        fang.tap(tap)
        await home.settle()

    assert "may the school send its notices to Lily's family?" in fang.texts[-1]
    fang.tap("✅")
    await home.settle()
    assert zhao.sees("Lily")


async def test_a_poster_that_was_renewed_meanwhile_is_let_go_without_a_word(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    fang = await home.newcomer(FANG_EN, link.rpartition("=")[2])
    for tap in ("🏡", "➕"):
        fang.tap(tap)
        await home.settle()
    fang.say("Lily")
    zhao.press("poster_new:1", zhao.last)
    await home.settle()
    for tap in ("2018", "May", "🇨🇳", "👵"):
        fang.tap(tap)
        await home.settle()

    assert not fang.sees("may the school send its notices")
    assert not fang.sees("does not work any more")


async def test_forged_and_foreign_presses_find_nothing(home: Homeline) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    link = await home.class_room()
    mei.open(link)
    await home.settle()
    mei.tap("✅")
    await home.settle()
    ivan = await home.school(IVAN, "Another school")
    before = len(zhao.texts), len(mei.texts)

    for phone, presses in {
        ivan: ["class:1", "poster:1", "class_add:1", "teacher_invite:1", "enrolled:1:yes", "class_leave:1"],
        mei: ["enrol:1:1:yes", "enrol_ask:1:1", "class:1", "class:x", "enrolled:1:yes", "enrol:1:99:yes"],
        zhao: ["enrolled:99:yes", "class:99", "class_leave:1", "class_leave:99", "class_add:2"],
    }.items():
        for data in presses:
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    assert (len(zhao.texts), len(mei.texts)) == before
    assert not ivan.sees("Lily")
