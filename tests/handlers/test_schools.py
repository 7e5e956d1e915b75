"""A school, its link, a class with its poster, and a child who comes into it."""

from dataclasses import replace
from datetime import timedelta

from bot.simulator.cast import FANG, IVAN, LI, MEI, ZHAO
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from bot.storage import schools
from bot.texts.schools import qr_code
from tests.homeline import Homeline, link_in

OVER = "This button is over. Home shows what is new."
FANG_EN = replace(FANG, language_code="en")
LEAD = replace(LI, language_code="en")


def data_of(phone: Phone, label: str, message: Message | None = None) -> str:
    """What the newest button with a label sends."""
    shown = [message] if message else list(reversed(phone.messages))
    for each in shown:
        for row in each.buttons:
            for button in row:
                if button.text.startswith(label) and button.data:
                    return button.data
    raise LookupError(label)


async def test_a_teacher_joins_opens_a_class_and_has_its_poster_after_four_taps(home: Homeline) -> None:
    zhao = await home.school()
    assert zhao.sees("You lead Village school.")

    zhao.tap("➕")
    await home.settle()
    zhao.say("3B")
    await home.settle()

    assert zhao.last.kind == "photo"
    assert "Village school, class 3B" in zhao.texts[-1]
    assert link_in(zhao) in zhao.texts[-1]


async def test_the_poster_shows_the_qr_code_of_the_link_below_it(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()

    file_id = zhao.last.content["photo"][-1]["file_id"]
    sent = home.world.files.get(file_id)

    assert sent is not None
    assert sent.data == qr_code(link)
    assert sent.data.startswith(b"\x89PNG")


async def test_a_new_poster_leaves_the_old_one_working(home: Homeline) -> None:
    zhao = await home.school()
    first = await home.class_room()
    zhao.tap("🎓")
    await home.settle()
    zhao.tap("🔗")
    await home.settle()
    second = link_in(zhao)
    await home.family()

    assert second != first
    for link in (first, second):
        home.phone(MEI).open(link)
        await home.settle()
        assert "class 3B, Village school: may the school" in home.phone(MEI).texts[-1]


async def test_a_used_lead_link_gets_the_kind_answer(home: Homeline) -> None:
    token = await home.app.store.run(lambda tx: schools.add(tx, "Village school"))
    zhao = await home.newcomer(ZHAO, token)
    ivan = await home.newcomer(IVAN, token)

    assert ivan.sees("This link does not work any more.")
    assert not ivan.sees("Village school")
    zhao.start(token)
    await home.settle()
    assert "This link does not work any more." in zhao.texts[-1]


async def test_the_lead_hands_out_a_code_that_lets_in_one_teacher(home: Homeline) -> None:
    lead = await home.school(LEAD)
    lead.tap("🔗")
    await home.settle()
    link = link_in(lead)
    zhao = await home.newcomer(ZHAO, link.rpartition("=")[2])
    ivan = await home.newcomer(IVAN, link.rpartition("=")[2])

    assert zhao.sees("Welcome to Village school.")
    assert ivan.sees("This link does not work any more.")
    zhao.tap("🏠")
    await home.settle()
    assert not any(button.text.startswith("🔗") for _, button in zhao.buttons())


async def test_the_lead_who_opens_a_teachers_code_does_not_use_it_up(home: Homeline) -> None:
    lead = await home.school(LEAD)
    lead.tap("🔗")
    await home.settle()
    link = link_in(lead)
    lead.open(link)
    await home.settle()

    assert "This link is for the others" in lead.texts[-1]
    zhao = await home.newcomer(ZHAO, link.rpartition("=")[2])
    assert zhao.sees("Welcome to Village school.")


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


async def test_a_family_takes_its_child_out_with_one_tap(home: Homeline) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    await home.pupil(await home.class_room())
    data, card = data_of(mei, "↩️"), mei.last
    mei.press(data, card)
    await home.settle()

    assert "no longer come here" in mei.texts[-1]
    zhao.say("📣 Trip")
    await home.settle()
    assert "No family has joined class 3B yet." in zhao.texts[-1]
    mei.press(data, card)
    await home.settle()
    assert mei.toast == OVER


async def test_of_several_children_the_right_one_is_chosen(home: Homeline) -> None:
    mei, _ = await home.family()
    mei.tap("🏠")
    await home.settle()
    mei.tap("➕")
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
    await home.school()
    link = await home.class_room()
    fang = await home.newcomer(FANG_EN, link.rpartition("=")[2])

    assert "First your family joins" in fang.texts[-1]
    fang.tap("🏡")
    await home.settle()
    assert "Add the child you look after." in fang.texts[-1]


async def test_a_class_link_ends_with_the_school_year(home: Homeline) -> None:
    mei, _ = await home.family()
    await home.school()
    link = await home.class_room()

    home.clock.push(timedelta(days=260))
    mei.open(link)
    await home.settle()
    assert "This link does not work any more." in mei.texts[-1]


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


async def test_what_is_no_name_of_a_class_is_asked_again(home: Homeline) -> None:
    zhao = await home.school()
    zhao.tap("➕")
    await home.settle()
    zhao.sticker()
    await home.settle()
    assert "Please write the name of the class" in zhao.texts[-1]

    zhao.say("<b>3B</b> 🐉")
    await home.settle()
    assert "class <b>3B</b> 🐉" in zhao.texts[-1]


async def test_enough_links_for_one_day(home: Homeline) -> None:
    lead = await home.school(LEAD)
    await home.class_room(LEAD)
    lead.tap("🏠")
    await home.settle()
    menu = lead.last
    for _ in range(45):
        lead.press("teacher_invite:1", menu)
    lead.press("poster:1", menu)
    await home.settle()

    assert len({text for text in lead.texts if "invited to teach" in text}) == 39
    assert "many links for one day" in lead.texts[-1]


async def test_a_teacher_who_opens_the_poster_is_told_whom_it_is_for(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    zhao.open(link)
    await home.settle()

    assert "forward it to them" in zhao.texts[-1]
