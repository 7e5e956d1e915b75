"""One account makes no end of nothing; who comes to a limit hears what can be done, and what is there stays."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from bot.db.tables import call, child, class_room, letter, member, person, promise
from bot.db.transaction import Tx
from bot.domain.limits import (
    ADULTS,
    CALLS_A_DAY,
    CHILDREN,
    CLASSES,
    LETTERS_A_DAY,
    LETTERS_TO_PLAY,
    PROMISES,
    REQUESTS_A_DAY,
)
from bot.queries.circle import people
from bot.simulator.cast import MEI, ZHAO, PersonSpec
from tests.bench.home import child_row, person_row
from tests.homeline import Homeline
from tests.households import english_family, say, tap

MANY = 2_000


def number_of(tx: Tx, who: PersonSpec) -> int:
    found = people.by_telegram(tx, who.id)
    assert found is not None
    return found.id


async def count(home: Homeline, table: Any) -> int:
    return int(await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(table))))


async def test_a_family_finds_its_limits_told_kindly(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    def much(tx: Tx) -> None:
        me, later = number_of(tx, MEI), tx.now + timedelta(days=900)
        for each in range(1, CHILDREN):
            tx.add(child, **child_row(MANY + each, 1080, later))
            place = {"role": "parent", "kin": "parent", "called": "Mei", "state": "left", "at_home": False}
            tx.add(member, child_id=MANY + each, person_id=me, joined_at=tx.now, **place)
        for each in range(ADULTS - 2):
            tx.add(person, **person_row(MANY + each))
            place = {"role": "stand_in", "kin": "other", "called": "Li", "state": "active", "at_home": False}
            tx.add(member, child_id=1, person_id=MANY + each, joined_at=tx.now, invited_by=me, **place)
        for _ in range(CALLS_A_DAY):
            tx.add(call, child_id=1, planned_by=me, at=tx.now, state="dropped", created_at=tx.now)
        for _ in range(PROMISES):
            day = {"visit": False, "words": "A trip", "day": "2026-12-24", "state": "planned"}
            tx.add(promise, child_id=1, made_by=me, created_at=tx.now, **day)
        for _ in range(LETTERS_TO_PLAY):
            row = {"to_child": True, "kind": "text", "media": {"text": "x"}, "state": "sent"}
            tx.add(letter, child_id=1, author_id=me, sent_at=tx.now - timedelta(days=2), **row)

    await home.app.store.run(much)
    before = [await count(home, each) for each in (child, promise, call, letter)]

    await tap(home, mei, "🏠", "⚙️", "➕")
    assert "added by their own families" in mei.texts[-1]
    await tap(home, mei, "🏠", "⚙️", "🔗", "🧑")
    assert "as many adults as fit" in mei.texts[-1]
    await tap(home, mei, "🏠", "🗓")
    assert "When one is kept" in mei.texts[-1]
    for way in ("visit_new:1", "visit_month:1:202612"):
        await home.do(mei.press(way, mei.last))
    assert "When one is kept" in mei.texts[-1]
    at = int((home.clock.now() + timedelta(days=1)).timestamp()) // 60
    await home.do(mei.press(f"call_at:1:{at}", mei.last))
    assert "enough planning for today" in mei.texts[-1]
    await tap(home, mei, "🏠", "🎤")
    assert "wait to be played" in await say(home, mei, "Good night, Lily")
    assert before == [await count(home, each) for each in (child, promise, call, letter)]


async def test_letters_have_a_day_and_the_next_one_has_room_again(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    def much(tx: Tx) -> None:
        row = {"to_child": False, "kind": "text", "media": {"text": "x"}, "state": "dropped", "sent_at": tx.now}
        for _ in range(LETTERS_A_DAY):
            tx.add(letter, child_id=1, author_id=number_of(tx, MEI), **row)

    await home.app.store.run(much)
    assert "Tomorrow there is room" in await say(home, mei, "I will call you tonight, my dear.")
    assert await count(home, letter) == LETTERS_A_DAY
    await home.later(hours=25)
    await say(home, mei, "I will call you tonight, my dear.")
    assert await count(home, letter) == LETTERS_A_DAY + 1


async def test_a_school_hears_of_a_child_so_often_in_a_day_and_a_teacher_has_so_many_classes(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    zhao = await home.school()
    link = await home.class_room()
    for _ in range(REQUESTS_A_DAY):
        mei.open(link)
        await home.settle()
        await tap(home, mei, "✅")
        await tap(home, zhao, "❌")
    asked = sum("asks to add Lily" in each for each in zhao.texts)
    mei.open(link)
    await home.settle()
    await tap(home, mei, "✅")
    assert "Tomorrow you can ask again" in mei.texts[-1]
    assert sum("asks to add Lily" in each for each in zhao.texts) == asked
    await home.later(hours=25)
    mei.open(link)
    await home.settle()
    await tap(home, mei, "✅")
    assert sum("asks to add Lily" in each for each in zhao.texts) == asked + 1

    def many_classes(tx: Tx) -> None:
        year = {"ends_at": tx.now + timedelta(days=200), "created_at": tx.now - timedelta(days=9)}
        for each in range(CLASSES):
            tx.add(class_room, school_id=1, teacher_id=number_of(tx, ZHAO), name=f"{each}", **year)

    await home.app.store.run(many_classes)
    rooms = await count(home, class_room)
    await home.do(zhao.press("class_add:1", zhao.last))
    assert "as many classes as fit" in zhao.texts[-1]
    assert await count(home, class_room) == rooms
