"""The documents say what is true."""

import re
import subprocess
import tomllib
from collections import Counter
from dataclasses import fields
from pathlib import Path

from babel import Locale

import handlers
from bot.i18n import LANGUAGES
from bot.settings import Settings, as_environment_file
from bot.ticks import TICKS
from tests import features

ROOT = Path(__file__).parent.parent


def test_the_readme_names_its_two_commands_and_the_makefile_has_them() -> None:
    readme = (ROOT / "README.md").read_text()
    makefile = (ROOT / "Makefile").read_text()

    for command in ("make demo", "make test"):
        assert command in readme
        assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE)


def test_the_demo_installs_what_homeline_runs_on_and_no_more() -> None:
    for target, developing in (("demo", False), ("run", False), ("test", True)):
        told = subprocess.run(
            ["make", "--dry-run", "--always-make", target], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        assert "--require-hashes -r deploy/requirements.txt" in told
        assert ("-r constraints.txt" in told) is developing
        assert "locales/compile.py" in told


def test_the_readme_says_first_which_languages_and_countries_and_how_to_try_it() -> None:
    readme = (ROOT / "README.md").read_text()
    first = "\n".join(readme.splitlines()[:45])
    lines = tomllib.loads((ROOT / "locales" / "helplines.toml").read_text())["line"]

    assert all(name in first for name in LANGUAGES.values())
    assert all(Locale("en").territories[each["country"]] in first for each in lines)
    assert all(words in first for words in ("no family yet", "a month", "@BotFather", "make run"))
    assert len(readme.splitlines()) <= 90


def test_every_setting_stands_in_its_document_with_its_help() -> None:
    readme = (ROOT / "docs" / "settings.md").read_text()

    for each in fields(Settings):
        assert f"`{each.metadata['env']}`" in readme, each.metadata["env"]
        assert each.metadata["help"]


def test_the_environment_file_to_begin_with_is_what_homeline_settings_prints() -> None:
    say = "a setting has changed: homeline settings > deploy/homeline.env.example"
    assert (ROOT / "deploy" / "homeline.env.example").read_text() == as_environment_file(), say


def test_the_readme_shows_pictures_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text()
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme) + re.findall(r'(?:src|srcset)="([^"]+)"', readme)

    assert len(pictures) == 3
    assert all((ROOT / each).is_file() for each in pictures)


def test_every_handler_and_every_tick_is_in_its_list() -> None:
    listed = {each.__name__ for each in handlers.FEATURES}
    for path in (ROOT / "handlers").rglob("*.py"):
        if "\nroutes" in path.read_text():
            assert ".".join(path.relative_to(ROOT).with_suffix("").parts) in listed, path.name

    ticks = {each.__module__.rpartition(".")[2] for each in TICKS}
    files = {path.stem for path in (ROOT / "bot" / "ticks").rglob("*.py")} - {"__init__"}
    assert files <= ticks


def test_the_page_of_features_is_what_the_code_has() -> None:
    assert features.PAGE.read_text() == features.page(), "make features"


def test_a_feature_lives_in_one_area_under_one_name() -> None:
    places = Counter(name for area in features.AREAS for name in features.names(area))
    shared = {"notifications"}  # each area may have a module for what it tells

    assert {name for name, count in places.items() if count > 1} <= shared


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)} ({len(path.read_text().splitlines())})"
        for folder in ("bot", "handlers", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if "versions" not in path.parts  # a migration stands as it was generated
        if len(path.read_text().splitlines()) > 300
    ]

    assert long == []


def test_only_what_is_public_of_python_telegram_bot_is_imported() -> None:
    private = re.compile(r"^\s*(from|import) telegram(\.\w+)*(\._|.* import .*\b_)", re.MULTILINE)
    assert private.search("from telegram.request._baserequest import BaseRequest")
    assert private.search("from telegram.request import _baserequest")
    wrong = [
        str(path.relative_to(ROOT))
        for folder in ("bot", "handlers", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if private.search(path.read_text())
    ]

    assert wrong == []


def test_nothing_names_a_registry_or_a_path_outside_the_project() -> None:
    pins = (ROOT / "constraints.txt").read_text()

    assert "://" not in pins
    assert "--hash=sha256:" in pins


def test_each_promise_of_safeguarding_names_where_it_lives_and_has_a_test_of_its_name() -> None:
    rows = re.findall(r"^\| SG-(\d\d) \|(.*)$", (ROOT / "SAFEGUARDING.md").read_text(), re.MULTILINE)
    tests = " ".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))

    assert [number for number, _row in rows] == [f"{number:02}" for number in (*range(1, 32), 33)]
    for number, row in rows:
        for place in re.findall(r"`((?:bot|handlers|locales|deploy)/[^`]+)`", row):
            assert (ROOT / place).exists(), f"SG-{number}: {place}"
        assert f"def test_sg_{number}_" in tests or "**not built yet**" in row, f"SG-{number}"
