"""Notices that wait for their time."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.school.notices import NoticeState
from bot.queries.school import notices
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from bot.ticks.school import send_notices
from tests.handlers.school.notices_steps import news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline


async def scheduled(home: Homeline, zhao: Phone, at: str) -> None:
    """A notice that goes out at a time."""
    zhao.say("📣 Trip")
    await home.settle()
    for tap in ("✏️ More", "⏰", at):
        zhao.tap(tap)
        await home.settle()


async def test_a_notice_goes_out_at_the_schools_wall_clock(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Tomorrow 07:00")
    assert "Goes to class 3B on Tue, Nov 24 at 07:00." in zhao.texts[-1]

    await home.until(6, 59, day=1)
    assert not news(home.phone(MEI))
    await home.until(7, 0)
    assert len(news(home.phone(FANG))) == 1
    assert not news(home.phone(MEI))  # three in the morning in Dubai
    assert "Sent to 1 household of class 3B.\nWhoever sleeps now reads it afterwards." in zhao.texts[-1]
    await home.until(7, 0, zone="Asia/Dubai")
    assert len(news(home.phone(MEI))) == 1
    assert await home.app.store.run(send_notices.run_once) == 0
    await home.later(hours=1)
    assert len(news(home.phone(MEI))) == 1


async def test_times_that_are_past_are_not_offered(home: Homeline, zhao: Phone) -> None:
    await home.until(18, 30)
    zhao.say("📣 Trip")
    await home.settle()
    for tap in ("✏️ More", "⏰"):
        zhao.tap(tap)
        await home.settle()

    labels = [button.text for row in zhao.last.buttons[:-1] for button in row]
    assert labels == [
        "⏰ Tomorrow 07:00 (Tue, Nov 24)",
        "⏰ Tomorrow 18:00 (Tue, Nov 24)",
        "⏰ Mon, Nov 30 07:00",
        "⏰ Own date, time",
        "⏰ Every week",
    ]
    for forged in ("2026112318", "2027112318", "2026112499", "20261124"):  # past, far away, no times
        zhao.press(f"notice_on:1:{forged}", zhao.last)
        await home.settle()
        assert zhao.last.words == "When should it go out? This is the school's clock."


async def test_tomorrow_on_a_button_is_the_day_after_it_was_shown_also_after_midnight(
    home: Homeline, zhao: Phone
) -> None:
    await home.until(18, 30)
    zhao.say("📣 Trip")
    await home.settle()
    for tap in ("✏️ More", "⏰"):
        zhao.tap(tap)
        await home.settle()
    await home.until(0, 30)
    zhao.tap("⏰ Tomorrow 07:00")
    await home.settle()
    assert not news(home.phone(FANG))

    await home.until(7, 1)

    assert len(news(home.phone(FANG))) == 1


async def test_until_it_goes_out_it_can_be_changed_and_withdrawn(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Today 18:00")
    zhao.tap("✏️")
    await home.settle()
    assert "Please write the notice as it should be." in zhao.texts[-1]
    zhao.say("Trip on Saturday")
    await home.settle()
    assert "Trip on Saturday" in zhao.texts[-1]
    zhao.press("notice_urgent:1", zhao.last)
    zhao.press("notice_level:1:sign", zhao.last)
    await home.settle()

    zhao.tap("🏠")
    await home.settle()
    zhao.tap("🎓")
    await home.settle()
    zhao.tap("⏰ Trip on")
    await home.settle()
    zhao.tap("❌")
    await home.settle()
    await home.until(18, 1)
    assert not news(home.phone(MEI))


async def test_change_of_words_after_it_was_withdrawn_goes_nowhere(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Today 18:00")
    withdraw, card = data_of(zhao, "❌"), zhao.last
    zhao.press(withdraw, card)
    zhao.press("notice_change:1", card)
    await home.settle()
    assert zhao.toast == OVER

    await scheduled(home, zhao, "⏰ Today 18:00")
    zhao.tap("✏️")
    await home.settle()
    assert await home.app.store.run(_drop) is True
    zhao.say("Too late")
    await home.settle()
    assert zhao.texts[-1] == "Too late\n\nTo class 3B?"  # a notice of its own, and nobody has it yet


def _drop(tx: Tx) -> bool:
    return notices.change(tx, 2, (NoticeState.SCHEDULED,), state=NoticeState.WITHDRAWN)


async def test_send_now_does_not_wait_and_nothing_follows_later(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Today 18:00")
    zhao.tap("✅")
    await home.settle()
    assert len(news(home.phone(MEI))) == 1

    await home.until(18, 1)
    assert len(news(home.phone(MEI))) == 1


async def test_what_a_class_still_had_scheduled_when_its_year_ended_goes_to_nobody(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Mon, Nov 30")
    home.clock.push(timedelta(days=260))
    assert await home.app.store.run(send_notices.run_once) == 1

    assert await home.app.store.run(send_notices.run_once) == 0
    assert not news(home.phone(MEI))


async def test_until_it_goes_out_it_can_have_another_time(home: Homeline, zhao: Phone) -> None:
    await scheduled(home, zhao, "⏰ Today 18:00")
    for tap in ("⏰ Another time", "⏰ Tomorrow 07:00"):
        zhao.tap(tap)
        await home.settle()
    assert "Goes to class 3B on Tue, Nov 24 at 07:00." in zhao.texts[-1]

    await home.until(18, 1)
    assert not news(home.phone(FANG))
    await home.until(7, 0, day=1)
    assert len(news(home.phone(FANG))) == 1
