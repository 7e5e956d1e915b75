"""A command loads what it needs and no more; it is counted, for a busy machine is no measure."""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.cli import command_of, main, parser
from bot.clock import stopwatch

# Modules of all kinds; with everything loaded there are some 2,500.
MOST = {"--version": 250, "--help": 200, "settings": 210, "status": 500, "keys backup": 380}
HEAVY = {"telegram", "aiohttp", "babel", "apscheduler", "asyncpg", "alembic", "handlers"}
LOADED = """
import atexit, sys
from bot.__main__ import main
atexit.register(lambda: print("LOADED", *sys.modules, file=sys.stderr))
main()
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A database, which these commands only read, and no token."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('start')}/homeline.db")
        patch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
        assert main(["migrate"]) == 0
        yield


@pytest.mark.parametrize("command", MOST)
def test_what_is_asked_for_most_loads_little(command: str, environment: None) -> None:
    begun = stopwatch()
    asked = [sys.executable, "-c", LOADED, *command.split()]
    done = subprocess.run(asked, env=dict(os.environ), check=True, capture_output=True, text=True, timeout=60)
    print(f"{command}: {stopwatch() - begun:.2f} s")

    loaded = set(done.stderr.rpartition("LOADED ")[2].split())
    assert "bot.cli" in loaded
    print(f"{len(loaded)} modules")
    assert {each.partition(".")[0] for each in loaded} & HEAVY == set()
    assert len(loaded) <= MOST[command]
    assert done.stdout


def test_what_runs_for_months_loads_no_orm() -> None:
    asked = "import sys, bot.cli_run, sqlalchemy.dialects.postgresql.asyncpg; sys.exit('sqlalchemy.orm' in sys.modules)"
    subprocess.run([sys.executable, "-c", asked], check=True, timeout=60)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["res"], ["restore"]),
        (["keys", ""], ["new", "backup", "rotate"]),
        (["operator", "add", "Amina", "--role", "co"], ["coordinator"]),
        (["restore", "--t"], ["--tombstones"]),
    ],
)
def test_bash_completes_what_is_typed(typed: list[str], offered: list[str]) -> None:
    shell = shutil.which("bash")
    assert shell is not None
    script = subprocess.run(
        [sys.executable, "-m", "bot", "--print-completion", "bash"], check=True, capture_output=True, text=True
    ).stdout
    words = " ".join(map(shlex.quote, ["homeline", *typed]))
    ask = (
        f'{script}\nCOMP_WORDS=({words}); COMP_CWORD={len(typed)}; _shtab_homeline; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run([shell, "-c", ask], check=True, capture_output=True, text=True, cwd="/")

    assert sorted(done.stdout.split()) == sorted(offered)


def test_zsh_has_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--print-completion", "zsh"])
    said = capsys.readouterr().out

    assert ended.value.code == 0
    assert said.startswith("#compdef homeline")
    for each in ("backup", "restore", "doctor", "thaw", "--tombstones"):
        assert each in said


def test_every_command_is_there() -> None:
    found = [command_of(each) for each in _commands(parser())]

    assert len(found) == len(set(found)) >= 19


def _commands(of: argparse.ArgumentParser) -> Iterator[str]:
    if command := of.get_default("command"):
        yield command
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _commands(each)
