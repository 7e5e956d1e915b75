"""A request at which Telegram fails again and again, while it takes all others."""

from sqlalchemy import select

from bot.db.tables import outbox as rows
from bot.delivery import outbox
from bot.simulator.cast import FANG, MEI
from bot.telegram.outcomes import URGENT_ATTEMPTS
from tests.homeline import Homeline
from tests.illness_cast import LI_EN, count, english_family, fever, joins
from tests.telegram.sends import known, newest, number_of, put

LOST = "The message could not be delivered to Mei. A call may help."


async def test_in_the_end_it_makes_room_for_what_waits_behind_it(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    home.simulator.faults.server_error(times=outbox.ATTEMPTS, chat=MEI.id)
    await put(home, mei, written=True)
    first = await newest(home)
    await put(home, mei, written=True)
    before = len(home.phone(MEI).texts)
    for _ in range(outbox.ATTEMPTS + 1):  # whether a failure counts is decided before the next attempt
        assert len(home.phone(MEI).texts) == before
        await home.later(minutes=1)
        await put(home, fang)
        await home.settle()

    assert len(home.phone(MEI).texts) == before + 1
    assert (await newest(home)).state == "sent"
    ended = select(rows.c.state).where(rows.c.id == first.id)
    assert await home.app.store.run(lambda tx: tx.scalar(ended)) == "discarded"


async def test_a_telegram_that_fails_at_everything_uses_nothing_up(home: Homeline) -> None:
    mei = await known(home)
    home.simulator.faults.server_error(times=3 * outbox.ATTEMPTS)
    await put(home, mei)
    for _ in range(6 * outbox.ATTEMPTS):
        await home.later(minutes=2)

    assert (await newest(home)).state == "sent"


async def test_an_alert_at_which_telegram_fails_for_an_hour_is_told_at_home(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.simulator.faults.server_error(times=URGENT_ATTEMPTS + 1, chat=MEI.id)
    await fever(home, fang)
    number = await number_of(home, FANG)
    for _ in range(URGENT_ATTEMPTS + 5):
        await home.later(minutes=1)
        await put(home, number)
        await home.settle()

    assert not mei.sees("Lily is ill")
    assert count(fang, LOST) == 1
    assert li.sees("Lily is ill: fever")
