"""A class's year nears its end and is over: whoever is there hears of it, also where nobody teaches the class."""

from datetime import timedelta

from bot.queries.school import schools
from bot.simulator.cast import MEI, ZHAO
from bot.ticks.school import end_class_years
from tests.handlers.school.staff_steps import LEAD, two_teachers
from tests.homeline import Homeline
from tests.households import tap


async def test_where_the_teacher_has_gone_the_lead_is_asked_and_nothing_is_due_twice(home: Homeline) -> None:
    await two_teachers(home)
    zhao, lead = home.phone(ZHAO), home.phone(LEAD)
    await tap(home, zhao, "🏠", "⚙️", "🗑", "✅")  # erases herself
    assert home.phone(MEI).sees("Class 3B is with Li Na now.")
    room = await home.app.store.run(lambda tx: schools.class_room_of(tx, 1))
    assert room is not None

    home.clock.push(room.ends_at - home.clock.now() - timedelta(days=30))
    await home.later(hours=12)
    assert lead.sees("Class 3B ends on")
    assert await home.app.store.run(end_class_years.run_once) == 0
    home.clock.push(timedelta(days=31))
    await home.later(hours=12)
    await home.later(hours=6)  # into the day in Dubai
    assert sum("Class 3B has ended. Its families are told." in each for each in lead.texts) == 1
    assert home.phone(MEI).sees("Class 3B has ended here.")
    assert await home.app.store.run(end_class_years.run_once) == 0
