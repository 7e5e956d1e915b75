"""A child who goes to another class takes its families along, and nobody who has left the class."""

from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.rosters import Line
from bot.queries.circle import people
from bot.queries.school import enrolments, meetings, rosters, schools
from bot.services.school import roster_care
from bot.simulator.cast import ZHAO
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import labels
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap


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


async def test_who_goes_to_another_class_keeps_no_time_with_the_teacher_before(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠")
    await home.class_room(ZHAO, "4A")
    await home.until(12, day=1)
    zhao.press("meetings:1", zhao.last)
    await home.settle()
    await tap(home, zhao, labels(zhao.last)[0], "📣 Offer", "🏠")
    await tap(home, fang, labels(fang.last)[0])
    assert "You meet Zhao Lan at school" in fang.texts[-1]

    def move(tx: Tx) -> None:
        me, to = people.by_telegram(tx, ZHAO.id), schools.class_room_of(tx, 2)
        assert me is not None
        assert to is not None
        rosters.add(tx, 1, [Line("Wang Lily", 1)])
        found = rosters.get(tx, 1)
        assert found is not None
        rosters.tie(tx, found, 1)
        roster_care.move(tx, me, rosters.of_class(tx, 1)[0], to)

    await read(home, move)
    await home.settle()
    assert fang.sees("These times are no longer offered.")
    assert not [each for each in await read(home, lambda tx: meetings.slots(tx, 1)) if each.is_taken]
    before = len(fang.texts)
    await home.until(20, day=1)
    assert not [text for text in since(fang, before) if "Soon you meet" in text]
