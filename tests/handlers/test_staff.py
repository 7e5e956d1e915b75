"""Who works at a school: let in by the lead, taken out, gone by themselves; and what their phone reads then."""

from dataclasses import replace

import pytest

from bot.domain.audit import Deed
from bot.domain.staffing import ClassGiven, StaffShown
from bot.domain.tell import Lane, Tell
from bot.keeping import schooling
from bot.simulator.cast import IVAN, LI, MEI, ZHAO
from bot.simulator.phone import Phone
from bot.storage import schools
from bot.storage.tables import audit, staff
from bot.storage.tellings import tell
from bot.storage.transaction import Tx
from tests.handlers.schools_steps import OVER, data_of
from tests.homeline import Homeline, link_in
from tests.households import GRANDMA, english_family, read, say, since, tap
from tests.remembering import remembered

LEAD = replace(LI, language_code="en")
STRANGER = replace(IVAN, language_code="en")
OTHER_LEAD = replace(LI, id=6_481_520_190, first_name="Amir", username=None, language_code="en")


@remembered
async def code(home: Homeline) -> str:
    """A teacher's code from the lead's menu."""
    await tap(home, home.phone(LEAD), "🏠", "🔗")
    return link_in(home.phone(LEAD)).rpartition("=")[2]


@remembered
async def two_teachers(home: Homeline) -> None:
    """Li leads and has let in Zhao, whose class 3B Lily is in."""
    await home.school(LEAD)
    await home.newcomer(ZHAO, await code(home))
    await tap(home, home.phone(LEAD), "✅")
    await english_family(home)
    await home.pupil(await home.class_room(ZHAO), MEI, ZHAO)


@pytest.fixture
async def lead(home: Homeline) -> Phone:
    """The lead's phone, where Zhao teaches 3B."""
    await two_teachers(home)
    return home.phone(LEAD)


def deeds(tx: Tx) -> list[str]:
    return [row.action for row in tx.all(audit.select().where(audit.c.entity == "staff").order_by(audit.c.id))]


async def list_of(home: Homeline, lead: Phone) -> str:
    await tap(home, lead, "🏠", "🎓 Teachers")
    return lead.texts[-1]


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
    assert await read(home, deeds) == [Deed.TEACHER_ASKED, Deed.TEACHER_JOINED]


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
    assert "3B" in lead.texts[-1]
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


