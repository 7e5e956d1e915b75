"""Nobody has answered what a family wrote to the school: its teacher is reminded once, then the family hears so."""

import pytest

from bot.app import App
from bot.domain.local_time import DAY, local
from bot.queries.school import school_talks as rows
from bot.queries.school import schools
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from bot.ticks.school import tell_talk_silences
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import data_of, labels
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, TO_LEAD, separate_father, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, since, tap

NUMBER = "71 200 00 00"
REMINDED = "✉️ 1 family waits for an answer.\nWhere no answer is needed, 🙏 is enough."


async def monday(home: Homeline) -> None:
    """Ten in the morning at school, where the office is open from eight to five."""
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await read(home, lambda tx: schools.keep_number(tx, 1, NUMBER))
    await home.until(10, day=1)
    while home.clock.now().weekday():
        await home.until(10, day=1)


async def told_of_silence(home: Homeline, phone: Phone) -> None:
    """Written on Monday; on Tuesday the school was reminded, and it is Wednesday morning."""
    await monday(home)
    await write(home, phone, SHOES)
    for _ in range(2):
        await home.until(8, 1, day=1)


def unanswered(phone: Phone) -> list[str]:
    """All that says so."""
    return [each for each in phone.texts if "You wrote to the school" in each]


async def test_the_teacher_is_reminded_once_and_the_family_hears_a_day_later_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await monday(home)
    await write(home, fang, SHOES)
    teacher = len(zhao.texts)
    await home.until(7, day=1)
    assert since(zhao, teacher) == []
    await home.until(8, 1)
    assert since(zhao, teacher) == [REMINDED]
    assert zhao.last.silent
    assert labels(zhao.last)[0] == "✉️ Lily · 3B"
    assert unanswered(fang) == []

    await home.until(7, day=1)
    assert since(zhao, teacher) == [REMINDED]
    await home.until(8, 1)
    (told,) = unanswered(fang)
    assert told == (
        "✉️ Lily\nYou wrote to the school (Monday).\nZhao Lan has it.\nNo answer has come yet.\n"
        f"If you need one soon, please phone the school.\nVillage school: {NUMBER}"
    )
    for _ in range(10):
        await home.later(days=1)
    assert since(zhao, teacher) == [REMINDED]
    assert unanswered(fang) == [told]
    assert unanswered(mei) == []  # she has not written
    assert await read(home, tell_talk_silences.run_once) == 0


