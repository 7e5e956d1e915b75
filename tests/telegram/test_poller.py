"""Updates are kept before they are acknowledged, whatever they are made of."""

import pytest
from sqlalchemy import select

from bot.db import installation
from bot.db.tables import inbox
from bot.liveness import LONGEST
from bot.settings import Settings
from bot.simulator.cast import MEI
from bot.telegram import poller as module
from tests.homeline import Homeline

ODD = [
    {"message": "not an object"},
    {"message": {"chat": {"id": "seven"}}},
    {"message": {"chat": {"id": 2**70}}},
    {"message": {"chat": None}},
    {"callback_query": {"from": 7}},
    {"telepathy": True},
]


async def chats(home: Homeline) -> list[int | None]:
    return [row.chat for row in await home.app.store.run(lambda tx: tx.all(select(inbox.c.chat).order_by(inbox.c.id)))]


async def test_it_keeps_and_then_acknowledges(home: Homeline) -> None:
    home.phone(MEI).start()
    assert await home.app.poller.step() == 1
    assert home.world.pending == 1
    assert await chats(home) == [MEI.id]

    assert await home.app.poller.step() == 0
    assert home.world.pending == 0
    assert await home.app.store.run(lambda tx: installation.get(tx, "offset")) is not None


async def test_a_press_belongs_to_who_pressed(home: Homeline) -> None:
    phone = home.phone(MEI)
    phone.start()
    await home.settle()
    phone.tap("✅")
    await home.app.poller.step()
    assert (await chats(home))[-1] == MEI.id


@pytest.mark.parametrize("update", ODD)
async def test_odd_updates_are_kept_too(home: Homeline, update: dict[str, object]) -> None:
    home.world.push_raw(update)
    home.phone(MEI).start()
    assert await home.app.poller.step() == 2
    await home.settle()
    assert home.phone(MEI).messages


async def test_an_update_without_a_number_does_not_stop_the_line(home: Homeline) -> None:
    home.world.push_raw('"only words"')
    home.phone(MEI).start()
    assert await home.app.poller.step() == 1
    await home.settle()
    assert home.phone(MEI).messages


async def test_when_nothing_can_be_kept_it_rests(home: Homeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LATER", 0.01)
    home.world.push_raw('["only words"]')
    assert await home.app.poller.step() == 0


async def test_an_update_that_comes_twice_before_others_hides_none(home: Homeline) -> None:
    for _ in range(3):
        home.phone(MEI).say("hello")
    home.world.redeliver(home.world.updates.next_id - 1)
    await home.settle()
    assert len(await chats(home)) == 3


@pytest.mark.parametrize("trouble", ["away", "conflict", "token", "refused"])
async def test_trouble_is_waited_out(
    home: Homeline, settings: Settings, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LATER", 0.01)
    home.phone(MEI).start()
    token = home.simulator.token
    if trouble == "away":
        home.simulator.faults.away = True
    elif trouble == "conflict":
        home.simulator.webhook.url = "https://example.org"
    elif trouble == "token":
        home.simulator.token = "1:other"
    else:
        home.app.poller._offset = "nonsense"  # type: ignore[assignment] # Telegram refuses it
    assert await home.app.poller.step() in {0, 1}

    home.simulator.faults.clear()
    home.simulator.webhook.url, home.simulator.token = "", token
    home.app.poller._offset = 0
    home.simulator.requests.clear()  # one of them was meant to be refused
    await home.settle()
    assert home.phone(MEI).messages


async def test_trouble_is_said_once_and_asked_about_less_and_less_often(
    home: Homeline, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(home.app.poller._rest, "wait", wait)
    home.simulator.token = "1:other"
    for _ in range(8):
        assert await home.app.poller.step() == 0
    assert waits == sorted(waits)
    assert waits[0] == 2.0
    assert waits[-3:] == [30.0] * 3
    assert [each.getMessage() for each in caplog.records if each.name == "homeline.poller"] == [
        "Telegram does not know this token any more. Check TELEGRAM_BOT_TOKEN; what waits is kept."
    ]

    home.simulator.token = home.settings.token
    home.phone(MEI).start()
    assert await home.app.poller.step() == 1
    home.simulator.token = "1:other"
    await home.app.poller.step()
    assert waits[-1] == 2.0
    home.simulator.token = home.settings.token


async def test_telegram_that_asks_for_patience_is_given_it(home: Homeline, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(home.app.poller._rest, "wait", wait)
    home.simulator.faults.methods = {"getUpdates"}
    home.simulator.faults.flood(seconds=444)
    await home.app.poller.step()
    while sum(waits) < 444:
        asked = len(home.simulator.requests)
        await home.app.poller.step()
        assert len(home.simulator.requests) == asked
    assert sum(waits) == 444.0
    assert max(waits) < LONGEST  # or it would look stuck
    home.simulator.faults.clear()
    await home.app.poller.step()
    assert len(home.simulator.requests) == asked + 1
