"""⏰ Own date and time in three taps; late in the evening tomorrow comes first, and now stays possible."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import carried, say, tap


async def test_a_day_an_hour_and_a_minute_are_three_taps(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await say(home, zhao, TRIP)
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Own date")
    assert zhao.texts[-1] == "On which day should it go out?"
    days = [each for row in zhao.last.buttons[:-1] for each in row]
    assert [each.text for each in (days[0], days[1], days[-1])] == ["Mon, Nov 23", "Tue, Nov 24", "Sun, Dec 6"]
    await tap(home, zhao, "Tue, Dec 1", "16:00", "⏰ 16:30")
    assert "Goes to class 3B on Tue, Dec 1 at 16:30." in zhao.texts[-1]
    await tap(home, zhao, "🏠", "🎓")
    assert "⏰ Trip on Friday…" in [each.text for row in zhao.last.buttons for each in row]

    await home.until(16, 29, day=8)
    assert not news(fang)
    await home.until(16, 30)
    assert len(news(fang)) == 1


async def test_a_time_that_has_passed_meanwhile_sends_nothing_and_days_are_offered_anew(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await say(home, zhao, TRIP)
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Own date", "Mon, Nov 23", "22:00")
    card = zhao.last
    minute = carried(card, "⏰ 22:15")
    await home.until(22, 20)
    zhao.press(minute, card)
    await home.settle()
    assert card.words == "That time has passed. Nothing went out.\nOn which day should it go out?"
    assert not news(fang)

    for forged in ("notice_hour:1:20261123:5", "notice_hour:1:20261124:3", "notice_hour:1:20261124:99"):
        zhao.press(forged, card)
        await home.settle()
        assert "at what time? This is the school's clock." in card.words
    for forged in ("notice_day:1:20261301", "notice_day:1:20271124", "notice_at:1:202611240300"):
        zhao.press(forged, card)
        await home.settle()
        assert "On which day should it go out?" in card.words
    await tap(home, zhao, "Tue, Nov 24", "07:00", "⏰ 07:00")
    assert "on Tue, Nov 24 at 07:00." in zhao.texts[-1]


async def test_after_nine_tomorrow_comes_first_and_now_remains(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(20, 59)
    await say(home, zhao, "Early")
    assert labels(zhao) == ["📣 Send", "✏️ More…"]
    await tap(home, zhao, "📣 Send")
    await home.until(21, 0)
    await say(home, zhao, TRIP)
    assert [labels(zhao, row) for row in (0, 1)] == [["⏰ Tomorrow 07:00 (Tue, Nov 24)"], ["📣 Send", "✏️ More…"]]
    await tap(home, zhao, "⏰ Tomorrow 07:00")
    assert "Goes to class 3B on Tue, Nov 24 at 07:00." in zhao.texts[-1]
    assert not [each for each in news(fang) if "Trip" in each]
    await home.until(7, 0)
    assert len([each for each in news(fang) if "Trip" in each]) == 1

    await home.until(23, 0)
    await say(home, zhao, "Now")
    await tap(home, zhao, "✏️ More")
    assert labels(zhao) == ["⏰ Tomorrow 07:00 (Wed, Nov 25)"]
    await tap(home, zhao, "📣 Send")
    assert "Sent to 1 household" in zhao.texts[-1]


async def test_what_is_urgent_does_not_wait_for_the_morning(home: Homeline, zhao: Phone) -> None:
    await home.until(22, 0)
    await say(home, zhao, "No school tomorrow")
    await tap(home, zhao, "✏️ More", "⚡ Urgent")
    assert labels(zhao) == ["📣 Send", "⏰ At a time"]


async def test_of_several_classes_one_is_chosen_late_before_anything_is_sent(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠")
    await home.class_room(name="4A")
    await home.until(21, 30)
    await say(home, zhao, TRIP)
    card = zhao.last
    assert zhao.texts[-1].endswith("To which class?")
    zhao.press("notice_at:1:202611240700", card)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "🎓 3B")
    assert labels(zhao) == ["⏰ Tomorrow 07:00 (Tue, Nov 24)"]
    assert not news(fang)
    await tap(home, zhao, "⏰ Tomorrow")
    await home.until(7, 0)
    assert len(news(fang)) == 1


async def test_of_an_empty_class_nothing_waits(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠")
    await home.class_room(name="4A")
    await home.until(21, 30)
    await say(home, zhao, TRIP)
    await tap(home, zhao, "🎓 4A")
    card = zhao.last
    zhao.press("notice_at:1:202611240700", card)
    await home.settle()
    assert "No family has joined class 4A yet." in zhao.texts[-1]
