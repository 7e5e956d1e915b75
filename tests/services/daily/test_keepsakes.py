"""The rows of a keepsake: begun in turn, not for ever, and no file of it twice."""

from dataclasses import replace
from functools import partial

from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.daily.keepsakes import TRIES, KeepsakeState, Parcel
from bot.queries.daily import keepsakes as rows
from bot.services.daily import keepsakes
from bot.services.daily.keepsakes import Fate
from tests.homeline import Homeline
from tests.households import english_family, read


def sent(tx: Tx) -> None:
    tx.change(outbox.update().where(outbox.c.state == OutboxState.PENDING).values(state=OutboxState.SENT))


def lost(tx: Tx) -> None:
    tx.change(outbox.update().where(outbox.c.state == OutboxState.PENDING).values(state=OutboxState.UNKNOWN))


def handed(tx: Tx) -> Parcel | None:
    keepsakes.ask(tx, 1, 1, 8)
    begun = keepsakes.begin(tx)
    assert begun is not None
    return keepsakes.hand_over(tx, begun.id, [], last=True)


async def test_what_was_asked_for_first_is_made_first_and_a_second_wish_is_the_same_one(home: Homeline) -> None:
    await english_family(home)

    def ask(tx: Tx) -> None:
        first = keepsakes.ask(tx, 1, 1, 8)
        assert keepsakes.ask(tx, 1, 1, 8).id == first.id
        keepsakes.ask(tx, 1, 2, 8)
        begun = keepsakes.begin(tx)
        assert begun is not None
        assert (begun.id, begun.state, begun.makes) == (first.id, KeepsakeState.MAKING, 1)

    await read(home, ask)


async def test_it_is_not_begun_for_ever(home: Homeline) -> None:
    await english_family(home)

    def die(tx: Tx) -> None:
        asked = keepsakes.ask(tx, 1, 1, 8)
        for _ in range(TRIES):
            assert keepsakes.begin(tx) is not None
        assert keepsakes.begin(tx) is None
        found = rows.get(tx, asked.id)
        assert found is not None
        assert found.state == KeepsakeState.LOST
        assert keepsakes.begin(tx) is None
        again = keepsakes.ask(tx, 1, 1, 8)
        assert (again.state, again.makes) == (KeepsakeState.WANTED, 0)

    await read(home, die)


async def test_a_telegram_that_is_away_counts_as_no_beginning(home: Homeline) -> None:
    await english_family(home)

    def away(tx: Tx) -> None:
        asked = keepsakes.ask(tx, 1, 1, 8)
        for _ in range(TRIES + 2):
            assert keepsakes.begin(tx) is not None
            keepsakes.put_off(tx, asked.id)

    await read(home, away)


async def test_a_file_that_came_before_the_process_died_does_not_come_again(home: Homeline) -> None:
    await english_family(home)

    def story(tx: Tx) -> None:
        parcel = handed(tx)
        assert parcel is not None
        sent(tx)
        assert keepsakes.begin(tx) is None
        found = rows.get(tx, parcel.keepsake_id)
        assert found is not None
        assert (found.state, found.part) == (KeepsakeState.SENT, 1)

    await read(home, story)


async def test_where_nobody_knows_whether_it_came_it_is_not_sent_twice(home: Homeline) -> None:
    await english_family(home)

    def story(tx: Tx) -> None:
        parcel = handed(tx)
        assert parcel is not None
        assert keepsakes.settle(tx, parcel.keepsake_id) is Fate.COMING
        lost(tx)
        assert keepsakes.begin(tx) is None
        found = rows.get(tx, parcel.keepsake_id)
        assert found is not None
        assert found.state == KeepsakeState.LOST

    await read(home, story)


async def test_one_that_nobody_may_have_is_neither_filled_nor_handed_over(home: Homeline) -> None:
    await english_family(home)

    def story(tx: Tx) -> None:
        asked = keepsakes.ask(tx, 1, 1, 8)
        assert keepsakes.contents(tx, asked) == []
        stranger = replace(asked, person_id=3)
        assert keepsakes.contents(tx, stranger) is None

    await read(home, story)
    await read(home, partial(keepsakes.put_off, keepsake_id=99))  # it was forgotten meanwhile
