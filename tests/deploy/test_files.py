"""What an operator installs: no secret, no root, nothing that is not there, and settings that exist."""

import re
import tomllib
from dataclasses import fields
from fnmatch import fnmatch
from typing import Any

import pytest

from bot.health import Health
from bot.settings import Settings, as_environment_file, read
from tests.deploy.files import DEPLOY, ROOT, composed, instructions, pins, text, unit

ENV = {each.metadata["env"] for each in fields(Settings)}
UNITS = ("homeline.service",)


def test_a_filled_in_environment_file_is_read_as_it_was_meant() -> None:
    lines = as_environment_file().replace("# TELEGRAM_BOT_TOKEN=", "TELEGRAM_BOT_TOKEN=1234567:abc").splitlines()
    everything = dict(line.lstrip("# ").split("=", 1) for line in lines if re.match(r"(# )?[A-Z_]+=", line))

    assert everything.keys() == ENV
    assert read(everything) == Settings(token="1234567:abc")


@pytest.mark.parametrize(
    "name", sorted(path.name for path in DEPLOY.iterdir() if path.is_file() and path.suffix != ".txt")
)
def test_every_file_names_only_settings_that_exist_and_holds_no_secret(name: str) -> None:
    named = set(re.findall(r"\b(?:HOMELINE_[A-Z_]+|TELEGRAM_[A-Z_]+|DATABASE_URL)\b", text(name)))

    assert named <= ENV, name
    assert not re.search(r"\d{5,}:[A-Za-z0-9_-]{20,}", text(name)), "a token"
    assert not re.search(r"\b\d+:[A-Za-z0-9+/]{43}=", text(name)), "a key"
    assert not re.search(r"postgresql://[^:@\s]+:(?!password@|\$\{)[^@\s]+@", text(name)), "a password"


def test_the_image_runs_as_nobody_special_and_copies_what_is_there() -> None:
    steps = instructions()
    last = max(number for number, (verb, _rest) in enumerate(steps) if verb == "FROM")
    final = steps[last:]

    assert sum(verb == "FROM" for verb, _rest in steps) == 2
    assert next(int(rest) for verb, rest in final if verb == "USER") > 0
    assert not any(verb == "RUN" and ("pip" in rest or "apt" in rest) for verb, rest in final)
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for verb, rest in steps:
        if verb == "COPY" and not rest.startswith("--from"):
            *sources, _target = rest.split()
            for source in sources:
                assert (ROOT / source).exists(), source
                assert any(fnmatch(source, pattern) for pattern in allowed), source
    for verb, rest in steps:
        assert verb != "ENV" or not re.search("TOKEN|KEYS|SECRET|PASSWORD", rest)


def test_the_health_check_asks_where_homeline_answers() -> None:
    paths: list[str] = []

    class Server:
        def add(self, method: str, path: str, handler: Any) -> None:
            paths.append(path)

    Health.add_to(Health.__new__(Health), Server())  # type: ignore[arg-type] # only its paths are asked for
    check = next(rest for verb, rest in instructions() if verb == "HEALTHCHECK")
    (asked,) = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", check)
    listen = next(rest for verb, rest in instructions() if verb == "ENV").partition("HOMELINE_LISTEN=")[2]

    assert asked[1] in paths
    assert listen.endswith(f":{asked[0]}")


def test_what_the_image_installs_is_pinned_as_everywhere_else() -> None:
    everywhere = pins(ROOT / "constraints.txt")
    for name in ("requirements.txt", "build-requirements.txt"):
        for package, block in pins(DEPLOY / name).items():
            assert block == everywhere[package], f"{name}: {package}; run make pin"

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, wanted in (
        ("requirements.txt", project["project"]["dependencies"]),
        ("build-requirements.txt", project["build-system"]["requires"]),
    ):
        bare = {re.split(r"[<>=\[]", each)[0].lower() for each in wanted}
        assert bare <= pins(DEPLOY / name).keys()
    assert not {"pytest", "playwright", "mypy"} & pins(DEPLOY / "requirements.txt").keys()


def test_what_is_pinned_holds_for_extras_of_other_packages_too() -> None:
    # pip takes "coverage[toml]" for another package than "coverage" unless the pins are constraints as well
    lines = (ROOT / "Makefile").read_text() + text("Dockerfile") + text("runbook.md")
    found = re.findall(r"--require-hashes -r (\S+)(?: -c (\S+))?", lines)

    assert len(found) >= 3
    assert all(pinned == constrained for pinned, constrained in found), found


def test_what_builds_homeline_is_pinned_too_wherever_it_is_installed() -> None:
    # otherwise pip fetches a build backend of its own choice, without its hash
    lines = [
        line
        for path in (
            *ROOT.glob("*.md"),
            *(ROOT / "docs").glob("*.md"),
            *DEPLOY.iterdir(),
            ROOT / "Makefile",
            ROOT / ".ci/run",
        )
        if path.is_file()
        for line in path.read_text().replace("\\\n", " ").splitlines()
        if re.search(r"(pip[\w. ]*|PIP\)) (install|wheel|.*--no-deps).* (-e )?\.( |$)", line)
    ]

    assert len(lines) >= 3
    assert all("--no-deps --no-build-isolation" in each for each in lines), lines
    for name in ("runbook.md", "Dockerfile"):
        assert "-r deploy/build-requirements.txt" in text(name)


def test_containers_may_do_nothing_that_homeline_does_not_need() -> None:
    homeline = composed(text("compose.yaml"))["services"]["homeline"]

    assert homeline["read_only"] == "true"
    assert homeline["cap_drop"] == ["ALL"]
    assert homeline["security_opt"] == ["no-new-privileges:true"]
    for name in ("compose.yaml", "compose.postgresql.yaml"):
        services = composed(text(name))["services"]
        assert all(each.startswith("127.0.0.1:") for one in services.values() for each in one.get("ports", []))
        assert "privileged" not in text(name)
        assert "docker.sock" not in text(name)


@pytest.mark.parametrize("name", UNITS)
def test_the_units_are_confined(name: str) -> None:
    found = unit(name)

    for directive, value in (
        ("User", "homeline"),
        ("NoNewPrivileges", "true"),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "true"),
        ("PrivateDevices", "true"),
        ("MemoryDenyWriteExecute", "true"),
        ("CapabilityBoundingSet", ""),
        ("UMask", "0077"),
        ("LimitCORE", "0"),
        ("EnvironmentFile", "/etc/homeline/homeline.env"),
    ):
        assert found[directive] == [value], directive
    assert "Environment" not in found
    assert found["ExecStart"][0].startswith("/opt/homeline/bin/homeline ")
    assert "AF_UNIX" in found["RestrictAddressFamilies"][0]


def test_homeline_has_longer_to_end_than_it_takes_and_comes_back() -> None:
    found = unit("homeline.service")

    assert found["Restart"] == ["always"]
    assert int(found["TimeoutStopSec"][0]) >= 10
