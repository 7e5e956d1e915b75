"""`homeline doctor`: what is amiss is one line with a hint, and what is well is one line too."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import RawTestServer
from pyrage.x25519 import Identity

from bot.clock import StoppedClock, SystemClock
from bot.db import installation, migrations, moving
from bot.db.crypto import new_key
from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.doctor import Finding, State, examine, helplines
from bot.doctor.machine import room, sqlite_version
from bot.domain.notifications import Lane
from bot.operations import backup_keys
from bot.operations.backing_up import key_since
from bot.settings import Settings
from bot.texts.helplines import hidden
from tests.conftest import TOKEN
from tests.homeline import Homeline
from tests.households import tap


async def look(home: Homeline, **changed: Any) -> dict[str, Finding]:
    """What the doctor finds beside a running Homeline at the real time."""
    settings = replace(home.app.settings, **changed)
    return {each.about: each for each in await examine(settings, home.clock)}


def now(home: Homeline) -> None:
    """A database server's clock is the real one."""
    home.clock.move_to(SystemClock().now())


async def test_all_is_well_beside_a_running_homeline_and_the_doctor_says_so(home: Homeline) -> None:
    await home.family()
    now(home)
    await home.app.store.run(lambda tx: installation.learn(tx, installation.BACKUP_AT, tx.now.isoformat()))
    home.clock.push(timedelta(seconds=5))

    found = await look(home)

    for about in ("token", "clock", "updates", "database", "keys", "backup", "queues"):
        assert found[about].state is State.OK, found[about]
        assert "\n" not in str(found[about])
    assert "@homeline_bot" in found["token"].words
    assert "parked" not in found
    assert "Lily" not in str(found)
    assert TOKEN not in str(found)


async def test_helplines_that_nobody_dialled_are_named_for_the_countries_of_our_children(home: Homeline) -> None:
    now(home)
    await home.child()
    found = [each for each in await examine(home.app.settings, home.clock) if each.about == "helplines"]

    assert [each.words[:2] for each in found] == ["CN"]
    names = [each.name for each in hidden(home.clock.now().date()) if each.country == "CN"]
    assert names
    assert all(each in found[0].words for each in names)


def test_without_children_every_country_is_named() -> None:
    today = date(2026, 11, 23)
    found = list(helplines.check((), today))

    assert {each.words[:2] for each in found} == {each.country for each in hidden(today)}


async def test_a_clock_that_is_off_is_seen_by_telegrams_date(home: Homeline) -> None:
    now(home)
    home.clock.set_wrong(timedelta(minutes=-3))

    found = await look(home)

    assert found["clock"].state is State.WRONG
    assert "behind" in found["clock"].words
    assert ("clocks" in found) == (not home.app.settings.is_sqlite)


async def test_a_token_that_telegram_does_not_know_is_wrong_and_not_shown(home: Homeline) -> None:
    found = await look(home, token="1234567:OTHER")

    assert found["token"].state is State.WRONG
    assert "OTHER" not in str(found)
    assert "webhook" not in found


async def test_without_a_token_the_rest_is_looked_at(home: Homeline) -> None:
    before = len(home.simulator.requests)
    found = await look(home, token="")

    assert found["token"].state is State.NOTE
    assert found["database"].state is State.OK
    assert len(home.simulator.requests) == before


async def test_a_telegram_that_is_away_is_one_line(home: Homeline) -> None:
    found = await look(home, api_url="http://127.0.0.1:9")

    assert found["telegram"].state is State.WRONG
    assert "token" not in found
    assert found["database"].state is State.OK


@pytest.mark.parametrize("answer", ["true", '{"ok": true, "result": true}', "<html>Welcome to our hotel</html>"])
async def test_whatever_answers_in_the_place_of_telegram_is_one_line(home: Homeline, answer: str) -> None:
    async def says(_request: web.BaseRequest) -> web.Response:
        return web.Response(text=answer)

    async with RawTestServer(says) as place:
        found = await look(home, api_url=str(place.make_url("/")))

    assert "is not the Bot API" in found["telegram"].words
    assert "token" not in found


async def test_a_webhook_that_somebody_else_has_set_is_wrong(home: Homeline) -> None:
    await home.app.client.call("setWebhook", {"url": "https://elsewhere.example/hook"})
    found = await look(home)
    await home.app.client.call("deleteWebhook", {})

    assert found["webhook"].state is State.WRONG


async def test_keys_that_open_nothing_are_wrong(home: Homeline) -> None:
    await home.family()
    found = await look(home, keys=new_key(9))

    assert found["keys"].state is State.WRONG
    assert found["database"].state is State.OK


async def test_an_old_key_and_an_old_backup_are_named(home: Homeline) -> None:
    await home.app.store.run(lambda tx: installation.learn(tx, installation.BACKUP_AT, tx.now.isoformat()))
    home.clock.push(timedelta(days=366))
    found = await look(home)

    assert found["keys"].state is State.NOTE
    assert "366 days" in found["keys"].words
    assert found["backup"].state is State.WRONG
    assert "366 days" in found["backup"].words


