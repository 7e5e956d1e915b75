"""A class between two years: whose it is to carry, and what it is called."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.school import schools
from bot.services.school import class_years
from bot.simulator.cast import MEI, ZHAO
from tests.handlers.school.staff_steps import LEAD, OTHER_LEAD, two_teachers
from tests.homeline import Homeline


def _person(tx: Tx, telegram_id: int) -> Person:
    found = people.by_telegram(tx, telegram_id)
    assert found is not None
    return found


async def test_teacher_and_lead_hold_a_class_until_two_months_after_its_end_and_nobody_else(home: Homeline) -> None:
    await two_teachers(home)
    await home.school(OTHER_LEAD, "Town school")

    def hold(tx: Tx) -> list[bool]:
        each = (LEAD, ZHAO, OTHER_LEAD, MEI)
        return [class_years.held(tx, 1, _person(tx, one.id).id) is not None for one in each]

    assert await home.app.store.run(hold) == [True, True, False, False]
    ends_at = await home.app.store.run(lambda tx: schools.class_room_of(tx, 1))
    assert ends_at is not None
    home.clock.push(ends_at.ends_at - home.clock.now() + timedelta(days=61))
    assert await home.app.store.run(hold) == [False] * 4


async def test_two_classes_of_one_name_are_told_apart_by_their_teachers(home: Homeline) -> None:
    await two_teachers(home)

    def name(tx: Tx) -> list[str]:
        lead = _person(tx, LEAD.id).id
        return [class_years.free_name(tx, 1, wanted, lead) for wanted in ("3b", "4B")] + [
            class_years.free_name(tx, 1, "3B", lead, but=1)
        ]

    assert await home.app.store.run(name) == ["3b Li Na", "4B", "3B"]
