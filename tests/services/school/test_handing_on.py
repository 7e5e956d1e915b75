"""What stands in the rows when words are handed on, taken back and given back."""

from bot.db.tables import audit
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.school import school_talks as rows
from bot.queries.school import talk_readers
from bot.services.school import handing_on
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import LEAD, leads_phone  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, tap


def who(tx: Tx, telegram: int) -> Person:
    found = people.by_telegram(tx, telegram)
    assert found is not None
    return found


def noted(tx: Tx) -> list[str]:
    return [row.action for row in tx.all(audit.select().where(audit.c.entity == "thread").order_by(audit.c.id))]


def by_teacher(tx: Tx, *, back: bool = False) -> bool:
    """Ms. Zhao hands the first thread on, or takes it back."""
    zhao, thread = who(tx, ZHAO.id), rows.thread(tx, 1)
    assert thread is not None
    here = talk_readers.hands_on(tx, thread, zhao.id)
    assert here is not None
    return (handing_on.take_back if back else handing_on.hand_on)(tx, zhao, thread, *here)


async def test_handed_on_twice_it_is_noted_once_and_taken_back_the_family_waits_as_before(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(10, day=1)
    first = home.clock.now()
    await write(home, fang, SHOES)
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "I ask the school.")

    assert await read(home, by_teacher)
    assert await read(home, by_teacher)
    assert await read(home, noted) == [AuditEvent.TALK_HANDED_ON]
    (thread,) = await read(home, lambda tx: rows.with_lead(tx, [1]))
    assert thread.waits_since == first
    assert await read(home, lambda tx: rows.with_lead(tx, [2])) == []

    assert await read(home, lambda tx: by_teacher(tx, back=True))
    assert not await read(home, lambda tx: by_teacher(tx, back=True))
    assert await read(home, noted) == [AuditEvent.TALK_HANDED_ON, AuditEvent.TALK_HANDED_BACK]
    assert await read(home, lambda tx: rows.waiting(tx, [1])) == []  # it was answered
    assert await read(home, lambda tx: rows.with_lead(tx, [1])) == []


async def test_who_leads_gives_back_only_what_is_with_them_and_only_to_somebody_else(
    home: Homeline, lead: Phone
) -> None:
    await home.until(10, day=1)
    await write(home, home.phone(GRANDMA), SHOES)

    def may(tx: Tx) -> tuple[bool, bool]:
        thread, leads = rows.thread(tx, 1), who(tx, LEAD.id)
        assert thread is not None
        return (
            talk_readers.hands_on(tx, thread, leads.id) is not None,
            talk_readers.hands_back(tx, thread, leads.id) is not None,
        )

    assert await read(home, may) == (False, False)
    await read(home, by_teacher)
    assert await read(home, may) == (False, True)
