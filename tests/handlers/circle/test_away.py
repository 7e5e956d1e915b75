"""🧳 A guardian hands over to the stand-ins."""

import pytest
from sqlalchemy import select

from bot.db.tables import outbox
from tests.homeline import Homeline
from tests.households import NEIGHBOUR, english_family, hours, read, say, since, stand_in, tap


async def test_the_stand_in_is_asked_while_the_guardian_is_away(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    at_mei, at_li = len(mei.texts), len(li.texts)

    await tap(home, fang, "🏠", "⚙️", "🧳", "Three days")

    assert fang.last.words == "I ask Li Na (stand-in) about Lily until you are back."
    assert since(mei, at_mei) == ["🧳 Lily\nGrandma is away until Thu, Nov 26. I ask Li Na (stand-in) about Lily."]
    assert since(li, at_li) == ["🧳 Lily\nGrandma is away until Thu, Nov 26. I ask you how Lily is."]
    before = len(fang.texts)
    await home.until(19, 30)
    assert li.texts[-1] == "How is Lily today?"
    assert since(fang, before) == []

    await tap(home, li, "🙂")
    assert "Lily is well, says Li Na (stand-in)." in mei.texts[-1]


async def test_an_open_question_follows_who_can_answer_it(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    assert fang.texts[-1] == "How is Lily today?"

    before = len(li.texts)
    await tap(home, fang, "🏠", "⚙️", "🧳", "One week")
    assert "How is Lily today?" in since(li, before)

    last = fang.chat.last_id
    await tap(home, fang, "I am back")
    assert [each.words for each in fang.messages if each.id > last and each.from_bot][-1] == "How is Lily today?"


async def test_who_is_asked_instead_reads_first_why(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.quiet(NEIGHBOUR, 19 * 60, 21 * 60)
    await home.until(19, 30)
    before = len(li.texts)
    await tap(home, fang, "🏠", "⚙️", "🧳", "One week")
    assert since(li, before) == []
    waiting = select(outbox.c.lane).where(outbox.c.state == "pending", outbox.c.chat == NEIGHBOUR.id)
    lanes = await read(home, lambda tx: [row.lane for row in tx.all(waiting)])
    assert len(lanes) == 2
    assert len(set(lanes)) == 1  # only within a lane do messages keep their order
    await home.until(21, 1)

    told = since(li, before)
    assert ["is away until" in text for text in told] == [True, False]
    assert told[-1] == "How is Lily today?"


async def test_back_again_is_told_to_those_who_had_heard_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, li, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    at_mei, at_li = len(mei.texts), len(li.texts)
    await tap(home, fang, "🏠", "⚙️", "🧳", "One week")

    await tap(home, fang, "I am back")
    await hours(home, 3)

    assert fang.sees("Good that you are back.")
    assert since(mei, at_mei) == [
        "🧳 Lily\nGrandma is away until Mon, Nov 30. I ask Li Na (stand-in) about Lily.",
        "Grandma is back with Lily.",
    ]
    assert since(li, at_li) == []
    count = len(mei.texts)
    fang.press("back", fang.last)
    await home.settle()
    assert len(mei.texts) == count


async def test_without_a_stand_in_it_is_said_and_one_can_be_invited(home: Homeline) -> None:
    mei, fang = await english_family(home)

    await tap(home, fang, "🏠", "⚙️", "🧳", "Until tomorrow")

    assert fang.last.words == "There is nobody to step in for Lily yet."
    assert mei.texts[-1] == "🧳 Lily\nGrandma is away until Tue, Nov 24. Nobody is asked about Lily meanwhile."
    await tap(home, fang, "🔗")
    assert "https://t.me/" in fang.texts[-1]


async def test_the_guardian_is_asked_again_when_the_time_is_over(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, fang, "🏠", "⚙️", "🧳", "Until tomorrow")
    await home.until(19, 30)
    await tap(home, li, "🙂")
    at_fang, at_li = len(fang.texts), len(li.texts)

    await home.until(19, 30, day=1)

    assert since(fang, at_fang) == ["How is Lily today?"]
    assert since(li, at_li) == []


@pytest.mark.parametrize("data", ["away", "away_until:20261130", "back"])
async def test_who_looks_after_nobody_is_not_away(home: Homeline, data: str) -> None:
    mei, _fang = await english_family(home)

    press = mei.press(data, mei.last)
    await home.settle()

    assert press.answer is not None
    assert press.answer.startswith("This has changed since")


async def test_the_same_absence_twice_is_told_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await stand_in(home, NEIGHBOUR)
    await tap(home, fang, "🏠", "⚙️", "🧳")
    card = fang.last
    before = len(mei.texts)

    for _ in range(5):
        fang.press("away_until:20261130", card)
    await home.settle()

    assert len(since(mei, before)) == 1
    assert await say(home, fang, "/stop")


async def test_any_day_of_three_months_is_chosen_without_a_keyboard(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await stand_in(home)
    await tap(home, fang, "🏠", "⚙️", "🧳", "🧳 Pick a day", "Sun 29")
    assert mei.texts[-1].startswith("🧳 Lily\nGrandma is away until Sun, Nov 29.")

    await tap(home, fang, "🏡 I am back", "🏠", "⚙️", "🧳", "🧳 Pick a day")
    assert fang.last.words == "🧳 On which day are you back? Somebody else is asked until then."
    days = [each.text for row in fang.last.buttons for each in row][:-2]
    assert days[:14] == [
        "Tue 24", "Wed 25", "Thu 26", "Fri 27", "Sat 28", "Sun 29", "Mon 30", "Tue 1", "Wed 2", "Thu 3", "Fri 4",
        "Sat 5", "Sun 6", "Mon 7",
    ]  # fmt: skip
    assert days[14:] == ["November", "December", "January", "February"]
    await tap(home, fang, "February")
    assert "Tue 23" in str(fang.last.buttons)
    assert "Wed 24" not in str(fang.last.buttons)  # no further than three months
    await tap(home, fang, "Mon 15")
    assert mei.texts[-1].startswith("🧳 Lily\nGrandma is away until Mon, Feb 15.")
    before = len(fang.texts)
    await home.later(days=9)
    assert not any("How is Lily" in each for each in since(fang, before))


async def test_a_day_that_is_over_or_was_forged_shows_the_choice_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "🧳", "🧳 Pick a day")
    card, before = fang.last, len(mei.texts)
    for data in ("away_until:20261123", "away_until:20280101", "away_day:209912"):
        fang.press(data, card)
        await home.settle()

    assert since(mei, before) == []
    assert "🏡 I am back" not in str(fang.last.buttons)
