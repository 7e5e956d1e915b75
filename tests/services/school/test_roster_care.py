"""A child who goes to another class takes its families along, and nobody who has left the class."""

from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.rosters import Line
from bot.queries.circle import people
from bot.queries.school import enrolments, rosters, schools
from bot.services.school import roster_care
from bot.simulator.cast import ZHAO
from tests.handlers.school.pupils_steps import fill_class
from tests.homeline import Homeline
from tests.households import english_family, read, tap


async def test_all_families_of_a_line_go_along_but_for_one_that_has_left(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await fill_class(home, ["Lilly", "Anna"])
    await tap(home, home.phone(ZHAO), "🏠")
    await home.class_room(ZHAO, "4A")

    def there_and_back(tx: Tx) -> list[list[int]]:
        me, to = people.by_telegram(tx, ZHAO.id), schools.class_room_of(tx, 2)
        assert me is not None
        assert to is not None
        rosters.add(tx, 1, [Line("Wang Lily", 1), Line("Lily", 2), Line("Anna", 3)])
        for line, child in ((1, 1), (2, 2), (3, 3)):
            found = rosters.get(tx, line)
            assert found is not None
            rosters.tie(tx, found, child)
        one, other, anna = (rosters.get(tx, each) for each in (1, 2, 3))
        assert one is not None
        assert other is not None
        assert anna is not None
        assert rosters.join(tx, one, other)
        left = enrolments.find(tx, 1, 3)
        assert left is not None
        enrolments.change(tx, left.id, EnrolmentState.ACTIVE, EnrolmentState.LEFT)
        for each in (one, anna):
            roster_care.move(tx, me, each, to)
        seen = [enrolments.children(tx, 1), enrolments.children(tx, 2)]
        before, found = rosters.before(tx, 1), rosters.get(tx, 1)
        assert before is not None
        assert found is not None
        roster_care.move_back(tx, me, found, before)
        return [*seen, enrolments.children(tx, 1), enrolments.children(tx, 2)]

    assert await read(home, there_and_back) == [[], [1, 2], [1, 2], []]
