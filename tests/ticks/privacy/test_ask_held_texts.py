"""SG-27: what waits for its writer is not forgotten in silence."""

from sqlalchemy import func, select

from bot.db.tables import held_text
from bot.db.transaction import Tx
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, hours, read, say, since, tap

HARD = "I want to die"
ASKED = (
    "Your message waits here until you choose.\nIt sounds like something hard is going on.\nWould you like help now?"
)
STAYS = "What you wrote is still with you. Shall it be sent?"
GOES = "Your message waits here until Sun, Feb 21. Then it is deleted."


def held(tx: Tx) -> int:
    return int(tx.scalar(select(func.count()).select_from(held_text)))


def asked(phone: Phone, count: int) -> list[str]:
    """What came about the text that waits."""
    return [each for each in since(phone, count) if "Your message waits" in each or each == STAYS]


async def written(home: Homeline) -> tuple[Phone, Phone]:
    """On the evening of the 23rd Grandma writes what is held; what has come since to either is counted from here."""
    mei, fang = await english_family(home)
    await home.until(20)
    await tap(home, fang, "🏠", "🎤")
    await say(home, fang, HARD)
    return mei, fang


async def test_sg_27_who_does_not_choose_is_asked_once_more_after_a_day_and_before_it_goes(home: Homeline) -> None:
    mei, fang = await written(home)
    count, of_mei = len(fang.texts), len(mei.texts)
    await hours(home, 23)
    assert asked(fang, count) == []
    await hours(home, 2)
    assert asked(fang, count) == [ASKED]

    await home.later(days=60)
    await home.until(12)
    assert asked(fang, count) == [ASKED]
    await home.later(days=22)
    await home.until(21)
    assert asked(fang, count)[1:] == [
        f"{GOES}\nIt sounds like something hard is going on.\nWould you like help now?",
    ]
    await home.later(days=5)
    assert await read(home, held) == 1

    await home.later(days=2)
    await home.until(12)
    assert await read(home, held) == 0
    assert len(asked(fang, count)) == 2
    assert HARD not in "".join(mei.texts)
    assert "Your message waits" not in "".join(since(mei, of_mei))


async def test_sg_27_who_asked_for_help_is_asked_when_the_hush_ends_and_at_a_kind_hour(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(23)
    await say(home, fang, HARD)
    await tap(home, fang, "✅ Yes, help")
    count = len(fang.texts)
    await home.until(23, 30, day=1)
    assert asked(fang, count) == []
    await home.until(7, 30)
    assert asked(fang, count) == []
    await home.until(8, 1)
    assert asked(fang, count) == [STAYS]

    await tap(home, fang, "❌ Delete it")
    assert await read(home, held) == 0
    await home.later(days=84)
    await home.until(12)
    assert asked(fang, count) == []  # the question has become “It is not sent.”, and no other came


async def test_sg_27_a_later_card_and_quiet_hours_put_the_asking_off(home: Homeline) -> None:
    _mei, fang = await written(home)
    await home.quiet(GRANDMA, 0, 14 * 60)
    await home.until(12, day=1)
    await tap(home, fang, "🏠", "☂️", "☂️ Talk to someone")
    count = len(fang.texts)

    await home.until(13, day=1)
    assert asked(fang, count) == []
    await home.until(14, 1)
    assert asked(fang, count) == [ASKED]


async def test_sg_27_who_has_chosen_is_not_asked_any_more(home: Homeline) -> None:
    mei, fang = await written(home)
    await home.until(23, 30)
    question = next(each for each in reversed(fang.messages) if each.words == ASKED)
    fang.tap("❌ No, not that", message=question)
    await home.settle()
    count = len(fang.texts)
    assert any(HARD in each for each in mei.texts)

    await hours(home, 30)
    assert asked(fang, count) == []


async def test_sg_27_words_of_an_illness_were_not_held_and_nobody_is_asked_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    await say(home, fang, "she is unconscious")
    assert any("she is unconscious" in each for each in mei.texts)
    count = len(fang.texts)
    await hours(home, 72)
    await home.later(days=85)
    assert not [each for each in fang.texts[count:] if "Would you like help" in each or "waits here" in each]
