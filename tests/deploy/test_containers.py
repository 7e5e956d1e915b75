"""The runbook's way to containers, as it is written there, up to where an engine would be needed."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.cli import parser
from bot.db.crypto import new_key
from bot.settings import Settings, read
from tests.deploy.files import ROOT, composed, instructions, text
from tests.operations.places import BACKUP_KEY
from tests.safeguarding.operators_file import fill_in

COMPOSE = ["deploy/compose.yaml"]
BOTH = [*COMPOSE, "deploy/compose.postgresql.yaml"]
FILES = "deploy/compose.yaml -f deploy/compose.postgresql.yaml"


def commands() -> list[str]:
    """Every line of the two blocks."""
    part = text("runbook.md").partition("**Containers**")[2].partition("**Watching:**")[0]
    return [line for block in re.findall(r"```\n(.*?)```", part, re.DOTALL) for line in block.splitlines()]


def layered(files: list[str]) -> dict[str, Any]:
    """The services of files that lie upon each other."""
    services: dict[str, Any] = {}
    for name in files:
        for service, given in composed((ROOT / name).read_text())["services"].items():
            there = services.setdefault(service, {})
            environment = there.get("environment", {}) | given.get("environment", {})
            services[service] = {**there, **given, "environment": environment}
    return services


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """The source after the first block, but for what an engine does and for who owns the files."""
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    for line in commands():
        if not line.startswith(("docker", "chown")):
            subprocess.run(["bash", "-euc", line], cwd=tmp_path, check=True)  # as an operator pastes it
    fill_in(tmp_path / "deploy" / "own" / "safeguarding" / "safeguarding.toml")
    return tmp_path


def filled_in(prepared: Path, **named: str) -> dict[str, str]:
    """The environment file as the runbook says, and as somebody has it who followed the other way before."""
    file = prepared / "deploy" / "homeline.env"
    assert file.stat().st_mode & 0o077 == 0
    lines = dict.fromkeys(re.findall(r"(?m)^# ([A-Z_]+)=", file.read_text()), "")
    assert named.keys() <= lines.keys()
    return named


@pytest.mark.parametrize("files", [COMPOSE, BOTH], ids=["sqlite", "postgresql"])
def test_homeline_starts_with_what_the_runbook_sets_and_reaches_its_files(files: list[str], prepared: Path) -> None:
    homeline = layered(files)["homeline"]
    image = dict(each.split("=", 1) for verb, rest in instructions() if verb == "ENV" for each in shlex.split(rest))
    written = filled_in(
        prepared,
        TELEGRAM_BOT_TOKEN="1234567:AbC_d-e",
        HOMELINE_KEYS=new_key(),
        HOMELINE_BACKUP_KEY=BACKUP_KEY,
        HOMELINE_ENV="production",
        HOMELINE_LISTEN="127.0.0.1:8443",  # as on a machine without containers, where nobody would reach it here
        HOMELINE_SAFEGUARDING="/var/lib/homeline/safeguarding.toml",
    )
    merged = {**image, **written, **homeline["environment"]}
    merged = {name: re.sub(r"\$\{POSTGRES_PASSWORD:\?[^}]*\}", "hush", value) for name, value in merged.items()}

    places = dict(each.split(":")[1::-1] for each in homeline["volumes"])
    settings = read({**merged, "HOMELINE_DATA": str(prepared / "deploy" / places[merged["HOMELINE_DATA"]])})
    assert settings.safeguarding.endswith("own/safeguarding/safeguarding.toml")
    assert settings.is_sqlite == (files == COMPOSE)
    needs = [settings.backups, str(settings.sqlite_path)] if settings.is_sqlite else [settings.backups]
    for each in needs:
        assert any(Path(each).is_relative_to(place) for place in places), f"{each} is on a read-only root"
    listens(settings, homeline["ports"])


def listens(settings: Settings, published: list[str]) -> None:
    """Where a published port arrives, somebody listens on every address."""
    inside = {each.rpartition(":")[2] for each in published}
    for address in (settings.address, settings.metrics_address):
        assert address is not None
        assert address[0] == "0.0.0.0"
        assert str(address[1]) in inside
    assert len(inside) == 2


def test_what_is_asked_of_docker_names_services_and_commands_that_there_are() -> None:
    asked = [shlex.split(line) for line in commands() if line.startswith("docker")]
    asked += [shlex.split(line.replace(COMPOSE[0], FILES, 1)) for line in commands() if line.startswith("docker")]

    assert len(asked) >= 10
    for docker, compose, *given in asked:
        assert (docker, compose) == ("docker", "compose")
        begin = next(place for place in range(0, len(given), 2) if given[place] != "-f")
        services = layered(given[1:begin:2])
        verb, *rest = [each for each in given[begin:] if not each.startswith("-")]
        if verb in {"run", "exec"}:
            assert rest[0] in services
            assert verb == "run" or rest[1] == "homeline"
            parser().parse_args(rest[1:] if verb == "run" else rest[2:])
        elif verb == "cp":
            assert rest[0].partition(":")[0] in services
        else:
            assert verb in {"build", "up"}
            assert rest == []
    assert f"-f {FILES}" in text("runbook.md")


def test_the_database_beside_it_is_reached_by_the_name_that_it_has_and_by_nobody_else() -> None:
    services = layered(BOTH)
    host = re.search(r"@([\w-]+)/", services["homeline"]["environment"]["DATABASE_URL"])

    assert host is not None
    assert host[1] in services
    assert host[1] in services["homeline"]["depends_on"]
    assert "ports" not in services[host[1]]
