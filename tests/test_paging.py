"""Every state in which somebody must act is provoked: its page comes within five minutes, and so does its all-clear."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.db import installation, timekeeping
from bot.db.tables import child, class_room, inbox, outbox, report, school
from bot.db.transaction import Tx
from bot.delivery import send_outages
from bot.delivery.states import InboxState, OutboxState
from bot.doctor import machine, telegram
from bot.domain.notifications import Lane
from bot.domain.operators.operators import OperatorRole
from bot.domain.operators.pages import Page
from bot.paging import EVERY, Paging
from bot.queries.circle import people
from bot.queries.operators import pages
from bot.simulator.cast import IVAN, MEI
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline
from tests.households import GRANDMA, read

pytestmark = pytest.mark.wired
once = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
FIVE_MINUTES = 300


def watching(home: Homeline, **changed: object) -> Paging:
    """The loop of the running process, with these settings."""
    settings = replace(home.app.settings, **changed)  # type: ignore[arg-type] # any setting
    return Paging(settings, home.clock, home.app.store, lambda: True)


async def minutes(home: Homeline, paging: Paging, wanted: Callable[[dict[Page, object]], bool]) -> int:
    """Look each minute until it is so; after how many seconds that was."""
    for seconds in range(0, FIVE_MINUTES, int(EVERY)):
        await paging.step()
        if wanted(dict(await read(home, pages.lasting))):
            await home.app.settle()
            return seconds
        home.clock.push(timedelta(seconds=EVERY))
    return FIVE_MINUTES


@dataclass(frozen=True)
class State:
    """How a state begins, and how it ends."""

    page: Page
    begin: Callable[[Tx], None]
    end: Callable[[Tx], None]


def parked(tx: Tx) -> None:
    tx.add(inbox, update_id=900, state=InboxState.PARKED, received_at=tx.now, done_at=tx.now)


def handled(tx: Tx) -> None:
    tx.change(inbox.delete().where(inbox.c.update_id == 900))


def key_of(days: int) -> Callable[[Tx], None]:
    def unit(tx: Tx) -> None:
        name = installation.key_since(tx.keyring.newest)
        installation.learn(tx, name, (tx.now - timedelta(days=days)).isoformat())

    return unit


def backed_up(days: int) -> Callable[[Tx], None]:
    return lambda tx: installation.learn(tx, installation.BACKUP_AT, (tx.now - timedelta(days=days)).isoformat())


def reported(hours: int) -> Callable[[Tx], None]:
    def unit(tx: Tx) -> None:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        values = {"person_id": me.id, "author_id": me.id, "payload": {"child_id": 1}}
        tx.add(report, at=tx.now - timedelta(hours=hours), **values)

    return unit


def answered(tx: Tx) -> None:
    tx.change(report.update().values(closed_at=tx.now, outcome="kept"))


def failed(tx: Tx) -> None:
    backed_up(0)(tx)
    installation.learn(tx, installation.BACKUP_FAILED, "no room")


def made_up_for(tx: Tx) -> None:
    installation.forget(tx, installation.BACKUP_FAILED)


def given_up(hours: int) -> Callable[[Tx], None]:
    """An alert, and beside it a question, of which nobody is called."""

    def unit(tx: Tx) -> None:
        tx.change(outbox.delete().where(outbox.c.reason == "given up"))
        ended = {"state": OutboxState.DISCARDED, "reason": "given up", "done_at": tx.now - timedelta(hours=hours)}
        for lane in (Lane.URGENT, Lane.ROUTINE):
            values = {"lane": lane, "due_at": tx.now, "created_at": tx.now, "retry_if_unknown": True}
            tx.add(outbox, payload={"events": []}, **values, **ended)

    return unit


def nobody_teaches(tx: Tx) -> None:
    me = people.by_telegram(tx, MEI.id)
    assert me is not None
    school_id = tx.add(school, name="Hill school", created_at=tx.now)
    ends_at = tx.now + timedelta(days=200)
    tx.add(class_room, school_id=school_id, teacher_id=me.id, name="2A", created_at=tx.now, ends_at=ends_at)


def year_is_over(tx: Tx) -> None:
    tx.change(class_room.update().values(ends_at=tx.now))


STATES = [
    State(Page.SCHOOLS, nobody_teaches, year_is_over),
    State(Page.GIVEN_UP, given_up(1), given_up(30)),
    State(Page.BACKUP, failed, made_up_for),
    State(Page.PARKED, parked, handled),
    State(Page.BACKUP, backed_up(3), backed_up(0)),
    State(Page.REPORT, reported(1), answered),
    State(Page.REPORT_LATE, reported(30), answered),
    State(Page.KEYS, key_of(400), key_of(1)),
    State(Page.SENDER, send_outages.begin, send_outages.over),
    State(Page.CLOCK, lambda tx: timekeeping.note_doubt(tx, "all"), lambda tx: timekeeping.note_doubt(tx, "")),
]


@once
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.page)
async def test_a_state_is_told_within_five_minutes_to_whom_it_concerns_and_so_is_its_end(
    home: Homeline, state: State
) -> None:
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)
    boris = await operator(home, GRANDMA, OperatorRole.SAFEGUARDING)
    amina = await operator(home, IVAN, OperatorRole.COORDINATOR)
    paging = watching(home)
    await read(home, state.begin)

    assert await minutes(home, paging, lambda lasting: state.page in lasting) < FIVE_MINUTES
    hears = {Page.REPORT: boris, Page.REPORT_LATE: boris, Page.SCHOOLS: amina}.get(state.page, mei)
    assert [each for each in hears.texts if "🚨 Homeline" in each]
    assert not [each for other in {mei, boris, amina} - {hears} for each in other.texts if "🚨" in each]

    await read(home, state.end)
    assert await minutes(home, paging, lambda lasting: state.page not in lasting) < FIVE_MINUTES
    assert "All clear." in hears.texts[-1]
    assert not [each for each in hears.texts if "🚨" in each]


async def other_webhook(home: Homeline) -> None:
    await home.app.client.call("setWebhook", {"url": "https://elsewhere.example/hook"})


async def no_webhook(home: Homeline) -> None:
    await home.app.client.call("deleteWebhook", {})


async def pile(home: Homeline) -> None:
    for _ in range(5):
        home.phone(GRANDMA).say("hello")


async def nothing(home: Homeline) -> None:
    pass


@once
@pytest.mark.parametrize(
    ("page", "changed", "begin", "end"),
    [
        (Page.TOKEN, {"token": "1234567:OTHER"}, nothing, nothing),
        (Page.TELEGRAM, {"api_url": "http://127.0.0.1:9"}, nothing, nothing),
        (Page.UPDATES, {}, pile, nothing),
        (Page.WEBHOOK, {}, other_webhook, no_webhook),
        (Page.WEBHOOK, {"webhook_url": "https://ours.example/hook"}, nothing, nothing),
    ],
)
async def test_what_telegram_refuses_is_a_page_and_over_when_it_takes_it(
    home: Homeline,
    page: Page,
    changed: dict[str, str],
    begin: Callable[[Homeline], Awaitable[None]],
    end: Callable[[Homeline], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telegram, "_PILE", 4)  # a thousand would take as many seconds of everybody's time
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)
    await begin(home)
    first = watching(home, **changed)
    await first.step()
    assert page not in await read(home, pages.lasting)  # it may be a moment's trouble
    assert await minutes(home, first, lambda lasting: page in lasting) < FIVE_MINUTES
    assert mei.texts[-1].startswith("🚨 Homeline")

    await end(home)
    assert await minutes(home, watching(home), lambda lasting: page not in lasting) < FIVE_MINUTES
    assert "All clear." in mei.texts[-1]


@once
async def test_helplines_that_families_do_not_see_are_told_once_there_are_families(home: Homeline) -> None:
    boris = await operator(home, GRANDMA, OperatorRole.SAFEGUARDING)
    paging = watching(home)
    await paging.step()
    assert Page.HELPLINES not in await read(home, pages.lasting)
    await home.child()
    assert await minutes(home, paging, lambda lasting: Page.HELPLINES in lasting) < FIVE_MINUTES
    await home.until(8, zone="UTC", day=1)
    assert "helplines" in boris.texts[-1]
    await read(home, lambda tx: tx.change(child.delete()))
    home.clock.push(timedelta(hours=1))  # where children live is counted anew
    assert await minutes(home, paging, lambda lasting: Page.HELPLINES not in lasting) < FIVE_MINUTES
    assert "All clear." in boris.texts[-1]


@once
async def test_a_full_disk_and_old_backups_are_told_and_over_when_there_is_room(
    home: Homeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)
    old = tmp_path / "homeline-20200101T000000Z.homeline"
    old.touch()
    paging = watching(home, backups=str(tmp_path))
    enough = machine._FULL
    monkeypatch.setattr(machine, "_FULL", 1 << 60)
    both = {Page.DISK, Page.OLD_FILES}
    assert await minutes(home, paging, lambda lasting: both <= lasting.keys()) < FIVE_MINUTES
    assert len([each for each in mei.texts if "🚨" in each]) == 2
    old.unlink()
    monkeypatch.setattr(machine, "_FULL", enough)
    assert await minutes(home, paging, lambda lasting: not both & lasting.keys()) < FIVE_MINUTES
    assert not [each for each in mei.texts if "🚨" in each]
    assert len([each for each in mei.texts if "All clear." in each]) == 2
