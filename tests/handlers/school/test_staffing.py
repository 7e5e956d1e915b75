"""Who works at a school: let in by the lead, taken out; and what a phone reads that is out."""

from bot.db.tables import staff
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Lane, Notification
from bot.domain.school.slips import SlipOpened
from bot.domain.school.staffing import ClassGiven, StaffShown
from bot.services.notifications import notify
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.slips_steps import on_the_list
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
from tests.households import read, say, since, tap


async def test_sg_17_who_opens_a_code_is_nobody_before_the_lead_has_said_yes(home: Homeline) -> None:
    lead = await home.school(LEAD)
    ivan = await home.newcomer(STRANGER, await code(home))

    assert "Village school is asked to say yes" in ivan.texts[-1]
    assert "Ivan Petrov wants to teach at Village school." in lead.texts[-1]
    for data in ("class_add:1", "teacher_invite:1", "staff:1:0", "staff_in:1:yes", "staff_in:2:yes", "poster:1"):
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OVER, data
    await tap(home, ivan, "🏠")
    assert "is asked to say yes" in ivan.texts[-1]

    await tap(home, lead, "✅")
    assert "Ivan Petrov teaches at Village school now." in lead.texts[-1]
    assert "Welcome to Village school." in ivan.texts[-1]
    lead.press("staff_in:2:no", lead.last)
    await home.settle()
    assert lead.toast == OVER
    assert await read(home, audit_events) == [AuditEvent.TEACHER_ASKED, AuditEvent.TEACHER_JOINED]


async def test_who_is_declined_reads_no_reason_and_can_ask_anew_by_another_code(home: Homeline) -> None:
    lead = await home.school(LEAD)
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "❌")

    assert "The school did not confirm." in ivan.texts[-1]
    assert "Nothing was shown to them." in lead.texts[-1]
    ivan.press("class_add:1", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    ivan.start(await code(home))
    await home.settle()
    assert "is asked to say yes" in ivan.texts[-1]
    await tap(home, ivan, "↩️")  # takes it back
    await tap(home, lead, "✅")
    assert lead.toast == OVER
    assert await read(home, lambda tx: tx.all(staff.select().where(staff.c.person_id == 2))) == []


async def test_the_lead_of_another_school_lets_nobody_in_and_takes_nobody_out(home: Homeline, lead: Phone) -> None:
    amir = await home.school(OTHER_LEAD, "Town school")
    await home.newcomer(STRANGER, await code(home))
    before = await read(home, lambda tx: tx.all(staff.select()))
    heard = len(lead.texts), len(home.phone(ZHAO).texts)

    for data in (
        *("staff:1:0", "staff_in:4:yes", "staff_out:2", "staff_out_yes:2", "class_led:1:0", "class_give:1:3"),
        *("class_give:1:2", "code_revoke:1", "poster_new:1", "school_leave:1:0", "school_leave_yes:1"),
        *("school_leave_to:2", "teacher_invite:1"),
    ):
        amir.press(data, amir.last)
        await home.settle()
        assert amir.toast == OVER, data
    assert await read(home, lambda tx: tx.all(staff.select())) == before
    assert (len(lead.texts), len(home.phone(ZHAO).texts)) == heard


async def test_sg_17_a_teacher_is_out_after_two_taps_and_the_lead_has_the_class(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    assert "Zhao Lan, since" in await list_of(home, lead)
    assert "3B · link of Mon, Nov 23" in lead.texts[-1]
    seen, read_before = len(mei.texts), len(zhao.texts)
    old = [(data, zhao.last) for data in ("class:1", "notice_new:1", "pupils:1:0", "roll:1", "poster:1", "class_add:1")]

    await tap(home, lead, "🚪", "✅")

    assert since(mei, seen) == ["🎓 Class 3B is with Li Na now."]
    assert "You do not teach at Village school here now." in zhao.texts[-1]
    assert not any("Roll call" in key for row in zhao.keyboard or [] for key in row)
    assert any("3B" in text and "until you give it" in text for text in lead.texts)
    for data, message in old:
        zhao.press(data, message)
        await home.settle()
        assert zhao.toast == OVER, data
    for words in ("📣", "📋", "🧒", "📣 Bring a coat"):
        assert "3B" not in await say(home, zhao, words)
    assert not [text for text in since(zhao, read_before) if "Lily" in text or "3B" in text]
    assert len(since(mei, seen)) == 1


async def test_what_waits_for_a_phone_that_is_away_does_not_reach_it_after_all(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await tap(home, zhao, "🏠", "🎓", "🧒", "Lily", "🌟")
    good = mei.last
    zhao.block()
    mei.press(data_of(mei, "❤️", good), good)
    await home.settle()
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    seen = len(zhao.texts)

    zhao.unblock()
    await say(home, zhao, "/start")

    assert not [text for text in since(zhao, seen) if "Lily" in text or "3B" in text]


async def test_what_is_said_in_the_very_moment_of_going_is_not_read_on_that_phone(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await read(home, on_the_list)
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    seen = len(zhao.texts)

    opened = SlipOpened(1, 1, "guardian")
    await read(
        home,
        lambda tx: notify(
            tx, [Notification(2, about, Lane.NOTICE) for about in (ClassGiven(1), StaffShown(1), opened)]
        ),
    )
    await home.settle()

    assert since(zhao, seen) == []
