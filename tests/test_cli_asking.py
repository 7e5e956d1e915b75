"""Commands that only ask leave nothing behind, show no password, and mind no reader who leaves."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli_operations import with_password
from bot.db.crypto import new_key
from bot.operations.backup_keys import new_pair
from tests.operations.places import BACKUP_KEY


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A database of its own, which is not there yet."""
    database = tmp_path / "homeline.db"
    for name in ("TELEGRAM_BOT_TOKEN", "HOMELINE_KEYS", "HOMELINE_ENV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database}")
    return database


@pytest.mark.parametrize(
    "command",
    [
        ["reports"],
        ["reports", "--show", "1"],
        ["school", "list"],
        ["school", "code", "1"],
        ["school", "remove", "1-1"],
        ["circle", "thaw", "1"],
        ["circle", "open", "1-1"],
        ["clock", "mend"],
        ["keys", "rotate"],
        ["status"],
        ["backup"],
        ["copy", "--to", "sqlite:////tmp/none/h.db"],
    ],
)
def test_a_command_that_asks_makes_no_database_where_there_is_none(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    empty = environment.parent / "empty"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{empty}/homeline.db")
    monkeypatch.setenv("HOMELINE_BACKUP_KEY", BACKUP_KEY)
    monkeypatch.setenv("HOMELINE_BACKUPS", str(environment.parent / "backups"))

    assert main(command) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "no database" in error
    assert not empty.exists()


def test_who_holds_the_secret_half_gives_it_as_a_file(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = new_pair()
    monkeypatch.setenv("HOMELINE_BACKUP_KEY", pair.splitlines()[0].removeprefix("# public key: "))
    assert main(["migrate"]) == 0
    assert main(["backup", f"{environment.parent}/one.homeline"]) == 0
    monkeypatch.setenv("HOMELINE_KEYS", environment.with_name(environment.name + ".keys").read_text().strip())
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{environment.parent}/two.db")
    file = environment.parent / "backup-key.txt"
    back = ["restore", f"{environment.parent}/one.homeline", "--key", str(file)]

    assert main(back) == 2
    file.write_text(pair)
    assert main(back) == 0
    said = capsys.readouterr()
    assert "cannot be read" in said.err
    assert said.err.count("\n") == 1
    assert "Restored" in said.out
    assert pair.splitlines()[1] not in said.out + said.err


def test_a_password_on_the_command_line_is_refused_and_one_that_is_given_apart_arrives(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    monkeypatch.setenv("HOMELINE_KEYS", new_key())
    assert main(["copy", "--to", "postgresql://me:hush@127.0.0.1:9/none"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "leave the password out" in error
    assert "hush" not in error

    monkeypatch.setattr("sys.stdin", io.StringIO("hu/s@h\n"))
    assert with_password("postgresql://me@127.0.0.1:9/none") == "postgresql://me:hu%2Fs%40h@127.0.0.1:9/none"
    assert with_password("sqlite:////srv/h.db") == "sqlite:////srv/h.db"


@pytest.mark.parametrize("command", [["settings"], ["--help"], ["doctor"], ["keys", "new"]])
def test_a_reader_who_has_read_enough_is_no_fault(environment: Path, command: list[str]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *command], stdout=gone, stderr=subprocess.PIPE, check=False, timeout=60
        )

    assert done.returncode in {0, 141}  # argparse drops what it cannot print
    assert done.stderr == b""
