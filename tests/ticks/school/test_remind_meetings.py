"""Reminders of a talk with the teacher: of one that nobody has any more, or that was called off, nobody hears."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from bot.ticks.school import remind_meetings
from tests.handlers.school.test_meetings import meis_phone, offered, reminders  # noqa: F401 - a fixture
from tests.homeline import Homeline
from tests.households import GRANDMA, tap


async def test_of_a_time_that_was_given_back_nobody_is_reminded(home: Homeline, mei: Phone) -> None:
    await offered(home)
    fang = home.phone(GRANDMA)
    await tap(home, fang, "🪑", "↩️ Free this time")
    await home.until(18, 1)
    assert reminders(fang, "Lily") == reminders(home.phone(ZHAO), "Class 3B") == []
    assert await home.app.store.run(remind_meetings.run_once) == 0


async def test_whoever_has_the_next_time_of_the_day_is_reminded_alone_and_the_teacher_once(
    home: Homeline, mei: Phone
) -> None:
    await offered(home)
    fang = home.phone(GRANDMA)
    await tap(home, fang, "🪑")
    mei.press("meeting_take:3:1", mei.last)
    await home.settle()
    await home.until(18, 1)
    assert reminders(fang, "Lily") == ["Soon you meet Zhao Lan at school: tomorrow, 16:00."]
    assert home.phone(MEI).sees("Soon you meet Zhao Lan at school: tomorrow, 16:30 there, 12:30 for you.")
    (talks,) = reminders(home.phone(ZHAO), "Class 3B")
    assert talks.endswith("16:00  Lily (Grandma)\n16:30  Lily (Mei)")
    assert await home.app.store.run(remind_meetings.run_once) == 0


async def test_whoever_took_a_time_a_moment_ago_is_not_reminded_of_it_but_the_teacher_reads_the_day(
    home: Homeline, mei: Phone
) -> None:
    await offered(home)
    await home.until(17, 40)
    fang, zhao = home.phone(GRANDMA), home.phone(ZHAO)
    await tap(home, fang, "🪑")
    await home.until(18, 5)
    assert reminders(fang, "Lily") == []
    assert reminders(zhao, "Class 3B") == ["Your talks, Wed, Nov 25:\n16:00  Lily (Grandma)"]
    await home.until(15, 31)
    assert reminders(fang, "Lily") == ["It is nearly time: you meet Zhao Lan at school, 16:00."]


async def test_a_time_taken_ten_minutes_before_reminds_nobody_and_hides_no_other(home: Homeline, mei: Phone) -> None:
    await offered(home)
    fang, zhao = home.phone(GRANDMA), home.phone(ZHAO)
    mei.press("meeting_take:3:1", mei.last)  # 16:30
    await home.settle()
    await home.until(15, 50, day=1)
    await tap(home, fang, "🏠", "🎓 School", "👁", "🪑", "➕", "🪑")
    assert "You meet Zhao Lan at school: today, 16:00." in fang.texts[-1]
    assert zhao.sees("Lily (Grandma) comes: today, 16:00.")
    await home.until(16, 1)
    assert reminders(fang, "Lily") == []
    assert reminders(zhao, "Class 3B")[1:] == ["Your talks begin soon:\n16:30  Lily (Mei)"]
    assert sum("It is nearly time" in each for each in mei.texts) == 1


async def test_a_far_parent_reads_on_both_clocks_that_it_is_nearly_time(home: Homeline, mei: Phone) -> None:
    await offered(home, "🎓 At school")
    await tap(home, mei, "📞")
    await home.until(15, 31, day=1)
    assert reminders(mei, "Lily")[-1] == (
        "It is nearly time: you talk with Zhao Lan by phone, 16:00 there, 12:00 for you."
    )
