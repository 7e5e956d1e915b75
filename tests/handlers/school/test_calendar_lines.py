"""📅 Lines of a calendar as people type them: a summer is a holiday, and a day that could be another is asked about."""

import pytest

from bot.simulator.cast import IVAN, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.test_calendars import meis_phone  # noqa: F401 - a fixture
from tests.homeline import Homeline
from tests.households import say, tap


@pytest.fixture(name="zhao")
async def leads_phone(home: Homeline, mei: Phone) -> Phone:
    """Ms. Zhao is asked for the calendar."""
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    return zhao


async def test_a_summer_is_a_holiday_however_it_is_written(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "3.7.2027-31.8.2027 Summer")
    assert "I read 1 line:\n🏫 Sat, Jul 3 – Tue, Aug 31: Summer\n" in zhao.texts[-1]
    await say(home, zhao, "暑假 7月3日到8月31日\n1.7.2027-1.7.2030 Summer\n31.8.2027-3.7.2027 Summer")
    text = zhao.texts[-1]
    assert "I read 2 lines:" in text
    assert "\n🏫 Sat, Jul 3 – Tue, Aug 31: 暑假\n" in text
    assert "❌ “31.8.2027-3.7.2027 S”: its last day comes before its first.\n" in text


async def test_which_number_is_the_day_is_asked_once_for_all_lines_and_nothing_is_kept_before(
    home: Homeline, zhao: Phone
) -> None:
    await say(home, zhao, "5.12. Sports day")
    old = zhao.last
    await say(home, zhao, "3/7/2027 Trip\n4/8/2027 Play")
    text = zhao.texts[-1]
    assert "“3/7/2027 Trip”: which day do you mean?\nI read 1 more line the same way." in text
    assert labels(zhao.last)[:3] == ["📅 Sat, Jul 3", "📅 Sun, Mar 7", "❌ Neither"]
    zhao.press("calendar_take:1:1", old)  # a card from before: it asks, and loses nothing
    await home.settle()
    assert "which day do you mean?" in next(each.text for each in zhao.messages if each.id == old.id)
    await tap(home, zhao, "📅 Sun, Mar 7")
    text = zhao.texts[-1]
    assert "I read 3 lines:" in text
    assert "Sun, Mar 7: Trip\n" in text
    assert "Thu, Apr 8: Play\n" in text
    await say(home, zhao, "5/9/2027 Fair")  # what comes after is meant in the same way
    assert "Sun, May 9: Fair" in zhao.texts[-1]
    await tap(home, zhao, "✅")
    assert "4 lines are in the calendar now." in zhao.texts[-1]


async def test_who_means_neither_keeps_the_rest_and_reads_what_helps(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "3/7/2027 Trip\n5.12. Sports day")
    card = zhao.last
    await tap(home, zhao, "❌ Neither")
    assert "❌ “3/7/2027 Trip”: please write the month as a word.\n" in zhao.texts[-1]
    zhao.press("calendar_order:1:day", card)
    await home.settle()
    assert zhao.toast == OVER
    await say(home, zhao, "3 July 2027 Trip")
    await tap(home, zhao, "✅")
    assert "2 lines are in the calendar now." in zhao.texts[-1]


async def test_a_day_that_is_known_by_another_line_is_not_asked_about(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "3/7/2027 Trip")
    await say(home, zhao, "25/12/2026 Play")  # Telegram splits what is long
    text = zhao.texts[-1]
    assert "which day" not in text
    assert "Sat, Jul 3: Trip" in text


async def test_nobody_else_answers_for_them(home: Homeline, zhao: Phone) -> None:
    await home.newcomer(IVAN)
    ivan = home.phone(IVAN)
    await say(home, zhao, "3/7/2027 Trip")
    ivan.press("calendar_order:1:day", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    assert not ivan.sees("Trip")
    assert "which day do you mean?" in zhao.texts[-1]
