"""Where else an adult says that a child is ill."""

from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from bot.queries.circle import same_child as rows
from bot.services.circle import same_child
from tests.handlers.circle.test_same_child import two_circles
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA


async def test_only_whoever_is_in_both_circles_and_each_for_themselves(home: Homeline) -> None:
    await two_circles(home)

    def look(tx: Tx) -> list[int]:
        lily = circles.get(tx, 1)
        grandma, mei = (people.by_telegram(tx, each.id) for each in (GRANDMA, MEI))
        assert lily is not None
        assert grandma is not None
        assert mei is not None
        assert same_child.elsewhere(tx, mei.id, lily) == []
        return [other.child.id for other, _me in same_child.elsewhere(tx, grandma.id, lily)]

    assert await home.app.store.run(look) == [2]

    def say(tx: Tx) -> bool | None:
        grandma = people.by_telegram(tx, GRANDMA.id)
        assert grandma is not None
        rows.note(tx, grandma.id, 2, 1, same=False)
        return rows.said(tx, grandma.id, 1, 2)

    assert await home.app.store.run(say) is False
    assert await home.app.store.run(look) == []
