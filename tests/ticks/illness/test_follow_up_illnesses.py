"""While a child is ill home is asked after four hours and each morning, on the child's clock."""

from datetime import UTC, datetime

from bot.queries.circle import circles, people
from tests.homeline import Homeline
from tests.illness_cast import count, english_family, fever, labels, newest
from tests.ticks.illness.test_escalate_illnesses import NOBODY


async def test_home_is_asked_after_four_hours_next_morning_and_every_morning(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🙏")
    await home.settle()
    await home.later(hours=3, minutes=59, seconds=59)
    assert not fang.sees("How is Lily now?")
    await home.later(seconds=1)
    assert labels(newest(fang, "How is Lily now?"))[:4] == ["🌤 Better", "☁️ The same", "⛈ Worse", "🩺 Saw a doctor"]

    await home.until(7, 59, day=1)
    assert count(fang, "How is Lily now?") == 1
    await home.until(8, 0)
    assert count(fang, "How is Lily now?") == 2
    await home.until(8, 0, day=1)
    assert count(fang, "How is Lily now?") == 3

    fang.tap("🌤", message=newest(fang, "How is Lily now?"))
    await home.settle()
    assert mei.last.words == "🌤 Lily is better, says Grandma."
    await home.until(8, 30, day=1)
    assert count(fang, "How is Lily now?") == 2  # the answered one is thanks now


async def test_what_a_night_holds_is_asked_once_in_the_morning(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 45)
    await fever(home, fang)
    mei.tap("🙏")
    await home.settle()
    for _ in range(12):
        await home.later(hours=1)
    assert count(fang, "How is Lily now?") == 1
    await home.until(10)
    assert count(fang, "How is Lily now?") == 1
    await home.until(8, 0, day=1)
    assert count(fang, "How is Lily now?") == 2


async def test_the_same_and_the_doctor_edit_the_alert_and_are_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🙏")
    await home.settle()
    await home.later(hours=4)
    question = newest(fang, "How is Lily now?")
    same = next(b.data for row in question.buttons for b in row if b.text.startswith("☁️"))
    for _ in range(10):
        fang.press(same, question)
    await home.settle()
    assert mei.last.words == "🤒 Lily, from Grandma\n☁️ Lily is the same, says Grandma. 20:00 at home, 16:00 for you."
    assert "☁️ Lily is the same" in newest(mei, "Lily is ill").words
    assert count(mei, "the same, says Grandma") == 2
    assert newest(fang, "Thank you").words == "☁️ Thank you. Mei will see it."

    await home.until(8, 0, day=1)
    fang.tap("🩺")
    await home.settle()
    assert newest(fang, "Thank you").words == (
        "🩺 Thank you. It reaches Mei later: today, 07:00 there, 11:00 for you.\n"
        "If Lily is resting now, I can stop asking."
    )
    await home.until(7, 0, zone="Asia/Dubai")
    assert "🩺 Lily saw a doctor, says Grandma. 08:00 at home, 04:00 for you." in mei.last.words


async def test_worse_shows_the_card_again_and_asks_everybody_anew(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: people.change(tx, 1, quiet_from=0, quiet_until=1439))
    await fever(home, fang)
    mei.tap("🙏")
    await home.settle()
    await home.later(hours=4)
    cards = count(fang, "Call NOW")
    fang.tap("⛈", message=newest(fang, "How is Lily now?"))
    await home.settle()

    assert count(fang, "Call NOW") == cards + 1
    assert "⛈ Lily is worse, says Grandma. 20:00 at home, 16:00 for you." in mei.last.words
    assert "🙏 Seen" in labels(mei.last)
    assert "Seen" not in mei.last.words
    before = count(mei, "🤒 Lily")
    await home.later(minutes=15)
    assert count(mei, "🤒 Lily") == before + 1
    await home.later(minutes=45)
    assert count(fang, NOBODY) == 1


async def test_an_old_question_is_over_once_somebody_has_answered(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(hours=4)
    first = newest(fang, "How is Lily now?")
    old = next(b.data for row in first.buttons for b in row if b.text.startswith("⛈"))
    fang.tap("☁️", message=first)
    await home.settle()
    before = count(mei, "🤒 Lily")
    fang.press(old, first)
    await home.settle()

    assert fang.toast == "This has changed since. Home shows what is new."
    assert count(mei, "🤒 Lily") == before


async def test_next_morning_is_the_childs_wall_clock_when_the_clocks_change(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, time_zone="Europe/Chisinau", country="MD"))
    home.clock.move_to(datetime(2027, 3, 27, 16, 0, tzinfo=UTC))
    await fever(home, fang)
    assert newest(fang, "Call NOW").words.split("\n")[1] == "your emergency number"
    mei.tap("🙏")
    await home.settle()
    await home.later(hours=4)

    home.clock.move_to(datetime(2027, 3, 28, 4, 59, 59, tzinfo=UTC))
    await home.settle()
    assert count(fang, "How is Lily now?") == 1
    await home.later(seconds=1)
    assert count(fang, "How is Lily now?") == 2


async def test_a_question_waits_for_the_guardians_morning_and_is_asked_once(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: people.change(tx, 2, quiet_from=21 * 60, quiet_until=8 * 60))
    await home.until(22, 0)
    await fever(home, fang)
    await home.later(hours=4)
    assert not fang.sees("How is Lily now?")

    await home.until(8, 0)
    assert count(fang, "How is Lily now?") == 1
