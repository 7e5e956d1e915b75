"""Codes that end, teachers and leads who go by themselves, and what whoever runs the bot can do."""

from bot.db.tables import staff
from bot.domain.audit import AuditEvent
from bot.operations import schooling
from bot.services.school import schools
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.staff_steps import (  # noqa: F401 - fixtures
    LEAD,
    OTHER_LEAD,
    STRANGER,
    audit_events,
    code,
    leads_phone,
    list_of,
    two_teachers,
)
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap


async def test_a_code_that_was_taken_back_or_whose_lead_has_gone_lets_nobody_in(home: Homeline) -> None:
    lead = await home.school(LEAD)
    first, second = await code(home), await code(home)
    await list_of(home, lead)
    await tap(home, lead, "↩️")  # the newest stands first

    ivan = await home.newcomer(STRANGER, second)
    assert "This link does not work any more." in ivan.texts[-1]
    await tap(home, lead, "🏠", "⚙️", "👋", "✅")
    assert "You have left Village school." in lead.texts[-1]
    ivan.start(first)
    await home.settle()
    assert "This link does not work any more." in ivan.texts[-1]
    assert await read(home, lambda tx: tx.all(staff.select().where(staff.c.person_id == 2))) == []


async def test_a_teacher_who_leaves_asks_nobody_and_leaves_nothing_in_silence(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    seen = len(mei.texts)
    await tap(home, zhao, "🏠", "⚙️", "👋", "✅")

    assert "You have left Village school." in zhao.texts[-1]
    assert since(mei, seen) == ["🎓 Class 3B is with Li Na now."]
    assert "Zhao Lan does not teach at Village school now." in lead.texts[-1]
    assert AuditEvent.TEACHER_LEFT in await read(home, audit_events)


async def test_a_lead_who_leaves_says_who_leads_then(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    ivan = await home.newcomer(STRANGER, await code(home))
    await home.class_room(LEAD, "4A")
    await tap(home, lead, "🏠", "⚙️", "👋", "🎓 Zhao Lan")

    assert "You have left Village school." in lead.texts[-1]
    assert "Zhao Lan, leads" in await list_of(home, zhao)
    assert "3B, 4A" in zhao.texts[-1]
    await tap(home, zhao, "✅ Ivan Petrov")
    assert "Welcome to Village school." in ivan.texts[-1]


async def test_the_only_teacher_who_erases_themselves_leaves_the_class_to_the_next_lead(home: Homeline) -> None:
    mei, _ = await english_family(home)
    zhao = await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    await home.notice("Bring a coat")
    card = mei.last
    await tap(home, zhao, "🏠", "⚙️", "🗑", "✅")

    assert mei.texts[-1] == "🎓 Class 3B has no teacher here for now. If something matters, please tell the school."
    mei.press(data_of(mei, "🙏", card), card)
    await home.settle()
    assert card.text.startswith("📣 Class 3B, Village school\n")
    token = await read(home, lambda tx: schools.lead_code(tx, 1, None))
    lead = await home.newcomer(LEAD, token)
    assert mei.texts[-1] == "🎓 Class 3B is with Li Na now."
    assert "🎓 Li Na, leads" in await list_of(home, lead)
    mei.open(poster)
    await home.settle()
    assert "Lily is in class 3B already." in mei.texts[-1]


async def test_the_operator_takes_a_lead_out_whose_phone_is_in_other_hands(home: Homeline, lead: Phone) -> None:
    mei = home.phone(MEI)
    await home.class_room(LEAD, "4A")
    seen = len(mei.texts)
    listed = await schooling.ANSWERS[schooling.LIST](home.app.store, {})
    assert listed.splitlines()[1].startswith("   1-1  Li Na, leads since")

    answer = await schooling.ANSWERS[schooling.REMOVE](home.app.store, {"number": "1-1"})
    await home.settle()

    assert answer.startswith("Li Na is out of Village school")
    assert "You do not teach at Village school here now." in lead.texts[-1]
    assert "Nobody leads Village school here now." in home.phone(ZHAO).texts[-1]
    for data in ("staff:1:0", "teacher_invite:1", "staff_out_yes:2", "class:2", "class_give:1:1"):
        lead.press(data, lead.last)
        await home.settle()
        assert lead.toast == OVER, data
    assert since(mei, seen) == []  # her class goes on
    listed = await schooling.ANSWERS[schooling.LIST](home.app.store, {})
    assert "nobody leads it: homeline school code 1, 2 classes, 1 without a teacher" in listed
