"""What happens between Homeline and Telegram while it sends: what is lost, and what comes twice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from bot.db.tables import outbox
from bot.domain.notifications import Lane
from bot.simulator.cast import FANG, JUN, MEI
from bot.simulator.faults import Faults
from bot.telegram import asking
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put, states
from tests.homeline import Homeline

PEOPLE = tuple(replace(each, language_code="en") for each in (MEI, FANG, JUN))
MESSAGES = 30


@dataclass(frozen=True)
class LogOnce:
    """One kind of trouble, and how many of the sends it leaves with an outcome that nobody knows."""

    name: str
    cause: Callable[[Faults], None]
    unknown: int
    arrives: bool  # whether those with an unknown outcome are on the phones nevertheless


def storm(faults: Faults) -> None:
    for person in PEOPLE:
        faults.flood(seconds=20, times=3, chat=person.id)


TROUBLES = (
    LogOnce("429 for one chat", lambda faults: faults.flood(seconds=30, times=5, chat=MEI.id), 0, True),
    LogOnce("429 for every chat", storm, 0, True),
    LogOnce("5xx", lambda faults: faults.server_error(times=12), 0, True),
    LogOnce("dropped before it was done", lambda faults: faults.drop_before(times=9), 9, False),
    LogOnce("dropped after it was done", lambda faults: faults.lose_after_send(times=9), 9, True),
)


async def sent_in(home: Homeline, trouble: LogOnce, lane: Lane, *, written: bool) -> tuple[int, int]:
    """Thirty messages while there is trouble: how many are missing and how many came twice, ten minutes later."""
    for person in PEOPLE:
        await home.newcomer(person)
    trouble.cause(home.simulator.faults)
    words: dict[int, list[str]] = {person.id: [] for person in PEOPLE}
    for number in range(MESSAGES):
        person = PEOPLE[number % 3]
        words[person.id].append(await put(home, person, 10 + number, lane, written=written))
    for _ in range(40):
        await home.later(seconds=15)
    home.simulator.faults.clear()
    found = [arrived(home, person, words[person.id]) for person in PEOPLE]
    return sum(each[0] for each in found), sum(each[1] for each in found)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: each.name)
async def test_what_people_wrote_and_alerts_always_arrive(home: Homeline, note: Note, trouble: LogOnce) -> None:
    lost, twice = await sent_in(home, trouble, Lane.URGENT, written=True)
    assert (await states(home))["pending"] == 0
    seen = "all of it" if trouble.arrives is False or not trouble.unknown else "all of it, some of it twice"
    note(Figures(f"{trouble.name}: alerts, letters", MESSAGES, lost, twice, trouble.unknown, seen))
    assert bool(twice) == (trouble.arrives and trouble.unknown > 0)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: each.name)
async def test_what_homeline_began_arrives_too_where_many_sends_fail_together(
    home: Homeline, note: Note, trouble: LogOnce
) -> None:
    missing, twice = await sent_in(home, trouble, Lane.ROUTINE, written=False)
    assert (await states(home))["unknown"] == 0
    seen = "all of it" if not trouble.unknown else "all of it; after an outage a question twice is better than none"
    note(Figures(f"{trouble.name}: questions", MESSAGES, missing, twice, trouble.unknown, seen))


async def test_what_homeline_began_never_comes_twice_for_one_answer_that_was_lost(home: Homeline, note: Note) -> None:
    alone = LogOnce("one answer lost", lambda faults: faults.lose_after_send(), 1, arrives=True)
    missing, twice = await sent_in(home, alone, Lane.ROUTINE, written=False)
    assert (missing, twice) == (0, 0)
    assert (await states(home))["unknown"] == 1
    note(Figures(f"{alone.name}: questions", MESSAGES, missing, twice, 1, "all of it", 0))


async def test_an_answer_that_takes_too_long_is_an_unknown_outcome(
    home: Homeline, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    await home.newcomer(PEOPLE[0])
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    monkeypatch.setattr(asking, "LISTENS", 0.3)
    home.simulator.faults.slow(30, times=2)
    words = [await put(home, PEOPLE[0], 10, Lane.URGENT), await put(home, PEOPLE[0], 11, Lane.ROUTINE)]
    await home.settle()
    home.simulator.faults.clear()
    for _ in range(10):
        await home.later(seconds=15)
    missing, twice = arrived(home, PEOPLE[0], words)
    assert missing == 0
    note(Figures("answers that never come, done all the same", 2, missing, twice, 2, "all of it, some of it twice"))


async def test_an_outage_of_hours_uses_up_no_attempt(home: Homeline, note: Note) -> None:
    await home.newcomer(PEOPLE[0])
    home.simulator.faults.server_error(times=20)
    word = await put(home, PEOPLE[0], 10, Lane.ROUTINE, written=True)
    for _ in range(20):
        await home.later(minutes=10)
    home.simulator.faults.drop_before(times=3)
    for _ in range(4):
        await home.later(minutes=2)
    missing, twice = arrived(home, PEOPLE[0], [word])
    assert (await states(home))["pending"] == 0
    note(Figures("5xx for three hours, then drops: a letter", 1, missing, twice, 3, "the letter, once"))


async def test_a_group_that_becomes_a_supergroup_keeps_its_notices(home: Homeline, note: Note) -> None:
    await home.newcomer(PEOPLE[0])
    group = home.world.group(-500, "Class 3B", [MEI])
    words = [await put(home, PEOPLE[0], 10 + number, Lane.NOTICE) for number in range(3)]
    to_group = outbox.update().where(outbox.c.state == "pending").values(chat=-500)
    await home.app.store.run(lambda tx: tx.change(to_group))
    group.migrate_to_supergroup()
    for _ in range(5):
        await home.later(seconds=10)
    counts = [sum(each in text for text in group.texts) for each in words]
    assert counts == [1, 1, 1]
    assert arrived(home, PEOPLE[0], words)[0] == 3  # nobody is told by mistake
    note(
        Figures(
            "a group becomes a supergroup", 3, counts.count(0), sum(counts) - 3, 0, "every notice, in the new group"
        )
    )
