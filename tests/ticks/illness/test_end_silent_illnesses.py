"""SG-06: an illness of which nobody has said anything for two weeks ends without an all-clear, and is forgotten."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.db.tables import illness
from bot.db.transaction import Tx
from bot.simulator.phone import Phone
from tests.homeline import ZHAO, Homeline
from tests.households import read, say, since, tap
from tests.illness_cast import english_family, fever

ENDED = "I have heard nothing more of Lily."
TO_PARENTS = (
    "🤒 Lily, from Grandma\nFor two weeks I have not heard how Lily is. I stop asking at home now. "
    "That does not mean that all is well. A call will tell."
)
AT_HOME = "I do not ask any more how Lily is.\nTell me when all is well. 🤒 is always there."


def threads(tx: Tx) -> list[tuple[str, str | None]]:
    return [(row.state, row.outcome) for row in tx.all(select(illness).order_by(illness.c.id))]


def all_clears(*phones: Phone) -> list[str]:
    return [text for phone in phones for text in phone.texts if "is better" in text or "🌤" in text.split("\n")[0]]


async def test_sg_06_after_two_weeks_without_a_word_it_ends_and_nobody_reads_that_all_is_well(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(days=13)
    assert await read(home, threads) == [("open", None)]
    assert ENDED not in "".join(mei.texts)

    await home.later(days=1, hours=1)
    await home.until(12)

    assert await read(home, threads) == [("closed", "unknown")]
    assert mei.texts.count(TO_PARENTS) == 1
    assert fang.texts.count(AT_HOME) == 1
    assert any(text.endswith(ENDED) for text in mei.texts)
    assert all_clears(mei, fang) == []
    before = len(fang.texts)
    await home.later(days=2)
    assert not [text for text in since(fang, before) if "How is Lily now?" in text]


async def test_sg_06_any_word_of_anybody_keeps_it_open(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(days=10)
    await tap(home, fang, "☁️ The same")
    await home.later(days=10)
    await tap(home, mei, "🙏")
    await home.later(days=13)
    assert await read(home, threads) == [("open", None)]
    await tap(home, fang, "🌤 Better")
    assert any("Lily is better, says Grandma." in text for text in mei.texts)


async def test_sg_06_a_late_all_clear_reaches_those_who_were_alerted_unless_the_child_is_ill_again(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(days=14, hours=1)
    await home.until(12)
    ended = next(each for each in reversed(fang.messages) if each.words == AT_HOME)
    await fever(home, fang)
    fang.tap("🌤", message=ended)
    await home.settle()
    assert all_clears(mei) == []
    assert await read(home, threads) == [("closed", "unknown"), ("open", None)]

    await tap(home, fang, "🌤 Better")
    fang.tap("🌤", message=ended)
    await home.settle()
    assert await read(home, threads) == [("closed", "better"), ("closed", "better")]
    assert "🌤 Lily is better, says Grandma." in mei.texts


async def test_sg_06_it_is_forgotten_ninety_days_after_it_ended(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(days=14, hours=1)
    ended_at = await read(home, lambda tx: tx.scalar(select(illness.c.closed_at)))
    home.clock.move_to(ended_at + timedelta(days=90) - timedelta(hours=1))
    await home.settle()
    assert await read(home, lambda tx: tx.scalar(select(func.count()).select_from(illness))) == 1
    await home.later(hours=2)
    assert await read(home, lambda tx: tx.scalar(select(func.count()).select_from(illness))) == 0


async def test_sg_06_words_from_home_after_the_end_belong_to_no_thread(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(days=14, hours=1)
    await say(home, fang, "since this noon")
    assert "since this noon" not in "".join(mei.texts)


async def test_sg_06_the_teacher_reads_no_all_clear_either(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    await home.later(days=14, hours=1)
    await home.until(12)
    assert await read(home, threads) == [("closed", "unknown")]
    assert any(text.endswith(ENDED) for text in zhao.texts)
    assert all_clears(mei, fang, zhao) == []
