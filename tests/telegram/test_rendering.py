"""What takes long to say is made beside everything else, and ends as whatever else is said."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.delivery import outbox, recovering
from bot.delivery.outbox import ATTEMPTS, Row
from bot.delivery.requests import Request
from bot.domain.events import KINDS
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.domain.privacy.exports import DataGiven
from bot.errors import DatabaseAway
from bot.features import SEND_HOOKS
from bot.simulator.cast import FANG
from bot.telegram.pacer import EVERY, Pacer
from bot.telegram.sender import Sender
from tests.homeline import Homeline
from tests.one_clock import follow
from tests.telegram.sends import known, put, sends

EXPORT = DataGiven("html", (), own=True)
Render = Callable[[Tx, Row, Person | None], Request | None]


async def sending_by(home: Homeline, render: Render, pacer: Pacer | None = None) -> None:
    """From now on a sender that renders like this."""
    await home.app.sender.watch.give_back()
    hooks = replace(SEND_HOOKS, render=render)
    home.app.sender = Sender(home.app.client, home.app.store, pacer or Pacer(0), hooks)
    await home.app.sender.watch.look()


def _now(home: Homeline) -> float:
    """By the stopwatch that `one_clock.py` gives the sender."""
    return 1000 + home.clock.elapsed().total_seconds()


async def ends(home: Homeline) -> list[tuple[str, str | None]]:
    found = await home.app.store.run(lambda tx: tx.all(select(rows.c.state, rows.c.reason).order_by(rows.c.id)))
    return [(row.state, row.reason) for row in found]


def test_of_what_is_told_only_files_and_what_is_looked_back_upon_take_long() -> None:
    back = {"ChildShown", "ThreadShown", "LetterBoxShown", "WeekShown", "KeepsakesOffered"}
    files = {"DataGiven", "PosterMade", "ClassPageMade", "KeepsakeGiven", "SlipsMade", "SignaturesGiven"}
    assert {name for name, kind in KINDS.items() if kind.takes_long} == files | back


@pytest.mark.wired
async def test_an_alert_does_not_wait_for_a_file_that_is_being_made(home: Homeline) -> None:
    making, go_on = threading.Event(), threading.Event()

    def slowly(tx: Tx, row: Row, reader: Person | None) -> Request | None:
        if row.payload["events"][0]["kind"] == "DataGiven":
            making.set()
            assert go_on.wait(10)
        return SEND_HOOKS.render(tx, row, reader)

    mei, fang = await known(home), await known(home, FANG)
    await sending_by(home, slowly)
    sender = home.app.sender
    await put(home, mei, Lane.REPLY, EXPORT)
    assert await sender.step() == 1
    await put(home, mei, Lane.REPLY)  # what is said after the file comes after it
    for reader in (fang, mei):  # also who waits for the file
        await put(home, reader, Lane.URGENT)
        sender.landed.clear()
        assert await sender.step() == 1
        await sender.landed.wait()
    while not making.is_set():
        await home.app.store.run(lambda _tx: None)
    assert await sender.step() == 0
    assert sends(home) == ["sendMessage", "sendMessage"]
    assert home.phone(FANG).messages

    go_on.set()
    await sender.drain()
    assert await sender.step() == 1
    await sender.drain()
    assert sends(home) == ["sendMessage", "sendMessage", "sendDocument", "sendMessage"]
    assert {state for state, _reason in await ends(home)} == {"sent"}


async def test_files_that_are_made_leave_room_for_whoever_else_reads(home: Homeline) -> None:
    making, at_once = set[int](), list[int]()

    def counted(tx: Tx, row: Row, reader: Person | None) -> Request | None:
        making.add(row.id)
        for _ in range(5):
            tx.all(select(rows.c.id))
            at_once.append(len(making))
        making.discard(row.id)
        return SEND_HOOKS.render(tx, row, reader)

    people = [await known(home), await known(home, FANG)]
    await sending_by(home, counted)
    for each in people:
        await put(home, each, Lane.REPLY, EXPORT)
    while await home.app.sender.step():
        pass
    await home.app.sender.drain()

    assert set(at_once) == {1}
    assert sends(home) == ["sendDocument", "sendDocument"]


async def test_a_file_that_was_made_for_long_counts_for_the_limits_from_when_it_leaves(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(home.clock, monkeypatch)
    go_on, pacer = threading.Event(), Pacer(1)

    def slowly(tx: Tx, row: Row, reader: Person | None) -> Request | None:
        assert go_on.wait(10)
        return SEND_HOOKS.render(tx, row, reader)

    mei = await known(home)
    await sending_by(home, slowly, pacer)
    await put(home, mei, Lane.REPLY, EXPORT)
    while not await home.app.sender.step():  # who has just begun to send waits for what another may have sent
        home.clock.push(timedelta(seconds=0.5))
    assert pacer.lanes(_now(home) + 5) == EVERY
    go_on.set()
    await home.app.sender.drain()

    assert sends(home) == ["sendDocument"]
    assert pacer.lanes(_now(home)) == ()


async def test_a_file_that_cannot_be_made_is_tried_again_and_then_comes_once(home: Homeline) -> None:
    tried = []

    def broken_once(tx: Tx, row: Row, reader: Person | None) -> Request | None:
        tried.append(row.attempt)
        if len(tried) == 1:
            raise LookupError
        return SEND_HOOKS.render(tx, row, reader)

    mei = await known(home)
    await sending_by(home, broken_once)
    await put(home, mei, Lane.REPLY, EXPORT)
    await home.settle()
    assert sends(home) == []
    assert (await ends(home))[-1] == ("pending", "not rendered: LookupError")

    await home.later(minutes=1)
    assert tried == [1, 2]
    assert sends(home) == ["sendDocument"]
    assert (await ends(home))[-1][0] == "sent"


async def test_a_file_with_nothing_left_to_say_is_not_sent(home: Homeline) -> None:
    mei = await known(home)
    await sending_by(home, lambda _tx, _row, _reader: None)
    await put(home, mei, Lane.REPLY, EXPORT)
    await home.settle()

    assert sends(home) == []
    assert (await ends(home))[-1] == ("cleared", "nothing left to say")
    assert await home.app.sender.step() == 0


async def test_a_database_that_is_away_while_a_file_is_made_counts_against_nothing(home: Homeline) -> None:
    tried = []

    def away_for_long(tx: Tx, row: Row, reader: Person | None) -> Request | None:
        tried.append(row.attempt)
        if len(tried) <= ATTEMPTS + 1:
            raise DatabaseAway
        return SEND_HOOKS.render(tx, row, reader)

    mei = await known(home)
    await sending_by(home, away_for_long)
    await put(home, mei, Lane.ROUTINE, EXPORT)
    for _ in range(ATTEMPTS + 1):
        await home.settle()
        assert sends(home) == []
        assert (await ends(home))[-1] == ("pending", "not rendered: DatabaseAway")
        await home.later(minutes=2)

    assert sends(home) == ["sendDocument"]
    assert (await ends(home))[-1][0] == "sent"


@pytest.mark.parametrize("fails", [True, False], ids=["fails", "nothing left to say"])
@pytest.mark.wired
async def test_a_file_that_was_made_for_too_long_ends_no_later_attempt(home: Homeline, *, fails: bool) -> None:
    go_on = threading.Event()

    def too_late(_tx: Tx, _row: Row, _reader: Person | None) -> Request | None:
        assert go_on.wait(10)
        if fails:
            raise LookupError
        return None

    mei = await known(home)
    await sending_by(home, too_late)
    await put(home, mei, Lane.REPLY, EXPORT)
    assert await home.app.sender.step() == 1

    def by_another(tx: Tx) -> None:
        recovering.recover(tx, everything=True)
        assert [
            each.attempt for each in outbox.claim_all(tx, [tx.scalar(select(rows.c.id).order_by(rows.c.id.desc()))])
        ] == [2]

    await home.app.store.run(by_another)
    go_on.set()
    await home.app.sender.drain()

    assert (await ends(home))[-1][0] == "sending"
    assert sends(home) == []
