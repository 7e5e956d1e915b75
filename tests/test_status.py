"""`homeline status`: what waits, and nothing about anybody."""

import json
from datetime import timedelta

import pytest

from bot.db.read_only import look
from bot.delivery import inbox, outbox
from bot.delivery.inbox import Received
from bot.domain.notifications import Lane
from bot.queries import figures
from bot.status import as_json, as_lines, spell
from tests.conftest import NOON
from tests.homeline import FANG, Homeline

pytestmark = pytest.mark.wired  # status opens the file itself

POISON = Received(900_001, None, "{}")


async def status(home: Homeline) -> figures.Figures:
    return await look(home.app.settings, home.clock, figures.gather)


async def test_what_waits_is_counted_by_lane_beside_a_running_homeline(home: Homeline) -> None:
    await home.family()
    quiet = await status(home)
    await home.app.store.run(lambda tx: outbox.put(tx, {"events": [], "text": "Lily"}, lane=Lane.URGENT, chat=FANG.id))
    home.clock.push(timedelta(minutes=3))

    now = await status(home)

    assert [each.due for each in quiet.queues][: Lane.ROUTINE] == [0, 0, 0]
    assert now.queues[Lane.URGENT].due == 1
    assert now.queues[Lane.URGENT].oldest_due == now.at - timedelta(minutes=3)
    assert now.last_update == now.at - timedelta(minutes=3)
    said = "\n".join(as_lines(now, running=True))
    assert "3 min ago" in said
    assert "Homeline runs." in said
    for each in ("Lily", "Mei", "Fang", str(FANG.id)):
        assert each not in said + as_json(now, running=True)


async def test_people_who_cannot_be_reached_are_counted_with_what_waits_for_them(home: Homeline) -> None:
    _mei, fang = await home.family()
    fang.block()
    await home.settle()
    await home.until(18, 40)

    now = await status(home)

    assert now.unreachable == 1
    assert now.held >= 1
    assert "1 person not reachable" in "\n".join(as_lines(now, running=None))


async def test_parked_updates_are_counted(home: Homeline) -> None:
    await home.app.store.run(lambda tx: inbox.receive(tx, [POISON]))
    waiting = await status(home)
    for _ in range(inbox.ATTEMPTS):
        await home.app.store.run(lambda tx: inbox.fail(tx, inbox.waiting(tx, 1)[0][0], "poison"))
    parked = await status(home)

    assert (waiting.updates_new, waiting.updates_parked) == (1, 0)
    assert (parked.updates_new, parked.updates_parked) == (0, 1)


async def test_a_program_reads_the_same(home: Homeline) -> None:
    values = json.loads(as_json(await status(home), running=False))

    assert values["running"] is False
    assert values["at"] == NOON.isoformat()
    assert [each["lane"] for each in values["queues"]] == ["urgent", "reply", "notice", "routine", "bulk"]


def test_spans_are_spelt_as_people_say_them() -> None:
    assert [spell(each) for each in (12, 300, 10_800, 200_000)] == ["12 s", "5 min", "3 h", "2 days"]


async def test_where_processes_share_a_database_it_says_whether_one_has_each_watch(home: Homeline) -> None:
    await home.family()
    now = await status(home)
    expected = {} if home.app.settings.is_sqlite else {"poller": True, "sender": True}
    assert json.loads(as_json(now, running=None))["watches"] == expected

    for each in home.app.watches:
        await each.give_back()
    lines = as_lines(await status(home), running=None)
    assert [line for line in lines if "nobody" in line] == [f"watch {name}: nobody has it" for name in expected]
