"""Without an answer from home the parents hear it, then the teacher, the lead, and who is near."""

from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from bot.ticks.school import tell_absences
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import FANG, MEI, ZHAO, Homeline
from tests.households import near_home, since, tap

PO = PersonSpec(id=153, first_name="Wang Po", language_code="en")


async def test_the_parents_hear_once_that_home_has_not_answered(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=29)
    assert since(mei, before) == []
    await home.later(minutes=1)

    assert mei.texts[-1].endswith("Lily is not in class 3B today.\nHome is asked and has not answered yet.")
    assert await home.app.store.run(tell_absences.run_once) == 0
    assert "Nobody has answered" not in "".join(zhao.texts)
    await tap(home, fang, "✅")
    assert mei.texts[-1].endswith("✅ Grandma knows where Lily is.")
    await home.later(hours=1)
    assert sum("not in class" in text for text in since(mei, before)) == 2


async def test_after_an_hour_the_teacher_hears_it_then_the_lead_then_who_is_near_until_somebody_says_where_she_is(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(FANG)
    li = await near_home(home, PO)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=30)
    await home.later(minutes=29)
    asked = [len(each.texts) for each in (zhao, lead, li)]
    await home.later(minutes=1)

    card = zhao.texts[-1].split("\n")
    assert card[0] == "📋 Lily, class 3B"
    assert card[1].startswith("Nobody has answered about Lily since ")
    assert card[2] == "Please phone: Grandma, Mei."
    assert [button.text for row in zhao.last.buttons for button in row][:2] == [
        "✅ I found out",
        "🎓 Tell the lead",
    ]
    assert [len(each.texts) for each in (lead, li)] == asked[1:]
    await home.later(minutes=30)
    assert lead.texts[-1].startswith("📋 Lily, class 3B\nNobody has answered about Lily since ")
    assert "Also told: Zhao Lan (teacher)." in lead.texts[-1]
    assert len(li.texts) == asked[2]
    await home.later(minutes=30)
    assert "could use somebody to look in now." in li.texts[-1]
    assert "class" not in li.texts[-1]
    await home.later(minutes=90)
    assert sum("Nobody has answered about" in each for each in (*zhao.texts, *lead.texts)) == 2  # once each

    old, message = data_of(zhao, "✅ I found out"), zhao.last
    await tap(home, lead, "✅ I found out")
    assert lead.sees("You know where Lily is. I tell the family.")
    assert zhao.sees("Li Na (head teacher) has found out where Lily is.")
    for phone in (mei, fang):
        assert phone.texts[-1].endswith("✅ Li Na (head teacher) knows where Lily is.")
    assert "Nobody has answered" not in "".join((*zhao.texts, *lead.texts))
    assert "could use" not in li.texts[-1]
    zhao.press(old, message)
    await home.settle()
    assert zhao.toast == OVER


async def test_a_parent_who_sleeps_is_not_woken_to_read_that_somebody_knows(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(FANG)
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=30)
    await home.later(minutes=30)
    await tap(home, zhao, "✅ I found out")

    assert fang.texts[-1].endswith("✅ Zhao Lan (teacher) knows where Lily is.")
    assert since(mei, before) == []
    await home.until(23, 59, zone="Asia/Dubai")
    assert [each.split("\n")[2] for each in since(mei, before)] == ["✅ Zhao Lan (teacher) knows where Lily is."]
    await home.later(hours=12)
    assert len(since(mei, before)) == 1


async def test_a_question_that_is_told_anew_keeps_no_button_above(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(FANG)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    asked, known = fang.last, data_of(fang, "✅ I know")
    await home.later(minutes=30)
    told = mei.last
    await home.later(minutes=30)
    await tap(home, zhao, "✅ I found out")

    for phone, old in ((fang, asked), (mei, told)):
        assert old.words == (
            "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today. There is something new below."
        )
        assert labels(old) == []
        assert phone.texts[-1].endswith("✅ Zhao Lan (teacher) knows where Lily is.")
    fang.press(known, asked)
    await home.settle()
    assert fang.toast == OVER


async def test_that_nobody_at_home_knows_is_no_end(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(FANG)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await tap(home, fang, "❌")
    assert "Nobody at home knows where Lily is. Please phone the family now." in zhao.texts[-1]
    await home.later(minutes=30)
    assert "Nobody at home knows where Lily is.\nPlease phone: " in lead.texts[-1]
    await tap(home, fang, "✅ I know")
    assert lead.sees("Lily's family knows where Lily is.")
    before = len(lead.texts)
    await home.later(hours=2)
    assert len(lead.texts) == before


async def test_it_is_soft_while_a_parent_sleeps_and_not_when_home_does_not_know(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=31)
    assert since(mei, before) == []
    await tap(home, fang, "❌")

    assert since(mei, before) == [
        (
            "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n"
            "Nobody at home knows yet where Lily is. Please call home now."
        )
    ]


async def test_the_parents_are_asked_where_nobody_at_home_has_joined(home: Homeline) -> None:
    await home.child()
    zhao, mei = await home.school(), home.phone(MEI)
    await home.pupil(await home.class_room())
    await tap(home, zhao, "🧒 One child", "Lily", "📋")

    assert mei.texts[-1].endswith("Do you know where Lily is?")
    await tap(home, mei, "❌")
    assert "Please phone the family now." in zhao.texts[-1]


async def test_after_a_long_outage_nothing_of_yesterday_is_told(home: Homeline, zhao: Phone, mei: Phone) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(hours=13)

    assert not any("not in class" in text for text in since(mei, before))
