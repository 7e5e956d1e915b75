"""A release as it is made, of a copy of this source."""

import hashlib
import json
import os
import runpy
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.deploy.files import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def git(at: Path, *command: str) -> str:
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *named, *command], cwd=at, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(at: Path) -> None:
    git(at, "add", "-A")
    git(at, "commit", "-qm", "As it is")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git knows of this source, as it stands on the disk, as a repository of its own."""
    place = tmp_path_factory.mktemp("release") / "copy"
    for name in git(ROOT, "ls-files", "-z").split("\0"):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    changes = place / "CHANGELOG.md"
    changes.write_text(changes.read_text().replace(f"## {VERSION} · unreleased", f"## {VERSION} · 1 December 2026"))
    git(place, "init", "-q")
    commit(place)
    return place


@pytest.fixture
def release(copy: Path, tmp_path: Path) -> "Release":
    return Release(copy, tmp_path)


class Release:
    """Makes one on a machine with git and without a container engine."""

    def __init__(self, at: Path, tools: Path) -> None:
        self.at = at
        (tools / "git").symlink_to(shutil.which("git") or "")
        names = {
            f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self._environ = {**os.environ, **names, "PATH": str(tools)}

    def make(self) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "deploy/release.py"]
        return subprocess.run(command, cwd=self.at, env=self._environ, capture_output=True, text=True, check=False)


def test_a_release_is_whole_and_says_what_this_machine_left_out(release: Release) -> None:
    done = release.make()

    assert done.returncode == 0, done.stderr
    dist = release.at / "dist"
    wheel, source = dist / f"homeline-{VERSION}-py3-none-any.whl", dist / f"homeline-{VERSION}.tar.gz"
    inside = zipfile.ZipFile(wheel).namelist()
    assert {each.partition("/")[0] for each in inside} == {"bot", "handlers", f"homeline-{VERSION}.dist-info"}
    assert {"bot/_locales/zh_Hans/LC_MESSAGES/homeline.mo", "bot/cli.py"} <= set(inside)
    with tarfile.open(source) as opened:
        kept = {each.partition("/")[2] for each in opened.getnames()}
    assert {"pyproject.toml", "bot/cli.py", "locales/compile.py", "deploy/runbook.md"} <= kept
    made_of = json.loads((dist / f"homeline-{VERSION}.cdx.json").read_text())
    assert made_of["metadata"]["component"]["version"] == VERSION
    notes = (dist / f"homeline-{VERSION}.md").read_text()
    assert notes.startswith(f"Homeline {VERSION}, 1 December 2026\n\nUpgrading from")
    assert "\n## " not in notes
    for line in (dist / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest
    assert "left out: the image (neither docker nor podman" in done.stdout
    assert "left out: sending it" in done.stdout
    assert git(release.at, "tag", "-n1", "-l") == f"v{VERSION}          Homeline {VERSION}, 1 December 2026"
    assert "**Backups are written" in git(release.at, "cat-file", "-p", f"v{VERSION}")
    assert git(release.at, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("refused", "why"),
    [("none", ""), ("info", "docker info: no daemon"), ("build", "docker build -q: no daemon")],
)
def test_an_image_is_kept_where_an_engine_answers(
    refused: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = tmp_path / "docker"
    engine.write_text(
        f"""#!/bin/sh
[ "$1" = {refused} ] && {{ echo no daemon >&2; exit 1; }}
[ "$1" = build ] && [ "$SOURCE_DATE_EPOCH" != 7 ] && exit 2
[ "$1" != save ] || echo "$4" > "$3"
"""
    )
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    image = runpy.run_path(str(ROOT / "deploy" / "release.py"))["image"]
    monkeypatch.setitem(image.__globals__, "DIST", tmp_path)

    assert image("1.0", tmp_path, "7") == why
    kept = [each.read_text() for each in tmp_path.glob("*-image.tar")]
    assert kept == ([] if why else ["homeline:1.0\n"])


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("CHANGELOG.md", f"## {VERSION} · ", f"## {VERSION} · unreleased\n\n## 0.0 · ", "write the day"),
        ("CHANGELOG.md", f"## {VERSION} · ", "## 99.0 · ", f"says nothing of {VERSION}"),
        ("README.md", "Homeline", "Homeline!", "is another commit"),
        ("README.md", "Homeline", "Homeline!", "commit first"),
    ],
)
def test_too_early_is_one_line_and_makes_nothing(release: Release, name: str, old: str, new: str, words: str) -> None:
    was = git(release.at, "rev-parse", "HEAD")
    shutil.rmtree(release.at / "dist", ignore_errors=True)
    path = release.at / name
    path.write_text(path.read_text().replace(old, new, 1))
    if words != "commit first":
        commit(release.at)
        git(release.at, "tag", "--force", f"v{VERSION}", was if words == "is another commit" else "HEAD")
    done = release.make()
    git(release.at, "reset", "-q", "--hard", was)

    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (release.at / "dist").exists()