@pytest.mark.wired
async def test_no_family_hears_of_a_silence_in_which_homeline_stood_still(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await monday(home)
    await write(home, fang, SHOES)
    await home.until(8, 1, day=1)
    assert REMINDED in zhao.texts
    await home.app.close()
    home.clock.push(2 * DAY)
    home.app = App(home.app.settings, home.clock, long_poll=0)
    await home.open()
    await home.app.ticking.each_minute()  # each of the two jobs may be the first
    await home.later(seconds=1)
    await home.later(minutes=2)
    assert unanswered(fang) == []
    await home.until(7, day=1)
    assert unanswered(fang) == []  # the school has its day first
    await home.until(8, 5)
    assert len(unanswered(fang)) == 1


async def test_the_answer_stands_where_it_was_said_that_there_is_none_and_a_new_question_begins_anew(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await told_of_silence(home, fang)
    told = next(each for each in reversed(fang.messages) if "No answer has" in each.words)
    assert "✉️ Write to teacher" in "".join(button.text for row in told.buttons for button in row)
    zhao.say("She can borrow some.", to=next(each for each in zhao.messages if SHOES in each.words))
    await home.settle()
    assert told.words == "✉️ Lily\n✅ This has been answered."
    count = len(fang.messages)
    await tap(home, zhao, "↩️")
    assert "No answer has come yet." in told.words
    assert not any("✅" in each.words for each in fang.messages)
    assert zhao.texts.count(REMINDED) == 1
    assert len(fang.messages) < count
    zhao.say("She can borrow some.", to=next(each for each in zhao.messages if SHOES in each.words))
    await home.settle()
    assert told.words == "✉️ Lily\n✅ This has been answered."
    assert fang.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nShe can borrow some."

    teacher = len(zhao.texts)
    await write(home, fang, "And an apron?")
    assert since(zhao, teacher) == ["✉️ Lily, from Grandma\nAnd an apron?"]
    await home.until(8, 1, day=1)
    await home.until(8, 1, day=1)
    assert REMINDED in since(zhao, teacher)


async def test_what_a_family_writes_after_it_has_heard_of_a_silence_is_reminded_of_and_told_as_well_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await told_of_silence(home, fang)
    assert len(unanswered(fang)) == 1
    await home.until(10)
    teacher = len(zhao.texts)
    await write(home, fang, "And an apron?")
    await write(home, fang, "A blue one.")
    assert "No answer has come yet." in unanswered(fang)[0]
    await home.until(8, 1, day=1)
    assert since(zhao, teacher).count(REMINDED) == 1
    await home.until(8, 1, day=1)
    assert "You wrote to the school (Wednesday)." in unanswered(fang)[-1]
    told = len(fang.messages)
    for _ in range(10):
        await home.later(days=1)
    assert since(zhao, teacher).count(REMINDED) == 1
    assert not any("You wrote" in each.words for each in fang.messages[told:])
    assert unanswered(mei) == []


async def test_who_takes_a_class_hears_what_waits_there_and_the_family_if_they_do_not_answer_either(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await told_of_silence(home, fang)
    await home.until(10)
    teacher, family = len(zhao.texts), len(fang.texts)
    await tap(home, lead, "🏠", "🎓 Teachers", "🎓 3B", "🎓 Li Na")
    assert "Class 3B is with Li Na." in lead.texts[-1]
    assert not any(SHOES in each for each in lead.texts)
    await home.until(8, 1, day=1)
    assert REMINDED in lead.texts
    await home.until(8, 1, day=1)
    assert REMINDED not in since(zhao, teacher)
    assert any("Li Na has it." in each and "No answer has" in each for each in since(fang, family))


async def test_what_was_answered_or_seen_or_taken_back_reminds_nobody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await monday(home)
    await write(home, fang, SHOES)
    await tap(home, zhao, "🙏 Seen")
    await write(home, mei, "Is she there?")
    mei.press(data_of(mei, "↩️"), mei.last)
    await home.settle()
    await write(home, fang, "And no apron.")
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, zhao, "She can borrow both.")  # of her own accord, which is an answer, too
    teacher = len(zhao.texts)
    for _ in range(5):
        await home.later(days=1)
    assert since(zhao, teacher) == []
    assert unanswered(fang) == unanswered(mei) == []


async def test_at_the_weekend_and_in_the_holidays_nobody_is_reminded(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await monday(home)
    await home.until(10, day=4)
    await write(home, fang, SHOES)
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    free = local(home.clock.now(), "Asia/Shanghai").date() + 3 * DAY
    await say(home, zhao, f"{free.isoformat()} Holiday")
    await tap(home, zhao, "✅")
    teacher = len(zhao.texts)
    for _ in range(3):
        await home.until(8, 1, day=1)
        assert REMINDED not in since(zhao, teacher)
    await home.until(8, 1, day=1)
    assert REMINDED in since(zhao, teacher)


async def test_whose_phone_is_out_of_reach_is_said_and_not_that_they_have_it(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await monday(home)
    zhao.block()
    await write(home, fang, SHOES)
    for _ in range(3):
        await home.until(8, 1, day=1)
    (told,) = unanswered(fang)
    assert told == (
        "✉️ Lily\nYou wrote to the school (Monday).\n"
        "Zhao Lan cannot be reached here now. It waits.\nIf it cannot wait, please phone the school.\n"
        f"Village school: {NUMBER}"
    )


async def test_what_was_lost_was_told_as_that_and_never_as_unanswered(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await monday(home)
    home.simulator.faults.refuse(times=9, chat=ZHAO.id)
    await write(home, fang, SHOES)
    await home.later(minutes=1)
    home.simulator.faults.clear()
    for _ in range(4):
        await home.until(8, 1, day=1)
    assert unanswered(fang) == []


async def test_on_separate_lines_only_who_has_asked_hears_of_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await monday(home)
    await home.until(15)
    await write(home, jun, "Who fetches her?")
    mother = len(mei.texts)
    for _ in range(4):
        await home.until(15, day=1)
    assert len(unanswered(jun)) == 1
    assert unanswered(mei) == unanswered(fang) == []
    assert not any("Jun" in each for each in mei.texts[mother:])


async def test_while_nothing_is_shared_nobody_is_reminded_and_afterwards_it_goes_on(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await monday(home)
    await write(home, fang, SHOES)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    teacher = len(zhao.texts)
    for _ in range(3):
        await home.until(9, day=1)
    assert not any("waits" in each for each in since(zhao, teacher))
    assert unanswered(fang) == []
    await tap(home, mei, "🏠", "⚙️", "👥", "▶️ Share again")
    await home.until(9, day=1)
    assert REMINDED in since(zhao, teacher)


async def test_handed_on_both_are_reminded_and_the_family_reads_who_has_it(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await monday(home)
    await write(home, fang, SHOES)
    await tap(home, zhao, TO_LEAD)
    await home.until(8, 1, day=1)
    assert REMINDED in zhao.texts
    assert REMINDED in lead.texts
    await home.until(8, 1, day=1)
    assert any("No answer has" in each and "Zhao Lan and Li Na have it." in each for each in fang.texts)
    thread = await read(home, lambda tx: rows.thread(tx, 1))
    assert thread is not None
    assert thread.next_at is None
    assert not any(MEI.first_name in each for each in fang.texts if "No answer has" in each)
