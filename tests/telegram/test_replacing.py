"""A notification in place of one that still waits: when it leaves, and in which lane."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.domain.screens import HelpShown
from bot.queries.circle import people
from tests.homeline import Homeline
from tests.telegram.sends import known, newest, put, sends


def asleep(tx: Tx, person_id: int) -> None:
    """All day, on a clock that is known."""
    people.change(tx, person_id, time_zone="Africa/Accra", quiet_from=0, quiet_until=23 * 60 + 59)


async def test_an_alert_in_place_of_what_a_night_holds_leaves_at_once(home: Homeline) -> None:
    mei = await known(home)
    await home.app.store.run(lambda tx: asleep(tx, mei))
    await put(home, mei, Lane.NOTICE, card="word:1", expires_in=timedelta(hours=1))
    await home.settle()
    assert sends(home) == []
    await put(home, mei, Lane.URGENT, HelpShown("sleep"), card="word:1")
    await home.settle()

    assert sends(home) == ["sendMessage"]
    row = await newest(home)
    assert (row.lane, row.state, row.retry_if_unknown, row.expires_at) == (Lane.URGENT, "sent", True, None)


async def test_a_soft_word_in_place_of_an_alert_that_waits_makes_it_no_slower(home: Homeline) -> None:
    mei = await known(home)
    home.simulator.faults.server_error()
    await put(home, mei, Lane.URGENT, card="word:1")
    await home.settle()
    await home.app.store.run(lambda tx: asleep(tx, mei))
    await put(home, mei, Lane.ROUTINE, card="word:1")
    await home.later(seconds=5)

    row = await newest(home)
    assert (row.lane, row.state) == (Lane.URGENT, "sent")


async def test_a_change_of_what_nobody_has_seen_waits_as_long_as_it_does(home: Homeline) -> None:
    mei = await known(home)
    await home.app.store.run(lambda tx: asleep(tx, mei))
    await put(home, mei, Lane.NOTICE, card="word:1")
    await put(home, mei, Lane.URGENT, card="word:1", edits_card=True)
    await home.settle()

    assert sends(home) == []
