"""Since when a family waits decides what comes next; who has taken the words back waits no longer."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.local_time import DAY
from bot.queries.circle import circles
from bot.queries.school import school_talks as rows
from bot.services.school import talk_silences
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import Homeline
from tests.households import read, tap


async def test_a_step_is_due_while_a_family_waits_and_none_is_when_it_does_not(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    first = await read(home, lambda tx: rows.thread(tx, 1))
    assert first is not None
    assert first.next_at is not None
    await write(home, mei, "And no apron.")
    again = await read(home, lambda tx: rows.thread(tx, 1))
    assert again is not None
    assert again.next_at == first.next_at  # one question more puts nothing off
    await tap(home, zhao, "🙏 Seen")
    over = await read(home, lambda tx: rows.thread(tx, 1))
    assert over is not None
    assert (over.waits_since, over.next_at, over.reminded_at) == (None, None, None)

    await write(home, fang, SHOES)
    await tap(home, fang, "↩️")
    over = await read(home, lambda tx: rows.thread(tx, 1))
    assert over is not None
    assert over.next_at is None


async def test_too_early_it_is_put_off_and_while_nothing_is_shared_by_a_day(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await write(home, fang, SHOES)

    def early(tx: Tx) -> tuple[datetime | None, datetime | None]:
        before = rows.thread(tx, 1)
        assert before is not None
        talk_silences.go_on(tx, before)
        after = rows.thread(tx, 1)
        assert after is not None
        return before.next_at, after.next_at

    before, after = await read(home, early)
    assert before == after
    await read(home, lambda tx: circles.change_child(tx, 1, sharing_stopped_at=tx.now))
    assert (await read(home, early))[1] == home.clock.now() + DAY
    assert not any("waits for an answer" in each for each in zhao.texts)
