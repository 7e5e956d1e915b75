"""Files are fetched beside all units: each is read once, poison stops no other, none is tried for ever."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.app import App
from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.delivery.fetches import Wanted
from bot.simulator.cast import ZHAO
from bot.telegram.fetcher import Fetcher, FetchHooks
from tests.homeline import Homeline
from tests.households import read


class Table:
    """What became of the files."""

    def __init__(self) -> None:
        self.arrived: list[Any] = []
        self.missed: list[bool] = []

    async def read(self, wanted: Wanted, content: bytes) -> str:
        if content == b"poison":
            raise ValueError
        return content.decode()

    def hooks(self) -> FetchHooks:
        return FetchHooks(
            most=100,
            read=self.read,
            arrived=lambda _tx, _wanted, found: self.arrived.append(found),
            missed=lambda _tx, _wanted, too_large: self.missed.append(too_large),
        )


def fetcher(app: App, table: Table, *, mine: bool = True) -> Fetcher:
    return Fetcher(app.client, app.store, lambda: mine, table.hooks())


async def want(home: Homeline, data: bytes, purpose: str = "one") -> None:
    file = home.world.files.add("document", data)
    await read(home, lambda tx: fetches.want(tx, 1, purpose, file.id, {}))


@pytest.fixture(name="table")
async def somebody_is_here(home: Homeline) -> Table:
    await home.newcomer(ZHAO)
    return Table()


async def test_a_file_is_read_once(home: Homeline, table: Table) -> None:
    await want(home, b"a list")
    assert await fetcher(home.app, table, mine=False).step() == 0
    assert await fetcher(home.app, table).step() == 1
    assert await fetcher(home.app, table).step() == 0
    assert table.arrived == ["a list"]


async def test_only_the_newest_of_one_purpose_is_read(home: Homeline, table: Table) -> None:
    await want(home, b"first")
    await want(home, b"second")
    await want(home, b"other", "two")
    assert await fetcher(home.app, table).step() == 2
    assert sorted(table.arrived) == ["other", "second"]


async def test_what_is_forgotten_meanwhile_has_no_end(home: Homeline, table: Table) -> None:
    await want(home, b"a list")
    (wanted,) = await read(home, lambda tx: fetches.due(tx, 9))
    await read(home, lambda tx: fetches.forget(tx, 1, "one"))
    await fetcher(home.app, table)._one(replace(wanted))
    assert table.arrived == []


async def test_poison_stops_no_other_and_ends_after_some_minutes(home: Homeline, table: Table) -> None:
    await want(home, b"poison")
    await want(home, b"a list", "two")
    await fetcher(home.app, table).step()
    assert table.arrived == ["a list"]
    assert table.missed == []
    for _ in range(6):
        home.clock.push(timedelta(minutes=3))
        await fetcher(home.app, table).step()
    assert table.missed == [False]
    assert await read(home, waiting) == 0


async def test_what_is_too_large_or_unknown_ends_at_once(home: Homeline, table: Table) -> None:
    await want(home, bytes(101))
    await read(home, lambda tx: fetches.want(tx, 1, "two", "no such file", {}))
    await fetcher(home.app, table).step()
    assert sorted(table.missed) == [False, True]
    assert await read(home, waiting) == 0


def waiting(tx: Tx) -> int:
    return len(fetches.due(tx, 9))
