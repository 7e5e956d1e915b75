"""People who cannot be reached: what is for them waits, and those who wait for them know."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.db.tables import outbox
from bot.domain.notifications import Lane
from bot.simulator.cast import FANG, MEI
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put
from tests.homeline import Homeline
from tests.illness_cast import english_family, fever

GRANDMA = replace(FANG, language_code="en")


async def waiting(home: Homeline) -> int:
    query = select(func.count()).where(outbox.c.state.in_(["pending", "waiting"]), outbox.c.chat == FANG.id)
    return int(await home.app.store.run(lambda tx: tx.scalar(query)))


@pytest.mark.parametrize("known", [True, False], ids=["Telegram says so", "only a send finds out"])
async def test_who_blocks_the_bot_finds_everything_when_they_are_back(home: Homeline, note: Note, known: bool) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    mei, fang = home.phone(MEI), home.phone(FANG)
    await home.settle()
    if known:
        fang.block()
    else:
        fang.chat.blocked = True
    await home.settle()
    words = [await put(home, GRANDMA, 10 + number, Lane.ROUTINE, written=True) for number in range(5)]
    await home.later(minutes=1)
    assert sum("cannot be reached now" in each for each in mei.texts) == 1
    tried = [each for each in home.simulator.requests if each.error and "blocked" in each.error]
    assert len(tried) == (0 if known else 1)
    await home.until(19, 30)
    assert await waiting(home) >= 5

    fang.start()
    await home.settle()
    await home.later(minutes=1)

    missing, twice = arrived(home, GRANDMA, words)
    assert await waiting(home) == 0
    assert sum("can be reached again" in each for each in mei.texts) == 1
    assert sum("How is Lily" in each for each in fang.texts) == 1
    seen = "the others are told once; all of it, and the open question, on return"
    note(Figures("a phone that blocked the bot", 5, missing, twice, 0, seen))


async def test_who_has_left_telegram_is_missed_and_everybody_else_goes_on(home: Homeline, note: Note) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    home.phone(FANG).deactivate()
    for number in range(3):
        await put(home, GRANDMA, 10 + number, Lane.ROUTINE, written=True)
    words = [await put(home, MEI, 20 + number, Lane.ROUTINE, written=True) for number in range(3)]
    for _ in range(3):
        await home.later(minutes=5)
    missing, twice = arrived(home, MEI, words)
    refused = [each for each in home.simulator.requests if each.error and "deactivated" in each.error]
    assert len(refused) == 1  # nobody is asked again and again
    assert await waiting(home) == 3
    assert sum("cannot be reached now" in each for each in home.phone(MEI).texts) == 1
    note(Figures("an account that was deleted", 3, missing, twice, 0, "the others are told once, and go on"))


async def test_an_alert_that_waited_five_days_for_a_phone_says_of_which_day_it_is(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    mei.block()
    await fever(home, fang)
    for _ in range(5 * 8):
        await home.later(hours=3)
    assert not mei.sees("Lily is ill")

    mei.start()
    await home.settle()

    alerts = [each for each in mei.texts if "Lily is ill" in each]
    assert ["Lily is ill: fever. Monday, 1" in each for each in alerts] == [True]
    note(Figures("an alert that waited for five days", 1, 0, 0, 0, "it names its day, on both clocks"))
