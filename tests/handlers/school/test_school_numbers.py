"""📞 The school's own number: who types it, and where a family reads it."""

from dataclasses import replace

from bot.db.tables import audit, school
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.queries.circle import people
from bot.queries.school import schools
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import LEAD, OTHER_LEAD, leads_phone, list_of  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, since, tap

OFFICE = "+998 71 200 00 00"
LINE = f"Village school: {OFFICE}"
PHONE = "If it cannot wait, please phone the school."


async def kept(home: Homeline, lead: Phone, number: str = OFFICE) -> str:
    """The lead types it; what stands there then."""
    await list_of(home, lead)
    await tap(home, lead, "📞 School's number")
    return await say(home, lead, number)


async def test_who_leads_types_it_changes_it_and_takes_it_back(home: Homeline, lead: Phone) -> None:
    await list_of(home, lead)
    await tap(home, lead, "📞 School's number")
    assert lead.texts[-1] == (
        "📞 Village school\nWhich number does the school's office answer? Write it, such as 71 200 00 00.\n"
        "Families read it outside office hours, and when they should call."
    )
    again = "I need one number, just as it is dialled, such as 71 200 00 00."
    assert await say(home, lead, "the office") == again
    lead.contact("+8613811111111", own=True)  # a person's number becomes nobody else's
    await home.settle()
    assert lead.texts[-1] == again
    assert await say(home, lead, f"Office: {OFFICE}") == (
        f"📞 {LINE}\nFamilies read it outside office hours, and when they should call."
    )
    assert f"📞 {LINE}" in await list_of(home, lead)

    await tap(home, lead, "📞 School's number", "✏️ Write a number")
    assert (await say(home, lead, "0551-1234567 ext. 3")).startswith("📞 Village school: 0551-1234567 ext. 3\n")
    await tap(home, lead, "↩️")
    assert lead.texts[-1] == "📞 Village school\nFamilies read no number of the school."
    assert "1234567" not in await list_of(home, lead)

    def noted(tx: Tx) -> int:
        here = tx.all(audit.select().where(audit.c.entity == "school"))
        return len([each for each in here if each.action == AuditEvent.SCHOOL_NUMBER])

    assert await read(home, noted) == 3


async def test_a_family_reads_it_outside_office_hours_and_beside_the_teachers_own(home: Homeline, lead: Phone) -> None:
    fang, zhao = home.phone(GRANDMA), home.phone(ZHAO)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    assert PHONE in await write(home, fang, SHOES)
    assert "Village school: " not in fang.texts[-1]
    await kept(home, lead)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    assert fang.texts[-1].endswith(f"{PHONE}\n{LINE}")

    await tap(home, fang, "🏠", "🎓 School", "📞 Phone numbers")
    assert fang.texts[-1] == f"📞 Lily\n{LINE}\nYou show no number."
    await tap(home, fang, "📞 Ask for one")
    await home.until(9, day=1)
    await tap(home, zhao, "➕ Show my number")
    await say(home, zhao, "+86 138 0000 0002")
    await tap(home, fang, "🏠", "🎓 School", "📞 Phone numbers")
    assert fang.texts[-1] == f"📞 Lily\nZhao Lan: +8613800000002\n{LINE}\nYou show no number."
    await home.until(10)
    assert PHONE not in await write(home, fang, "It is settled.")


async def test_please_call_has_it_where_the_teacher_shows_none(home: Homeline, lead: Phone) -> None:
    mei, zhao = home.phone(MEI), home.phone(ZHAO)
    await home.until(14, day=1)
    await tap(home, zhao, "🧒", "Lily", "📞 Please call")
    assert "The school shows no number here." in mei.texts[-1]
    await kept(home, lead)
    await tap(home, zhao, "🧒", "Lily", "📞 Please call")
    assert mei.texts[-1].endswith(f"asks you to call when you can.\n{LINE}")
    await tap(home, zhao, "🧒", "Lily", "📞 Phone numbers")
    assert LINE in zhao.texts[-1]  # what families read, the teacher reads too
    await tap(home, zhao, "➕ Show my number")
    await say(home, zhao, "+86 138 0000 0002")
    await tap(home, zhao, "🧒", "Lily", "📞 Please call")
    assert mei.texts[-1].endswith("asks you to call when you can.\nZhao Lan: +8613800000002")


async def test_it_stands_on_the_alert_of_a_child_who_is_ill_at_school(home: Homeline, lead: Phone) -> None:
    mei, zhao = home.phone(MEI), home.phone(ZHAO)
    await kept(home, lead)
    await home.until(10, day=1)
    await tap(home, zhao, "🧒", "Lily", "🤒", "🌡")
    assert f"📞 {LINE}" in mei.texts[-1]


async def test_where_no_phone_of_the_school_can_be_reached_or_nobody_reads_it_is_said(
    home: Homeline, lead: Phone
) -> None:
    fang, zhao = home.phone(GRANDMA), home.phone(ZHAO)
    await kept(home, lead)
    await home.until(7, day=1)
    zhao.block()
    await tap(home, fang, "🏠", "🎓 School", "🏫")
    await home.later(minutes=2)
    assert "Zhao Lan" in fang.texts[-1]
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    assert (await say(home, fang, SHOES)).startswith(
        f"✉️ Lily\nZhao Lan cannot be reached here now. It waits.\n{PHONE}\n{LINE}\n"
    )
    card = fang.last
    await tap(home, fang, "🏠", "🎓 School", "👁 About class 3B", "👋", "✅")
    fang.say("Thank you!", to=card)
    await home.settle()
    assert fang.texts[-1].endswith(f"I have sent nothing.\nIf it matters, please phone.\n{LINE}")


async def test_nobody_but_the_lead_of_that_school_says_which_it_is(home: Homeline, lead: Phone) -> None:
    amir = await home.school(OTHER_LEAD, "Town school")
    await kept(home, lead)
    for phone in (amir, home.phone(ZHAO), home.phone(MEI)):
        before = len(phone.texts)
        for data in ("school_number:1", "school_number_new:1", "school_number_back:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
        assert since(phone, before) == []
    assert (found := await read(home, lambda tx: schools.get(tx, 1)))
    assert found.number == OFFICE


async def test_who_stops_leading_while_it_is_asked_changes_nothing_and_a_closed_school_has_none(
    home: Homeline, lead: Phone
) -> None:
    await kept(home, lead)
    await tap(home, lead, "✏️ Write a number")
    await tap(home, lead, "🏠", "⚙️", "👋")
    lead.press("school_leave_yes:1", lead.last)
    await home.settle()
    await say(home, lead, "+998 71 999 99 99")
    assert (found := await read(home, lambda tx: schools.get(tx, 1)))
    assert found.number == OFFICE

    def closed(tx: Tx) -> tuple[str | None, bytes | None]:
        schools.close(tx, 1)
        found = schools.get(tx, 1)
        assert found is not None
        return found.number, tx.scalar(school.select().with_only_columns(school.c.number))

    assert await read(home, closed) == (None, None)


async def test_in_chinese_it_reads_as_one_says_it(home: Homeline) -> None:
    lead = await home.school(replace(LEAD, language_code="zh-hans"))
    await tap(home, lead, "🏠", "🎓", "📞")
    await say(home, lead, "请打 0551-1234567 转 8001")
    assert lead.texts[-1].startswith("📞 Village school：0551-1234567 转 8001\n")
    assert labels(lead.last)[:2] == ["✏️ 写号码", "↩️ 撤回"]

    def language(tx: Tx) -> str:
        found = people.by_telegram(tx, LEAD.id)
        assert found is not None
        return found.language

    assert await read(home, language) == "zh_Hans"
