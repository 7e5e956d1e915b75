"""What time brings while a child is ill: the alert by itself, the escalation, calls that end, follow-ups."""

from datetime import timedelta

from bot.domain.illness.illnesses import IllnessState
from bot.queries.circle import people
from bot.queries.illness import illnesses
from tests.homeline import Homeline
from tests.illness_cast import LI_EN, PO_EN, count, english_family, fever, joins, labels, newest

NOBODY = "Nobody has pressed seen yet. If you are worried, get help now. You know Lily best."


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


async def test_seen_stops_the_escalation(home: Homeline) -> None:
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
    assert older.words == "🤒 Lily, from Grandma\nLily is ill: fever. It is below once more."
    assert labels(older) == []
    assert "🙏 Seen" in labels(newest(mei, "Lily is ill: fever. 16:00"))
    mei.press("ill_seen:1", first)  # a tap that was on its way
    await home.settle()
    assert fang.last.words == "🙏 Mei has seen it."
    assert newest(mei, "🙏 Seen: Mei").id > first.id


async def test_a_tap_that_comes_while_the_escalation_goes_on_is_not_overtaken(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    home.clock.push(timedelta(minutes=15))
    (stale,) = await home.app.store.run(lambda tx: illnesses.due(tx, "escalate_at", 9))
    assert await home.app.store.run(lambda tx: illnesses.still_due(tx, stale, "escalate_at")) is not None
    await home.app.store.run(lambda tx: illnesses.change(tx, 1, IllnessState.OPEN, seen_at=tx.now, escalate_at=None))
    assert await home.app.store.run(lambda tx: illnesses.still_due(tx, stale, "escalate_at")) is None
    await home.settle()
    assert count(mei, "🤒 Lily") == 1
