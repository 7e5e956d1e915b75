"""🎓 Office hours: a teacher reads at their own times, and families are told when."""

from bot.domain.local_time import DAY, local
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import MEI, Homeline
from tests.households import say, since, tap

FRIDAY = 4


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


async def test_a_family_is_promised_the_next_day_of_school_and_never_a_sunday(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠", "⚙️", "🎓 Office hours", "🎓 08:00–17:00")
    await home.until(18, 0)
    while home.clock.now().weekday() != FRIDAY:
        await home.until(18, 0, day=1)
    said = await write(home, fang, SHOES)
    assert "Zhao Lan reads it on Monday after 08:00, school time." in said
    await home.later(days=1)
    assert "reads it on Monday after" in await write(home, fang, "And no apron.")
    await home.later(days=1)
    assert "reads it tomorrow after 08:00" in await write(home, fang, "And no cap.")

    monday = local(home.clock.now(), "Asia/Shanghai").date() + DAY
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, f"{monday.isoformat()} Holiday")
    await tap(home, zhao, "✅")
    assert "reads it on Tuesday after 08:00" in await write(home, fang, "Is there school tomorrow?")
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, f"{(monday + DAY).isoformat()} - {(monday + 9 * DAY).isoformat()} Holiday")
    await tap(home, zhao, "✅")
    said = await write(home, fang, "And the day after?")
    assert f"reads it on {(monday + 10 * DAY):%a, %b} {(monday + 10 * DAY).day} after 08:00" in said

    await tap(home, fang, "🏠", "⚙️", "🌐", "中文", "🏠", "🎓", "✉️")
    day = f"{(monday + 10 * DAY).month}月{(monday + 10 * DAY).day}日"
    assert f"Zhao Lan会看到，学校时间：{day}" in await say(home, fang, "好的")


async def test_who_teaches_nowhere_has_no_office_hours(home: Homeline, zhao: Phone, mei: Phone) -> None:
    for data in ("office", "office_set:1", "office_set:9"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER, data
    zhao.press("office_set:9", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