async def test_sg_20_a_token_and_a_backup_key_that_are_older_than_a_year_are_named(home: Homeline) -> None:
    key = str(Identity.generate().to_public())
    name = key_since(backup_keys.read(key))
    await home.app.store.run(lambda tx: installation.note_since(tx, name))
    home.clock.push(timedelta(days=364))
    assert "secrets" not in await look(home, backup_key=key)
    home.clock.push(timedelta(days=2))
    found = [
        each
        for each in await examine(replace(home.app.settings, backup_key=key), home.clock)
        if each.about == "secrets"
    ]

    assert [each.words for each in found] == ["The token is 366 days old.", "The backup key is 366 days old."]
    assert all(TOKEN not in str(each) and each.state is State.NOTE for each in found)
    assert "secrets" not in await look(home, token="7654321:NEW", backup_key=str(Identity.generate().to_public()))


async def test_sg_22_a_server_that_could_open_its_own_backups_is_told_so(home: Homeline) -> None:
    secret = Identity.generate()
    assert "secrets" not in await look(home, environment="production", backup_key=str(secret.to_public()))
    assert "secrets" not in await look(home, backup_key=str(secret))
    found = (await look(home, environment="production", backup_key=str(secret)))["secrets"]
    assert found.state is State.NOTE
    assert "public half" in str(found.hint)
    assert str(secret) not in str(found)


async def test_a_mistyped_backup_key_hides_nothing_else(home: Homeline) -> None:
    found = await look(home, backup_key=str(Identity.generate().to_public())[:-1])
    assert found["secrets"].state is State.WRONG
    assert "mistyped" in found["secrets"].words
    assert {"keys", "backup"} <= found.keys()


async def test_no_backup_is_a_note_in_development_and_wrong_in_production(home: Homeline) -> None:
    assert (await look(home))["backup"].state is State.NOTE
    assert (await look(home, environment="production"))["backup"].state is State.WRONG


async def test_an_alert_that_waits_is_wrong(home: Homeline) -> None:
    await home.app.store.run(lambda tx: outbox.put(tx, {"events": []}, lane=Lane.URGENT, chat=1))
    home.clock.push(timedelta(minutes=2))

    found = await look(home)

    assert found["queues"].state is State.WRONG
    assert "2 min" in found["queues"].words


async def test_a_class_that_nobody_teaches_is_wrong(home: Homeline) -> None:
    zhao = await home.school()
    await home.class_room()
    assert "schools" not in await look(home)
    await tap(home, zhao, "🏠", "⚙️", "👋", "✅")

    found = (await look(home))["schools"]

    assert found.state is State.WRONG
    assert "Classes that nobody teaches: 1." in found.words
    assert "3B" not in str(found)


async def test_pending_migrations_and_a_newer_schema_are_wrong(home: Homeline) -> None:
    def stamp(tx: Tx, version: str) -> None:
        tx.conn.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")

    for version, words in (("0099", "pending"), ("9999", "newer")):
        await home.app.store.run(lambda tx, version=version: stamp(tx, version))  # type: ignore[misc] # mypy cannot infer a lambda with a default
        found = await look(home)
        assert found["database"].state is State.WRONG
        assert words in found["database"].words
        assert "keys" not in found
    await home.app.store.run(lambda tx: stamp(tx, migrations.HEAD))


async def test_an_installation_that_has_moved_away_is_named(home: Homeline) -> None:
    await home.app.store.run(moving.gone)
    found = await look(home)

    assert found["database"].state is State.WRONG
    assert "moved away" in found["database"].words


async def test_where_keys_are_another_installations_it_says_which_is_missing(home: Homeline) -> None:
    await home.family()
    assert "Key 1, under which" in (await look(home, keys=new_key(9)))["keys"].words
    assert "Key 1 in HOMELINE_KEYS is another one" in (await look(home, keys=new_key(1)))["keys"].words


async def test_looking_makes_no_file_and_no_key(tmp_path: Path, clock: StoppedClock) -> None:
    found = await examine(Settings(database_url=f"sqlite:///{tmp_path}/var/new.db"), clock)

    assert [(each.state, "new.db yet" in each.words) for each in found if each.about == "database"] == [
        (State.NOTE, True)
    ]
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - pathlib may not be used in what is async


async def test_a_database_that_does_not_open_is_one_line(tmp_path: Path, clock: StoppedClock) -> None:
    torn = tmp_path / "torn.db"
    torn.write_text("this is no database, and it is long enough to be looked at " * 20)
    for url in (f"sqlite:///{torn}", "postgresql://a:secret@127.0.0.1:9/none"):
        found = await examine(Settings(database_url=url, keys=new_key()), clock)
        database = [each for each in found if each.about == "database"]
        assert [each.state for each in database] == [State.WRONG]
        assert "secret" not in str(found)


def test_a_sqlite_before_3_51_3_is_said_kindly_and_is_not_wrong() -> None:
    assert "one" in sqlite_version((3, 40, 1)).words
    assert sqlite_version((3, 40, 1)).state is State.OK
    assert "damage" not in sqlite_version((3, 51, 3)).words


def test_a_disk_fills_up_in_three_steps() -> None:
    assert [room(each << 20, Path("/data")).state for each in (100, 500, 5000)] == [State.WRONG, State.NOTE, State.OK]
