"""The command `homeline`: what is wrong is said in one line."""

import asyncio
import json
import socket
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from threading import Thread

import pytest

from bot.cli import main
from bot.clock import SystemClock
from bot.db.crypto import new_key, parse_keys
from bot.demo import usual_or_free
from bot.simulator.server import Simulator
from bot.version import version
from tests.databases import Postgres
from tests.operations.places import BACKUP_KEY

TOKEN = "1234567:TEST"
UNSET = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "HOMELINE_KEYS", "HOMELINE_ENV", "HOMELINE_RATE")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment with nothing but a database of its own."""
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    database = tmp_path / "homeline.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database}")
    return database


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A simulator in a thread of its own, named in the environment."""
    loop = asyncio.new_event_loop()
    simulator = Simulator(SystemClock(), token=TOKEN)
    loop.run_until_complete(simulator.start())
    thread = Thread(target=loop.run_forever)
    thread.start()
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", simulator.url)
    try:
        yield simulator.url
    finally:
        asyncio.run_coroutine_threadsafe(simulator.stop(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def test_without_a_token_run_offers_the_demo_and_the_five_minutes_on_one_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["run"])

    said = capsys.readouterr().err
    assert code == 2
    assert all(each in said for each in ("make demo", "@BotFather", "export TELEGRAM_BOT_TOKEN=", "START", "runbook"))
    assert "homeline:" not in said  # nothing is amiss
    assert len(said.splitlines()) <= 24
    assert max(map(len, said.splitlines())) <= 84


def test_without_a_token_in_production_run_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOMELINE_ENV", "production")
    assert main(["run"]) == 2

    error = capsys.readouterr().err
    assert error.startswith("homeline: TELEGRAM_BOT_TOKEN is not set")
    assert error.count("\n") == 1


def test_from_a_folder_in_which_nothing_is_installed_it_knows_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", nothing)
    assert f'version = "{version()}"' in Path("pyproject.toml").read_text()


def test_a_token_that_telegram_does_not_know_is_one_line(
    telegram: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567:WRONG")
    code = main(["run"])

    error = capsys.readouterr().err
    assert code == 2
    assert "does not know this token" in error.splitlines()[-1]
    assert "WRONG" not in error


def test_a_telegram_that_is_away_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    code = main(["school", "add", "Village school"])

    assert code == 2
    assert "cannot be reached" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["migrate", "status"])
@pytest.mark.parametrize("server", ["away", "without it"])
def test_a_database_that_a_server_does_not_give_is_one_line_and_a_finding(
    command: str,
    server: str,
    postgres: Postgres,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = postgres.url("none_such") if server != "away" else "postgresql://me:hush@127.0.0.1:9/none_such"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("HOMELINE_KEYS", new_key())

    assert main([command]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "“none_such”" in error
    assert "Check DATABASE_URL." in error
    assert "hush" not in error

    assert main(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [each["state"] for each in told if each["about"] in {"database", "keys"}] == ["wrong"]


@pytest.mark.parametrize(
    "url", ["postgresql://me:hush@127.0.0.1:9/none", "sqlite:////dev/null/homeline.db", "sqlite:///{file}"]
)
def test_a_database_that_cannot_be_opened_is_one_line_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, url: str
) -> None:
    file = tmp_path / "letter.db"
    file.write_text("This is a letter, and long enough to be taken for a database by somebody in a hurry." * 20)
    monkeypatch.setenv("DATABASE_URL", url.format(file=file))
    monkeypatch.setenv("HOMELINE_KEYS", new_key())
    code = main(["migrate"])

    error = capsys.readouterr().err
    assert code == 2
    assert error.count("\n") == 1
    assert "DATABASE_URL" in error
    assert "hush" not in error


def test_a_port_that_is_taken_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = main(["demo", "--port", str(port)])

    assert code == 2
    assert capsys.readouterr().err.startswith(f"homeline: --port {port} cannot be used")


def test_a_second_demo_takes_a_free_port_and_a_failed_one_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert usual_or_free(port) == 0
        main(["demo", "--port", str(port)])
    assert usual_or_free(port) == port
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_is_named_in_one_line(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    monkeypatch.setenv("HOMELINE_BACKUP_KEY", BACKUP_KEY)
    capsys.readouterr()

    assert main(["backup", f"{environment}/inside"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"Not a directory: {environment}/inside" in error


def test_migrate_brings_an_empty_database_up_to_date_and_may_run_again(
    environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    assert main(["migrate"]) == 0

    assert environment.exists()
    assert capsys.readouterr().out == "The database is up to date.\n" * 2


def test_a_fresh_key_is_one_that_the_keyring_takes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "new", "--id", "7"]) == 0

    assert parse_keys(capsys.readouterr().out.strip()).encrypt(b"x", b"y")[0] == 7
    assert main(["keys", "new", "--id", "256"]) == 2


def test_a_school_is_added_before_homeline_ever_ran(telegram: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["school", "add", "Village school"]) == 0

    assert capsys.readouterr().out.startswith("https://t.me/homeline_bot?start=")


def test_a_school_without_a_token_or_a_name_is_one_line_and_blames_no_token(
    environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["school", "add", "Village school"]) == 2
    assert not environment.exists()
    assert main(["school", "add", "  "]) == 2
    assert main(["migrate"]) == 0
    assert main(["school", "add", "Village school"]) == 2

    said = capsys.readouterr().err
    assert said.count("\n") == 3
    assert "does not know" not in said
    assert "TELEGRAM_BOT_TOKEN is not set" in said.splitlines()[-1]


def test_a_school_needs_no_token_once_the_bots_name_is_known(
    telegram: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["school", "add", "Village school"]) == 0
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")

    assert main(["school", "add", "Hill school"]) == 0
    assert capsys.readouterr().out.count("https://t.me/homeline_bot?start=") == 2


@pytest.mark.parametrize(
    "name", ["The Village School of the Upper Valley No. 4", "School 🚑 of the hill", "x.com school"]
)
def test_a_name_that_families_would_read_otherwise_is_refused_and_never_cut(
    telegram: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["school", "add", name]) == 2
    assert main(["school", "add", "Village school", "--for", name]) == 2
    assert main(["migrate"]) == 0
    assert main(["school", "list"]) == 0

    told = capsys.readouterr()
    assert told.err.count("at most 40 signs") == 2
    assert "There is no school yet" in told.out


def test_the_operator_sees_schools_and_makes_a_new_code_that_ends_the_one_before(
    telegram: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    assert main(["school", "list"]) == 0
    assert main(["school", "add", "Village school", "--for", "Ms. Zhao"]) == 0
    assert main(["school", "list"]) == 0
    told = capsys.readouterr().out
    assert "There is no school yet" in told
    assert "1  Village school (nobody leads it: homeline school code 1, 0 classes)" in told
    assert "a code for Ms. Zhao is open" in told

    assert main(["school", "code", "1", "--for", "Ms. Li"]) == 0
    assert main(["school", "code", "1", "--teacher"]) == 0
    assert main(["school", "list"]) == 0
    told = capsys.readouterr().out
    assert told.count("https://t.me/homeline_bot?start=") == 2
    assert "Ms. Li" in told
    assert "Ms. Zhao" not in told

    assert main(["school", "code", "2"]) == 2
    assert main(["school", "remove", "1-1"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_the_doctor_ends_with_one_when_something_is_wrong_and_with_none_when_not(
    telegram: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    capsys.readouterr()
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} == {"ok", "note"}

    monkeypatch.setenv("HOMELINE_RATE", "fast")
    assert main(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["ok"]
    assert "HOMELINE_RATE" in told["findings"][0]["words"]


def test_status_says_when_there_is_nothing_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status"]) == 2
    assert capsys.readouterr().err.count("\n") == 1

    assert main(["migrate"]) == 0
    assert main(["status"]) == 0
    assert "does not run" in capsys.readouterr().out
