"""Letters are looked after until they have arrived, and then left alone."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.db.tables import letter
from bot.simulator.phone import Phone
from bot.ticks.daily import follow_letters
from tests.homeline import FANG, MEI, Homeline

GRANDMA = replace(FANG, language_code="en")


async def send_a_voice(home: Homeline) -> Phone:
    """Mei's, to Lily."""
    mei = home.phone(MEI)
    mei.voice()
    await home.settle()
    mei.tap("✅")
    await home.settle()
    return mei


async def test_who_has_it_is_said_ten_seconds_after_it_was_sent(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    mei = await send_a_voice(home)
    receipt = mei.last
    assert "On its way to Lily" in receipt.words

    await home.later(seconds=9)
    assert "On its way to Lily" in receipt.words

    await home.later(seconds=1)
    assert "Grandma has it." in receipt.words
    assert mei.last is receipt, "the same message, changed in place"


async def test_a_letter_that_takes_longer_is_looked_for_after_a_minute_and_then_each_quarter_of_an_hour(
    home: Homeline,
) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    home.simulator.faults.server_error(times=100, chat=GRANDMA.id)
    mei = await send_a_voice(home)
    receipt = mei.last

    for seconds in (10, 50):
        await home.later(seconds=seconds)
        assert await next_look(home) == {10: 50, 50: 15 * 60}[seconds]
        assert "On its way to Lily" in receipt.words

    home.simulator.faults.clear()
    await home.later(minutes=14, seconds=59)
    assert "On its way to Lily" in receipt.words
    await home.later(seconds=1)
    assert "Grandma has it." in receipt.words


async def next_look(home: Homeline) -> float:
    """In how many seconds the letter is looked at again."""
    at = await home.app.store.run(lambda tx: tx.scalar(select(letter.c.check_at)))
    return float((at - home.clock.now()).total_seconds())


async def test_a_letter_that_has_arrived_is_left_alone_until_it_should_have_been_played(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    await send_a_voice(home)

    await home.later(minutes=2)

    again = await home.app.store.run(lambda tx: tx.scalar(select(letter.c.check_at)))
    assert again - home.clock.now() > timedelta(hours=47)
    assert await home.app.store.run(follow_letters.run_once) == 0


async def test_a_phone_that_is_lost_while_a_letter_is_sent_is_told_to_its_author(home: Homeline) -> None:
    fang = await home.joined(GRANDMA, await home.child(), "👵")
    fang.chat.blocked = True  # Telegram has not told us
    mei = await send_a_voice(home)

    await home.later(minutes=2)

    assert mei.sees("It waits for Grandma, who cannot be reached now.")
    fang.chat.blocked = False
    fang.say("hello")
    await home.settle()
    await home.later(minutes=16)
    assert [each.kind for each in fang.messages].count("voice") == 1
    assert mei.sees("Grandma has it.")
