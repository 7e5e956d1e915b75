"""A school's notice goes to one class after the other: what is urgent leaves between two of them."""

from bot.db.tables import notice_class
from bot.db.transaction import Tx
from bot.domain.school.notices import NoticeState
from bot.queries.school import notices, school_notices
from bot.services.school.notices import send_out
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from bot.ticks.school import send_school_notices
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, tap

CARD = "📣 Village school, Li Na\nNo school"


def _send(tx: Tx) -> bool:
    found = notices.get(tx, 1)
    assert found is not None
    return send_out(tx, found)


def _waiting(tx: Tx) -> int:
    return len(tx.all(notice_class.select().where(notice_class.c.goes_at.is_not(None))))


async def test_each_turn_takes_it_to_one_class_and_no_class_has_it_twice(home: Homeline, lead: Phone) -> None:
    await tap(home, home.phone(ZHAO), "🏠")
    await home.class_room(ZHAO, name="4A")
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, "No school")

    assert await read(home, _send)
    assert not await read(home, _send)
    assert await read(home, _waiting) == 2
    assert await read(home, send_school_notices.run_once) == 1
    assert await read(home, _waiting) == 1
    await home.settle()
    assert await read(home, send_school_notices.run_once) == 0
    assert sum(each.startswith(CARD) for each in home.phone(GRANDMA).texts) == 1


async def test_what_was_taken_back_meanwhile_goes_to_no_further_class(home: Homeline, lead: Phone) -> None:
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, "No school")
    assert await read(home, _send)
    await read(home, lambda tx: notices.change(tx, 1, (NoticeState.SENT,), state=NoticeState.WITHDRAWN))
    assert await read(home, lambda tx: school_notices.due(tx, 5)) == [(1, 1)]
    await home.settle()
    assert await read(home, _waiting) == 0
    assert not home.phone(GRANDMA).sees("No school")
