"""A school, its links, its teachers, and a class with its poster."""

from dataclasses import replace
from datetime import timedelta

from bot.services.school import schools
from bot.simulator.cast import IVAN, LI, MEI, ZHAO
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline, link_in

LEAD = replace(LI, language_code="en")


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


async def test_a_renewed_poster_ends_every_older_one_and_nobody_leaves_the_class(home: Homeline) -> None:
    await home.family()
    zhao = await home.school()
    first = await home.class_room()
    await home.pupil(first)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    zhao.tap("🎓")
    await home.settle()
    zhao.tap("🔄")
    await home.settle()
    second = link_in(zhao)

    ivan.open(first)
    await home.settle()
    assert ivan.texts[-1] == "There is a newer poster of this class. Please ask the teacher for it."
    ivan.open(second)
    await home.settle()
    assert "Class 3B waits for you." in ivan.texts[-1]
    zhao.say("🏠")
    await home.settle()
    zhao.tap("🎓")
    await home.settle()
    assert "1 child is here" in zhao.texts[-1]


async def test_a_family_that_had_opened_the_old_poster_begins_again(home: Homeline) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    first = await home.class_room()
    zhao.tap("🎓")
    await home.settle()
    mei.open(first)
    await home.settle()
    zhao.tap("🔄")
    await home.settle()
    heard = len(zhao.texts)
    mei.tap("✅")
    await home.settle()

    assert mei.toast == OVER
    assert len(zhao.texts) == heard


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
    lead.tap("✅")
    await home.settle()

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
    assert zhao.sees("Village school is asked to say yes.")


async def test_a_class_link_ends_with_the_school_year(home: Homeline) -> None:
    mei, _ = await home.family()
    await home.school()
    link = await home.class_room()

    home.clock.push(timedelta(days=260))
    mei.open(link)
    await home.settle()
    assert mei.sees("Class 3B has ended. Ask the school for a new poster.")


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


async def test_after_a_days_links_a_lead_hands_out_no_more(home: Homeline) -> None:
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
    assert "enough links for one day" in lead.texts[-1]


async def test_a_teacher_who_opens_the_poster_is_told_whom_it_is_for(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    zhao.open(link)
    await home.settle()

    assert "forward it to them" in zhao.texts[-1]
