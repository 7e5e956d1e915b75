"""A class's group and who has the class: it goes on with the class, and its teachers know of it."""

from sqlalchemy import select

from bot.db.tables import class_group
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.group import Group
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, leads_phone, list_of  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import read, say, since, tap

POSTED = "is posted in the group “3B parents”, too."


async def tied(home: Homeline, phone: Phone) -> Group:
    group = home.world.group(-77, "3B parents", [ZHAO, LEAD, MEI, IVAN])
    group.add_bot(ZHAO)
    await home.settle()
    await tap(home, home.phone(ZHAO), "🗞 3B")
    return group


async def test_who_is_given_a_class_or_helps_in_it_reads_of_its_group_and_can_stop_it(
    home: Homeline, lead: Phone
) -> None:
    zhao, ivan = home.phone(ZHAO), await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    group = await tied(home, zhao)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    assert ivan.sees(POSTED)
    before = len(ivan.texts)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Ivan Petrov")
    given = [each for each in since(ivan, before) if POSTED in each or "with you now" in each]
    assert [POSTED in each for each in given] == [False, True]  # that the class is theirs is read first

    await tap(home, ivan, "🗞 Chat group", "⏹ Post no more")
    ivan.say("📣 Bring a coat")
    await home.settle()
    await tap(home, ivan, "📣 Send")
    assert group.texts == []
    zhao.press("group_post:1:yes", zhao.last)  # she has the class no more
    await home.settle()
    assert zhao.toast == OVER


async def test_a_notice_to_the_whole_school_stands_in_each_classs_group(home: Homeline, lead: Phone) -> None:
    group = await tied(home, lead)
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, "No school on Monday")
    await tap(home, lead, "📣 Send")
    await home.later(minutes=2)

    assert [each.splitlines()[:2] for each in group.texts] == [["📣 Village school, Li Na", "No school on Monday"]]


async def test_who_leads_the_school_may_tie_a_group_to_any_of_its_classes(home: Homeline, lead: Phone) -> None:
    group = home.world.group(-77, "3B parents", [ZHAO, LEAD, MEI])
    group.add_bot(LEAD)
    await home.settle()
    await tap(home, lead, "🗞 3B")
    assert "Notices of class 3B are posted in the group “3B parents”, too." in lead.texts[-1]
    await tap(home, lead, "🎓 3B")
    assert "Class 3B is with Zhao Lan." in lead.texts[-1]


async def test_a_question_that_nobody_answers_is_forgotten_after_a_week(home: Homeline, lead: Phone) -> None:
    group = home.world.group(-77, "3B parents", [ZHAO, MEI])
    group.add_bot(ZHAO)
    await home.later(days=9)
    assert await read(home, lambda tx: tx.all(select(class_group.c.id))) == []
    assert group.texts == []


async def test_a_group_takes_the_place_of_the_one_before(home: Homeline, lead: Phone) -> None:
    old, zhao = await tied(home, lead), home.phone(ZHAO)
    new = home.world.group(-78, "3B new", [ZHAO, MEI])
    new.add_bot(ZHAO)
    await home.settle()
    await tap(home, zhao, "🗞 3B")
    await say(home, zhao, "📣 Bring a coat")
    await tap(home, zhao, "📣 Send")

    assert len(new.texts) == 1
    assert old.texts == []


async def test_an_album_and_a_long_text_go_and_are_gone_whole(home: Homeline, lead: Phone) -> None:
    group, zhao = await tied(home, lead), home.phone(ZHAO)
    zhao.say("📣")
    await home.settle()
    zhao.album(3, "b" * 3900)
    await home.settle()
    await tap(home, zhao, "📣 Send")
    kinds = [each.kind for each in group.messages if each.from_bot]
    assert kinds.count("photo") == 3
    assert kinds[-1] == "text"

    await tap(home, zhao, "↩️ Take it back", "✅ Yes")
    assert [each.kind for each in group.messages if each.from_bot] == ["text"]
    assert "bbb" not in group.texts[0]
