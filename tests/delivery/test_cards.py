"""Where the things that change stand on a person's phone."""

from datetime import timedelta

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.delivery import cards
from bot.queries.circle import people


async def test_what_stands_in_one_message_comes_by_age_and_then_by_number(store: Store, clock: StoppedClock) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    for name in ("note:4", "check_in:12"):
        await store.run(lambda tx, name=name: cards.remember(tx, me, name, 7))  # type: ignore[misc] # a default is no part of it
    clock.push(timedelta(hours=1))
    for name in ("check_in:11", "check_in:9", "check_in:10"):
        await store.run(lambda tx, name=name: cards.remember(tx, me, name, 7))  # type: ignore[misc] # as above
    await store.run(lambda tx: cards.remember(tx, me, "check_in:8", 6))

    found = await store.run(lambda tx: cards.in_message(tx, me, 7, "check_in:"))
    assert found == ["check_in:12", "check_in:9", "check_in:10", "check_in:11"]
    assert await store.run(lambda tx: cards.in_message(tx, me, 7)) == ["note:4", *found]
