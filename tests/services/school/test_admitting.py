"""Children are taken into a class: what was decided already is decided once."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.school import enrolments, schools
from bot.services.school import admitting
from tests.homeline import Homeline
from tests.households import english_family


async def test_a_child_is_taken_in_once_and_turned_away_no_more(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())

    def again(tx: Tx) -> tuple[bool, bool, list[int]]:
        room, found = schools.class_room_of(tx, 1), enrolments.get(tx, 1)
        assert room is not None
        assert found is not None
        me = people.get(tx, room.teacher_id)
        taken, away = admitting.take_in(tx, me, room, found), admitting.turn_away(tx, me, room, found)
        return taken, away, enrolments.children(tx, 1)

    assert await home.app.store.run(again) == (False, False, [1])
