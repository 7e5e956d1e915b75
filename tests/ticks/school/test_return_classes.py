"""A class that was lent: when its day comes and nobody is there to take it back, it stays where it is."""

from bot.queries.school import schools
from bot.simulator.cast import MEI
from bot.ticks.school import return_classes
from tests.handlers.school.staff_steps import LEAD, list_of, two_teachers
from tests.homeline import Homeline
from tests.households import since, tap


async def test_who_has_left_meanwhile_takes_no_class_back(home: Homeline) -> None:
    await two_teachers(home)
    lead, mei = home.phone(LEAD), home.phone(MEI)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na", "⏰ For 3 days")
    await list_of(home, lead)
    await tap(home, lead, "🚪 Zhao Lan", "✅")
    seen = len(mei.texts)
    await home.later(days=4)

    room = await home.app.store.run(lambda tx: schools.class_room_of(tx, 1))
    assert room is not None
    assert (room.teacher_id, room.back_at) == (1, None)
    assert not any("Zhao" in each for each in since(mei, seen))
    assert await home.app.store.run(return_classes.run_once) == 0
