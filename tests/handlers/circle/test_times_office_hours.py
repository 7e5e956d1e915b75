"""🎓 Office hours: a teacher reads at their own times, and families are told when."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import MEI, Homeline
from tests.households import since, tap


async def test_office_hours_are_four_taps_and_hold_what_families_send(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠", "⚙️", "🎓 Office hours", "🎓 08:00–17:00")
    assert zhao.texts[-1] == "⚙️ It is 16:00 on your clock. Office hours: 08:00–17:00."
    await tap(home, zhao, "🧒 One child", "Lily", "📞")
    await home.until(18, 0)
    before = len(zhao.texts)
    await tap(home, mei, "🤙")

    assert since(zhao, before) == []
    assert mei.texts[-1].endswith("Zhao Lan reads it tomorrow after 08:00, school time.")
    assert "reads it" not in fang.texts[-1]
    await home.until(8, 0, day=1)
    assert since(zhao, before) == ["🤙 Lily's family is calling you."]


async def test_a_family_that_asks_to_join_in_the_evening_is_told_when_the_teacher_reads(home: Homeline) -> None:
    await home.child()
    zhao, mei = await home.school(), home.phone(MEI)
    link = await home.class_room()
    await tap(home, zhao, "🏠", "⚙️", "🕰", "🇨🇳")
    await tap(home, zhao, "🎓", "🎓 07:00–16:00")
    mei.open(link)
    await home.settle()
    before = len(zhao.texts)
    await tap(home, mei, "✅")

    assert mei.texts[-1].endswith("I write to you then.\nZhao Lan reads it tomorrow after 07:00, school time.")
    assert since(zhao, before) == []
    await tap(home, zhao, "🎓", "🎓 Any time")
    assert "A parent asks to add Lily to class 3B." in "".join(zhao.texts)


async def test_what_is_urgent_cuts_through_office_hours(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await tap(home, zhao, "🏠", "⚙️", "🎓 Office hours", "🎓 08:00–17:00")
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.until(18, 0)
    await tap(home, fang, "❌")

    assert "Please phone the family now." in zhao.texts[-1]


async def test_who_teaches_nowhere_has_no_office_hours(home: Homeline, zhao: Phone, mei: Phone) -> None:
    for data in ("office", "office_set:1", "office_set:9"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER, data
    zhao.press("office_set:9", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
