"""A class that is called A&B, and a guardian who is called R&D: what is put into a sentence is escaped once."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.db.tables import class_room
from bot.db.transaction import Tx
from bot.domain.school.roster_care import ClassChanged
from bot.queries.circle import people
from bot.queries.school import notices
from bot.simulator.cast import MEI, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from bot.texts.reader import Reader, reader_for
from bot.texts.school.roster_care import class_changed
from bot.texts.school.school_notices import reached_by
from tests.handlers.school.test_meetings import offered
from tests.homeline import Homeline
from tests.households import GRANDMA, read, tap


@pytest.fixture(name="zhao")
async def zhaos_phone(home: Homeline) -> Phone:
    """Ms. Zhao's phone; Lily is in her class A&B."""
    await home.joined(GRANDMA, await home.child(), "👵")
    phone = await home.school()
    await home.pupil(await home.class_room(name="A&B"))
    return phone


def reader(tx: Tx, who: PersonSpec) -> Reader:
    found = people.by_telegram(tx, who.id)
    assert found is not None
    return reader_for(tx, found)


async def test_the_family_reads_the_name_of_the_class_into_which_a_child_has_come(home: Homeline, zhao: Phone) -> None:
    said = await read(home, lambda tx: class_changed(reader(tx, MEI), ClassChanged(1, 1)))
    assert said is not None
    assert said.text.startswith("🎓 Lily is in class A&amp;B now")


async def test_a_notice_for_many_classes_names_them_as_they_are_called(home: Homeline, zhao: Phone) -> None:
    await home.notice("Umbrellas")

    def for_many(tx: Tx) -> str:
        sent = notices.get(tx, 1)
        room = tx.first(select(class_room))
        assert sent is not None
        assert room is not None
        others = {each: getattr(room, each) for each in room._fields if each != "id"}
        more = [tx.add(class_room, **others) for _ in range(4)]
        notices.set_classes(tx, 1, [sent.class_id, *more])
        return reached_by(reader(tx, ZHAO), sent)

    assert await read(home, for_many) == "A&B, A&B, A&B, A&B and 1 more"


async def test_a_teacher_reads_who_comes_to_a_talk_by_their_own_name(home: Homeline) -> None:
    grandma = replace(GRANDMA, first_name="R&D", last_name=None)
    await home.joined(grandma, await home.child(), "Someone else")
    zhao = await home.school()
    await home.pupil(await home.class_room())
    await home.until(17, 0)
    await offered(home)
    fang = home.phone(grandma)
    await home.until(15, 50, day=1)
    await tap(home, fang, "🏠", "🎓 School", "👁", "🪑", "🪑 Tue 16:00")
    assert any("Lily (R&D (guardian)) comes: " in each for each in zhao.texts)
    assert not any("&amp;" in each for each in zhao.texts)