async def test_what_families_answer_goes_to_whoever_has_the_class_now(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await tap(home, zhao, "🏠", "🎓", "🧒", "Lily", "📞")
    call = mei.last
    await tap(home, zhao, "🧒", "Lily", "🤒 Ill at school", "🌡")
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    before = list(zhao.texts)

    await tap(home, fang, "🙏")
    mei.press(data_of(mei, "🤙", call), call)
    await home.settle()

    assert zhao.texts == before  # nothing new, and nothing changed in place
    assert "🙏 Lily's family has seen it." in lead.texts
    assert "🤙 Lily's family is calling you." in lead.texts


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
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    seen = len(zhao.texts)

    await read(home, lambda tx: tell(tx, [Tell(2, about, Lane.NOTICE) for about in (ClassGiven(1), StaffShown(1))]))
    await home.settle()

    assert since(zhao, seen) == []


async def test_a_notice_that_had_its_time_waits_for_the_lead_and_goes_out_in_nobody_elses_name(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await tap(home, zhao, "🏠", "📣")
    await say(home, zhao, "Bring a coat")
    await tap(home, zhao, "🙏", "⏰", "⏰ Tomorrow 07")
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    seen = len(mei.texts)

    await home.later(days=2)
    assert not [text for text in since(mei, seen) if "coat" in text]
    await tap(home, lead, "⏰ Bring a coat", "✅")
    assert "📣 Class 3B, Li Na\nBring a coat" in mei.texts[-1]


async def test_a_class_is_given_away_with_one_tap_and_its_poster_renewed_by_the_lead(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    old = link_in(zhao)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na")

    assert mei.texts[-1] == zhao.texts[-1] == "🎓 Class 3B is with Li Na now."
    zhao.press("class:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, lead, "🎓 Zhao Lan")
    assert zhao.texts[-1] == "🎓 Class 3B is with you now."
    seen = len(zhao.texts)
    await tap(home, lead, "🔄")
    assert "let nobody in now" in lead.texts[-3]
    mei.open(old)
    await home.settle()
    assert "There is a newer poster" in mei.texts[-1]
    assert since(zhao, seen) == []


async def test_a_code_that_was_taken_back_or_whose_lead_has_gone_lets_nobody_in(home: Homeline) -> None:
    lead = await home.school(LEAD)
    first, second = await code(home), await code(home)
    await list_of(home, lead)
    await tap(home, lead, "↩️")  # the newest stands first

    ivan = await home.newcomer(STRANGER, second)
    assert "This link does not work any more." in ivan.texts[-1]
    await tap(home, lead, "🏠", "⏰", "👋", "✅")
    assert "You have left Village school." in lead.texts[-1]
    ivan.start(first)
    await home.settle()
    assert "This link does not work any more." in ivan.texts[-1]
    assert await read(home, lambda tx: tx.all(staff.select().where(staff.c.person_id == 2))) == []


async def test_a_teacher_who_leaves_asks_nobody_and_leaves_nothing_in_silence(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    seen = len(mei.texts)
    await tap(home, zhao, "🏠", "⏰", "👋", "✅")

    assert "You have left Village school." in zhao.texts[-1]
    assert since(mei, seen) == ["🎓 Class 3B is with Li Na now."]
    assert "Zhao Lan does not teach at Village school now." in lead.texts[-1]
    assert Deed.TEACHER_LEFT in await read(home, deeds)


async def test_a_lead_who_leaves_says_who_leads_then(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    ivan = await home.newcomer(STRANGER, await code(home))
    await home.class_room(LEAD, "4A")
    await tap(home, lead, "🏠", "⏰", "👋", "🎓 Zhao Lan")

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
    await tap(home, zhao, "🏠", "⏰", "🗑", "✅")

    assert mei.texts[-1] == "🎓 Class 3B has nobody here now. Tell the school itself what is important."
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


async def test_a_code_says_whom_it_is_for_and_is_kept_for_them(home: Homeline) -> None:
    token = await read(home, lambda tx: schools.add(tx, "Village school", "Ms. Zhao"))
    ivan = await home.newcomer(STRANGER, token)
    assert ivan.texts[-1] == "This link is for Ms. Zhao, for Village school. Is that you?"
    await tap(home, ivan, "❌")
    assert "The link still works" in ivan.texts[-1]
    ivan.press("code_mine:yes", ivan.last)
    await home.settle()
    assert ivan.toast == OVER

    zhao = await home.newcomer(ZHAO, token)
    await tap(home, zhao, "✅")
    assert "You lead Village school." in zhao.texts[-1]


async def test_without_a_lead_the_operators_word_lets_a_teacher_in_and_with_one_the_lead_does(home: Homeline) -> None:
    await read(home, lambda tx: schools.add(tx, "Village school"))
    first = await read(home, lambda tx: schools.teacher_code(tx, 1, "Ms. Zhao"))
    zhao = await home.newcomer(ZHAO, first)
    await tap(home, zhao, "✅")
    assert "Welcome to Village school." in zhao.texts[-1]

    lead = await home.newcomer(LEAD, await read(home, lambda tx: schools.lead_code(tx, 1, None)))
    second = await read(home, lambda tx: schools.teacher_code(tx, 1, None))
    ivan = await home.newcomer(STRANGER, second)
    assert "is asked to say yes" in ivan.texts[-1]
    assert "Ivan Petrov wants to teach" in lead.texts[-1]
    await home.newcomer(OTHER_LEAD, await read(home, lambda tx: schools.lead_code(tx, 1, None)))
    assert "Amir leads Village school too now." in lead.texts[-1]


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
