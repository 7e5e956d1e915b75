"""The idea of the week answers what happened, as far as its reader may know of it."""

from sqlalchemy import insert

from bot.db.tables import illness
from bot.queries.circle import people
from tests.handlers.daily.test_ideas import GRANDMA, cards, family, offered, sunday
from tests.homeline import Homeline


async def test_after_an_illness_the_idea_answers_it(home: Homeline) -> None:
    mei, _fang = await family(home)
    at = home.clock.now()
    row = {"child_id": 1, "state": "closed", "opened_at": at, "closed_at": at, "escalation": 0}
    await home.app.store.run(lambda tx: tx.change(insert(illness).values(**row)))

    await home.until(10, zone="Asia/Dubai", day=6)

    (first,) = await offered(home)
    assert "After being ill" in cards(mei)[0]
    await home.later(days=7)
    assert (await offered(home))[0] == first
    assert (await offered(home))[1] == "w01-6-9"


async def test_after_a_harder_day_the_idea_answers_it(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30, day=4)
    fang.tap("😟")
    await home.settle()

    await sunday_after(home)

    assert "After a harder day" in cards(mei)[0]


async def sunday_after(home: Homeline) -> None:
    """The next Sunday at ten in Dubai."""
    while home.clock.now().weekday() != 6:
        await home.later(days=1)
    await home.until(10, zone="Asia/Dubai")


async def test_without_health_notes_the_idea_knows_of_no_harder_day(home: Homeline) -> None:
    link = await home.child()
    await home.joined(GRANDMA, link, "👵", health="❌")
    at = home.clock.now()
    row = {"child_id": 1, "state": "closed", "opened_at": at, "closed_at": at, "escalation": 0}
    await home.app.store.run(lambda tx: tx.change(insert(illness).values(**row)))
    await home.app.store.run(lambda tx: people.change(tx, 1, health_notes=False))

    await sunday(home)

    assert await offered(home) == ["w01-6-9"]
