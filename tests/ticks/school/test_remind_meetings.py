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
