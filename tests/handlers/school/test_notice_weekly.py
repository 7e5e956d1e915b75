"""⏰ Every week on a day until a date: each a notice of its own; stopped with one tap, taken up again with another."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import carried, say, tap

GYM = "Gym bag today"


async def every_friday(home: Homeline, zhao: Phone, until: str = "Fri, Dec 11") -> None:
    """At seven, from Friday, 27 November."""
    await say(home, zhao, f"📣 {GYM}")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", until)


def gym(phone: Phone) -> list[str]:
    return [each for each in news(phone) if GYM in each]


async def test_each_of_them_is_a_notice_of_its_own_until_the_last_and_then_its_teacher_reads_that_it_is_over(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await every_friday(home, zhao)
    assert zhao.texts[-1] == (
        f"⏰ Goes to class 3B every Friday at 07:00 until Fri, Dec 11. Next: Fri, Nov 27.\n\n{GYM}"
    )
    assert not gym(fang)
    await home.until(7, 0, day=4)
    assert len(gym(fang)) == 1
    await tap(home, fang, "🙏")
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]
    first = zhao.last
    await tap(home, zhao, "👁")
    assert "1 household: all are in." in zhao.texts[-1]

    await home.until(7, 0, day=7)
    assert len(gym(fang)) == 2
    await tap(home, zhao, "👁")
    assert zhao.last is not first
    assert "0 of 1 household; 1 to go." in zhao.texts[-1]
    assert "That was the last one" not in "".join(zhao.texts)

    await home.until(7, 0, day=7)
    assert len(gym(fang)) == 3
    assert sum("⏰ That was the last one for class 3B. It is over now." in each for each in zhao.texts) == 1
    await home.until(7, 0, day=7)
    await home.later(days=7)
    assert len(gym(fang)) == 3


async def test_it_is_listed_changed_for_all_weeks_to_come_stopped_and_taken_up_again(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await every_friday(home, zhao)
    await tap(home, zhao, "🏠", "🎓", "⏰ Gym bag", "✏️ Change")
    await say(home, zhao, f"{GYM}, and a towel")
    assert "every Friday at 07:00 until Fri, Dec 11" in zhao.texts[-1]
    await tap(home, zhao, "⏰ Another time", "Thursday", "06:30", "Thu, Dec 10")
    assert "every Thursday at 06:30 until Thu, Dec 10. Next: Thu, Nov 26." in zhao.texts[-1]
    await tap(home, zhao, "⏹ Stop")
    card = zhao.last
    assert card.words == "All right. This notice goes to nobody."
    await home.until(6, 30, day=2)
    await tap(home, zhao, "↩️")
    assert "Next: Thu, Nov 26." in card.words
    await home.until(7, 0, day=1)
    assert [each.splitlines()[1] for each in gym(fang)] == [f"{GYM}, and a towel"]

    await tap(home, zhao, "🏠", "🎓", "⏰ Gym bag", "⏹ Stop")
    undo, card = carried(zhao.last, "↩️"), zhao.last
    await home.until(6, 31, day=7)
    assert len(gym(fang)) == 1
    zhao.press(undo, card)
    await home.settle()
    assert zhao.toast == OVER  # its time has passed: nothing comes late


async def test_what_was_not_offered_starts_nothing(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await say(home, zhao, f"📣 {GYM}")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week")
    assert zhao.texts[-1] == "Every week on which day?"
    card = zhao.last
    for forged in ("weekly_day:1:9", "weekly_until:1:4:420:20261120", "weekly_until:1:4:420:20270806"):
        zhao.press(forged, card)
        await home.settle()
        assert card.words == "Every week on which day?"
    zhao.press("weekly_time:1:4:421", card)
    await home.settle()
    assert card.words == "Every Friday: at what time? This is the school's clock."
    await tap(home, zhao, "07:00")
    assert labels(zhao) == ["Fri, Dec 4", "Fri, Dec 11"]
    assert "Fri, Jul 30" in [each.text for row in zhao.last.buttons for each in row]
    await home.until(7, 1, day=5)
    assert not gym(fang)

    await say(home, zhao, "📣 Storm")
    await tap(home, zhao, "✏️ More", "⚡ Urgent", "⏰ At a time")
    assert "⏰ Every week" not in [each.text for row in zhao.last.buttons for each in row]
    zhao.press("weekly_until:2:4:420:20261211", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_a_card_from_before_sends_one_and_the_weeks_go_on(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await say(home, zhao, f"📣 {GYM}")
    card = zhao.last
    send = carried(card, "📣 Send")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 4")
    zhao.press(send, card)
    await home.settle()
    assert len(gym(fang)) == 1
    await home.until(7, 0, day=4)
    await home.until(7, 0, day=7)
    assert len(gym(fang)) == 3


async def test_ten_that_go_out_every_week_are_enough_and_they_leave_room_for_the_day(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    for _ in range(10):
        await every_friday(home, zhao)
        assert "every Friday" in zhao.texts[-1]
    await say(home, zhao, f"📣 {GYM}")
    await tap(home, zhao, "📣 Send")
    assert len(gym(fang)) == 1
    await say(home, zhao, "📣 Eleven")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 11")
    assert zhao.toast == "Ten notices already go out every week. Stop one of them first."
    await tap(home, zhao, "🏠", "🎓")
    assert "✏️ Eleven" in [each.text for row in zhao.last.buttons for each in row]


async def test_with_its_class_it_ends_and_its_teacher_reads_what_goes_out_no_more(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await every_friday(home, zhao)
    zhao.press("class_close_yes:1", zhao.last)
    await home.settle()
    told = "Class 3B is over. What was still to be sent goes to nobody:\n⏰ Gym bag today"
    assert sum(told in each for each in zhao.texts) == 1
    await home.until(7, 0, day=5)
    assert not gym(fang)
    assert not [each for each in fang.texts if "goes to nobody" in each]
