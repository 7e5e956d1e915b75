"""When grace is over: one escalation for a child, none before the first answer, none where nobody could be asked."""

from bot.db import tables
from bot.db.transaction import Tx
from bot.queries.daily import escalation
from tests.homeline import Homeline
from tests.households import english_family, hours, read, since, stand_in, tap
from tests.ticks.daily.test_escalate_check_ins import SOFTLY, answered_once

FIRST = "No first answer from"


async def test_before_the_first_answer_nothing_is_missed_and_the_parents_are_told_every_week(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    before, asked = len(mei.texts), len(li.texts)

    await hours(home, 46)
    assert since(mei, before) == []
    await hours(home, 4)
    assert [FIRST in each for each in since(mei, before)] == [True]
    await hours(home, 24 * 6)
    assert len(since(mei, before)) == 1
    await hours(home, 24 * 8)
    assert [each.partition(".")[0] for each in since(mei, before)] == [
        "No first answer from Grandma yet",
        "Grandma has not tapped a face yet",
        "No first answer from Grandma yet",
    ]
    assert since(li, asked) == []


async def test_the_first_answer_is_the_end_of_the_waiting(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await hours(home, 52)
    before = len(mei.texts)

    await tap(home, fang, "🙂")

    assert len(since(mei, before)) == 1
    assert await read(home, lambda tx: escalation.running(tx, 1)) is None


async def test_there_is_one_escalation_however_many_days_stay_open(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await hours(home, 24 * 5)

    assert len(await read(home, lambda tx: tx.all(tables.escalation.select()))) == 1
    assert sum(SOFTLY in each for each in mei.texts) == 1
    before = len(mei.texts)
    await tap(home, fang, "🙂")
    assert len(since(mei, before)) == 1


async def test_days_on_which_nobody_could_be_asked_start_no_escalation(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await tap(home, fang, "🏠", "⚙️", "🧳", "One week")
    before = len(mei.texts)

    await hours(home, 24 * 4)

    assert since(mei, before) == []
    assert await read(home, _escalation_count) == 0


def _escalation_count(tx: Tx) -> int:
    return len(tx.all(tables.escalation.select()))
