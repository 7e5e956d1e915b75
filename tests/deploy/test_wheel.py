"""What is installed is whole: built as the Dockerfile builds it, and run away from the source."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot.db.crypto import new_key
from tests.deploy.files import ROOT, instructions

LOOK = """
import bot
from bot import garbage
garbage.left_until_loaded()
from bot import cli, i18n
print(bot.__file__)
print(*i18n.available())
cli.main(["migrate"])
cli.main(["doctor", "--json"])
"""


def left_out(_folder: str, names: list[str]) -> list[str]:
    """What the image is not given either: .dockerignore."""
    return [each for each in names if each == "__pycache__" or each.endswith(".mo")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, from what the Dockerfile copies and nothing else."""
    source = tmp_path_factory.mktemp("src")
    copied = [rest.split()[:-1] for verb, rest in instructions() if verb == "COPY" and not rest.startswith("--from")]
    for name in {each for names in copied for each in names if not each.startswith("deploy/")}:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, source / name)
    target = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", target, ".")
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (made,) = target.glob("*.whl")
    return made


def test_nothing_is_missing_in_it(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    at_home = {".po", ".pot"}  # what translators and builds work on
    for top, under in (("bot", "bot"), ("handlers", "handlers"), ("locales", "bot/_locales")):
        for path in (ROOT / top).rglob("*"):
            built = top == "locales" and path.suffix == ".py"
            if path.is_file() and "__pycache__" not in path.parts and not built and path.suffix not in at_home:
                assert f"{under}/{path.relative_to(ROOT / top)}" in inside, path
    assert not [each for each in inside if each.endswith((*at_home, "_locales/compile.py", "_locales/refresh.py"))]
    assert "bot/_locales/helplines.toml" in inside
    assert "bot/_locales/zh_Hans/LC_MESSAGES/homeline.mo" in inside
    assert {each.partition("/")[0].partition("-")[0] for each in inside} == {"bot", "handlers", "homeline"}


def test_it_runs_away_from_the_source_and_writes_nothing_beside_itself(wheel: Path, tmp_path: Path) -> None:
    site, data = tmp_path / "site", tmp_path / "data"
    zipfile.ZipFile(wheel).extractall(site)
    data.mkdir()
    before = sorted(site.rglob("*"))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HOMELINE_", "TELEGRAM_"))},
        "PYTHONPATH": str(site),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DATABASE_URL": f"sqlite:///{data}/homeline.db",
        "HOMELINE_KEYS": new_key(),
    }

    done = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=data, env=environment, check=True, capture_output=True, text=True
    )

    where, languages, migrated, told = done.stdout.splitlines()
    assert where == str(site / "bot" / "__init__.py")
    assert languages == "en zh_Hans"
    assert migrated == "The database is up to date."
    assert json.loads(told)["ok"], told
    assert sorted(site.rglob("*")) == before
