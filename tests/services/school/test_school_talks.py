"""Who reads for a school, who waits since when, and what a word taken back leaves."""

from bot.db.transaction import Tx
from bot.queries.school import school_talks as rows
from bot.queries.school import talk_readers
from bot.services.school import school_talks
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import data_of
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import Homeline
from tests.households import read, say, tap


async def test_a_family_waits_from_its_first_word_until_it_is_answered(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    first = home.clock.now()
    await write(home, fang, SHOES)
    await home.later(minutes=5)
    await write(home, mei, "And no apron.")
    second = data_of(mei, "↩️"), mei.last
    (thread,) = await read(home, lambda tx: rows.waiting(tx, [1]))
    assert (thread.waits_since, thread.handed_at) == (first, None)

    mei.press(*second)
    await tap(home, fang, "↩️")
    assert await read(home, lambda tx: rows.waiting(tx, [1])) == []
    await write(home, mei, "Is she there?")
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "She is.")
    assert await read(home, lambda tx: rows.waiting(tx, [1, 2])) == []


async def test_a_thread_is_one_however_often_somebody_writes_and_nobody_else_reads_for_the_school(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await write(home, fang, SHOES)
    await write(home, mei, "And no apron.")

    def look(tx: Tx) -> tuple[int, list[int], bool]:
        (thread,) = rows.threads_of(tx, 1, 1)
        staff = talk_readers.for_staff(tx, thread)
        return len(rows.last(tx, thread.id, 9)), staff, talk_readers.for_school(tx, thread, 1) is not None

    count, staff, mother_reads = await read(home, look)
    assert count == 2
    assert len(staff) == 1
    assert not mother_reads

    def forged(tx: Tx) -> bool:
        found = rows.get(tx, 1)
        assert found is not None
        return school_talks.take_back(tx, *found) and not school_talks.take_back(tx, *found)

    assert await read(home, forged) is False  # twice it is taken back, and the second time nothing is left to take
    assert await read(home, lambda tx: len(rows.last(tx, 1, 9))) == 1
