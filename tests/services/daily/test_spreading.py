"""Where a child's minute is full, home is asked at another; and the doctor says how many families there can be."""

from datetime import datetime

from sqlalchemy import select, update

from bot.db.tables import child
from bot.db.transaction import Tx
from bot.doctor import families
from bot.doctor.finding import State
from bot.domain.circle.circles import Child
from bot.domain.daily.spreading import A_MINUTE, minutes
from bot.domain.local_time import SLOTS, local, next_at
from bot.queries.circle import circles
from bot.services.daily import spreading
from tests.homeline import Homeline
from tests.households import english_family
from tests.numbers import counted

ZONE = "Asia/Shanghai"


def lily(tx: Tx) -> Child:
    circle = circles.get(tx, 1)
    assert circle is not None
    return circle.child


def fill(tx: Tx, minute: int) -> None:
    """So many more are asked about at this minute as one takes."""
    born = {"birth_year": 2018, "birth_month": 5, "country": "CN", "time_zone": ZONE, "created_at": tx.now}
    at = {"slot": "evening", "minute": minute, "next_check_in_at": next_at(tx.now, minute, ZONE)}
    tx.add_all(child, [{"call_name": f"Child {each}", **born, **at} for each in range(A_MINUTE)])


def due(tx: Tx) -> datetime:
    found = tx.scalar(select(child.c.next_check_in_at).where(child.c.id == 1))
    assert isinstance(found, datetime)
    return found


async def test_a_child_whose_minute_is_full_is_asked_about_at_another(home: Homeline) -> None:
    await home.family()
    wanted = minutes("evening", 1)
    store = home.app.store
    found = await store.run(lily)
    assert found.minute == wanted[0]  # nobody was there before
    await store.run(lambda tx: fill(tx, wanted[0]))
    assert await store.run(lambda tx: spreading.minute_for(tx, lily(tx), "evening")) == wanted[1]

    before = await store.run(due)
    await store.run(lambda tx: spreading.begin(tx, lily(tx)))
    assert (await store.run(due), (await store.run(lily)).minute) == (before, wanted[0])  # it had begun: nobody moves
    await store.run(lambda tx: tx.change(update(child).where(child.c.id == 1).values(next_check_in_at=None)))
    await store.run(lambda tx: spreading.begin(tx, lily(tx)))
    asked = local(await store.run(due), ZONE)
    assert asked.hour * 60 + asked.minute == wanted[1] == (await store.run(lily)).minute


async def test_home_is_asked_in_the_widened_evening_and_how_late_is_counted(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    late = 20 * 60 + 40
    assert late > SLOTS["evening"][1]

    def move(tx: Tx) -> None:
        values = {"minute": late, "next_check_in_at": next_at(tx.now, late, ZONE)}
        tx.change(update(child).where(child.c.id == 1).values(**values))

    await home.app.store.run(move)
    before = counted("homeline_asked_late_seconds_count")
    await home.until(20, 39)
    assert not fang.sees("How is Lily today?")
    await home.until(20, 40)
    assert fang.sees("How is Lily today?")
    assert counted("homeline_asked_late_seconds_count") == before + 1
    fang.tap("🙂")
    await home.settle()
    asked = local(await home.app.store.run(due), ZONE)
    assert (asked.hour, asked.minute) == (20, 40)  # tomorrow as today


async def test_the_doctor_says_how_many_this_bot_can_ask_and_warns_before_it_is_full(home: Homeline) -> None:
    async def found(takes: int = 54_000) -> tuple[State | None, str]:
        said = await home.app.store.run(lambda tx: list(families.check(tx, 28 * takes / 54_000)))
        return (said[0].state, said[0].words) if said else (None, "")

    assert await found() == (None, "")
    await home.family()
    await home.app.store.run(lambda tx: fill(tx, 18 * 60))
    many = A_MINUTE + 1
    state, words = await found()
    assert state is State.OK
    assert f"{many} children are asked about, {many} of them in the evening of one clock" in words
    assert "54,000 in time" in words
    assert await found(takes=0) == (None, "")  # no pacing: nobody knows how many
    assert (await found(takes=many + 10))[0] is State.NOTE
    assert (await found(takes=many - 10))[0] is State.WRONG
