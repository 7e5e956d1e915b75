"""What time brings while a child is ill: the alert by itself, the ladder, calls that end, follow-ups."""

from datetime import UTC, datetime, timedelta

from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from tests.homeline import Homeline
from tests.illness_cast import JUN_EN, LI_EN, PO_EN, count, english_family, fever, joins, labels, newest

NOBODY = "Nobody has pressed seen yet. If you are worried, get help now. You know Lily best."


async def test_the_alert_leaves_by_itself_after_sixty_seconds(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(seconds=59)
    assert not mei.sees("🤒")

    await home.later(seconds=1)

    assert mei.last.words == "🤒 Lily, from Grandma\nLily is ill. 16:00 at home, 12:00 for you."
    assert newest(fang, "Call NOW").words.endswith("Sent: Lily is ill.\nTo: Mei.")
    await home.later(minutes=5)
    assert count(mei, "🤒 Lily") == 1


async def test_nobody_seen_repeats_after_fifteen_minutes_and_tells_stand_ins_after_sixty(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    po = await joins(home, PO_EN, "guardian", "👴")
    await home.app.store.run(lambda tx: people.change(tx, 1, quiet_from=0, quiet_until=1439))
    await fever(home, fang)

    await home.later(minutes=14, seconds=59)
    assert count(mei, "🤒 Lily") == 1
    await home.later(seconds=1)
    assert count(mei, "🤒 Lily") == 2
    assert count(po, "🤒 Lily") == 1
    await home.later(minutes=44, seconds=59)
    assert not li.sees("🤒")
    assert not fang.sees(NOBODY)

    await home.later(seconds=1)
    assert li.last.words.startswith("🤒 Lily, from Grandma\nLily is ill: fever.")
    assert fang.last.words == NOBODY
    await home.later(hours=2)
    assert (count(mei, "🤒 Lily"), count(li, "🤒 Lily"), count(fang, NOBODY)) == (2, 1, 1)

    li.tap("🙏")
    await home.settle()
    assert fang.last.words == "🙏 Li Na (stand-in) has seen it."


async def test_seen_stops_the_ladder(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=14)
    mei.tap("🙏")
    await home.settle()
    await home.later(hours=2)

    assert count(mei, "🤒 Lily") == 1
    assert not fang.sees(NOBODY)


async def test_a_repeated_alert_is_the_one_that_is_edited(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=15)
    mei.tap("🙏")
    await home.settle()

    assert mei.last.words.endswith("🙏 Seen: Mei")
    assert "🙏 Seen" not in labels(mei.last)


async def test_the_older_alert_loses_its_buttons_when_it_is_repeated(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    first = newest(mei, "is ill")
    await home.later(minutes=15)

    older = next(each for each in mei.messages if each.id == first.id)
    assert older.words == "🤒 Lily, from Grandma\nLily is ill: fever. It stands once more below."
    assert labels(older) == ["🏠 Home", "☂️ Help"]
    assert "🙏 Seen" in labels(newest(mei, "Lily is ill: fever. 16:00"))
    mei.press("ill_seen:1", first)  # a tap that was on its way
    await home.settle()
    assert fang.last.words == "🙏 Mei has seen it."
    assert newest(mei, "🙏 Seen: Mei").id > first.id


async def test_a_call_without_an_outcome_ends_after_two_hours_and_the_ladder_goes_on(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=1, minutes=59, seconds=59)
    assert count(jun, "🤒 Lily") == 1

    await home.later(seconds=1)
    assert fang.sees("I do not know if Mei reached you. If you are worried, get help now.")
    assert count(jun, "🤒 Lily") == 2
    assert "calling" not in newest(jun, "Lily is ill").words
    await home.later(minutes=45)
    assert li.sees("🤒 Lily")
    assert count(fang, NOBODY) == 1
    assert count(fang, "I do not know") == 1


async def test_a_call_that_took_place_does_not_expire(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    mei.tap("✅", message=newest(mei, "is ill"))
    await home.settle()
    await home.later(hours=3)

    assert not fang.sees("I do not know")
    assert count(mei, "🤒 Lily") == 1


async def test_a_call_that_ends_after_the_whole_ladder_repeats_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=15)
    await home.later(minutes=45)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=2)

    assert count(mei, "🤒 Lily") == 3
    assert count(fang, NOBODY) == 1


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
    assert "🩺 Lily saw a doctor, says Grandma. 08:00 at home, 04:00 for you." in mei.last.words
    assert newest(fang, "Thank you").words == "🩺 Thank you. Mei will see it."


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

    assert fang.toast == "This button is over. Home shows what is new."
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


async def test_a_tap_that_comes_while_the_ladder_climbs_is_not_overtaken(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    home.clock.push(timedelta(minutes=15))
    (stale,) = await home.app.store.run(lambda tx: illnesses.due(tx, "escalate_at", 9))
    assert await home.app.store.run(lambda tx: illnesses.still_due(tx, stale, "escalate_at")) is not None
    await home.app.store.run(lambda tx: illnesses.change(tx, 1, "open", seen_at=tx.now, escalate_at=None))
    assert await home.app.store.run(lambda tx: illnesses.still_due(tx, stale, "escalate_at")) is None
    await home.settle()
    assert count(mei, "🤒 Lily") == 1
