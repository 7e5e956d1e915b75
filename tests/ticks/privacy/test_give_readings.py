"""SG-03: when the text that is read to the child comes, and when it waits."""

from datetime import UTC, datetime

from bot.db.tables import child
from bot.queries.circle import people
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_childs_say import HEARD, answers, born, readings
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, read

ASKED = HEARD + "\nShall Mei go on hearing how you are? You decide.\nTap what Lily says."


async def set_child(home: Homeline, **values: object) -> None:
    await read(home, lambda tx: tx.change(child.update().values(**values)))


async def nearly_thirteen(home: Homeline) -> tuple[Phone, Phone]:
    """Lily turns 13 on Tuesday of next week."""
    link = await home.child()
    await born(home, 2013, 12)
    return home.phone(MEI), await home.joined(GRANDMA, link, "👵")


async def test_sg_03_the_text_comes_once_at_the_start_to_who_looks_after_the_child_and_who_added_it(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    assert readings(fang.texts) == [HEARD]
    assert readings(mei.texts) == [HEARD]

    await home.later(days=300)
    assert readings(fang.texts) == [HEARD]
    await home.later(days=70)
    await home.later(days=1)
    assert readings(fang.texts) == readings(mei.texts) == [HEARD, HEARD]
    await home.later(days=30)
    assert readings(fang.texts) == readings(mei.texts) == [HEARD, HEARD]


async def test_sg_03_in_the_month_of_the_thirteenth_birthday_it_comes_again_once_and_asks(home: Homeline) -> None:
    mei, fang = await nearly_thirteen(home)
    assert readings(fang.texts) == [HEARD]
    assert answers(fang) == []

    await home.until(18, 20, day=8)
    assert readings(fang.texts) == [HEARD]
    await home.until(19, 31)
    assert readings(fang.texts) == [HEARD, ASKED]
    assert answers(fang) == ["faces:1:told", "faces:1:kept"]
    assert readings(mei.texts) == [HEARD, HEARD]

    await home.later(days=1)
    await home.later(days=300)
    assert readings(fang.texts) == [HEARD, ASKED]
    await home.later(days=64)
    await home.later(days=1)
    assert readings(fang.texts) == [HEARD, ASKED, ASKED]
    assert answers(mei) == []


async def test_sg_03_during_a_pause_it_waits_for_the_first_weekday_afterwards(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(20, day=364)
    await set_child(home, paused_until=datetime(2027, 12, 4, tzinfo=UTC))  # a Saturday
    for _ in range(13):
        await home.later(days=1)
        assert readings(fang.texts) == [HEARD]
    assert home.clock.now() > datetime(2027, 12, 5, tzinfo=UTC)

    await home.later(days=1)
    assert readings(fang.texts) == [HEARD, HEARD]


async def test_sg_03_a_family_that_shares_nothing_is_given_it_when_it_shares_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await set_child(home, sharing_stopped_at=home.clock.now())
    await home.later(days=372)
    await home.later(days=1)
    fang.press("read:1", fang.last)
    await home.settle()
    assert readings(fang.texts) == readings(mei.texts) == [HEARD]

    await set_child(home, sharing_stopped_at=None)
    await home.later(days=1)
    await home.later(days=1)
    assert readings(fang.texts) == readings(mei.texts) == [HEARD, HEARD]


async def test_sg_03_who_wants_only_what_is_urgent_is_spared(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await read(home, lambda tx: people.change(tx, 2, urgent_only=True))
    await home.later(days=371)
    await home.later(days=1)
    assert readings(fang.texts) == [HEARD]
    assert readings(mei.texts) == [HEARD, HEARD]
