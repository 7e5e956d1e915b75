"""Letters are looked after until they have arrived, and then left alone."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.db.tables import letter
from bot.ticks.daily import follow_letters
from tests.homeline import FANG, MEI, Homeline

GRANDMA = replace(FANG, language_code="en")


async def test_a_letter_that_has_arrived_is_left_alone_until_it_should_have_been_played(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    mei = home.phone(MEI)
    mei.voice()
    await home.settle()
    mei.tap("✅")
    await home.settle()

    await home.later(minutes=2)

    again = await home.app.store.run(lambda tx: tx.scalar(select(letter.c.check_at)))
    assert again - home.clock.now() > timedelta(hours=47)
    assert await home.app.store.run(follow_letters.run_once) == 0


async def test_a_phone_that_is_lost_while_a_letter_is_sent_is_told_to_its_author(home: Homeline) -> None:
    fang = await home.joined(GRANDMA, await home.child(), "👵")
    mei = home.phone(MEI)
    fang.chat.blocked = True  # Telegram has not told us
    mei.voice()
    await home.settle()
    mei.tap("✅")
    await home.settle()

    await home.later(minutes=2)

    assert mei.sees("It waits for Grandma, who cannot be reached now.")
    fang.chat.blocked = False
    fang.say("hello")
    await home.settle()
    await home.later(minutes=16)
    assert [each.kind for each in fang.messages].count("voice") == 1
    assert mei.sees("Grandma has it.")
