"""Helplines of an operator's own, and who dialled which: written where no upgrade touches it, seen at once."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.doctor import State
from bot.doctor import helplines as looked_at
from bot.errors import SettingsError
from bot.operations.dialling import listed, note_dialled
from bot.texts import helplines

TODAY = date(2026, 11, 23)
OWN = """
[[line]]
country = "CN"
kind = "child"
name = "Village line"
number_display = "0558 123 456"
number_dial = "0558123456"
hours = "9-17"
languages = ["zh"]
source = "its own poster"
seen_on = 2026-11-20
status = "C"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    helplines.look_in(str(tmp_path))
    yield tmp_path
    helplines.look_in("")


def shown(country: str = "CN") -> set[str]:
    return {each.number_dial for each in helplines.helplines(country, TODAY)}


def test_sg_28_a_number_that_somebody_dialled_is_shown_until_its_time_is_over(folder: Path) -> None:
    assert shown() == set()
    said = note_dialled(str(folder), "CN", "12355", 'Li "Na"', "2026-11-20", TODAY)

    assert said.startswith("Families see")
    assert shown() == {"12355"}
    assert any('dialled on 20 November 2026 by Li "Na"' in each for each in listed("CN", TODAY))
    note_dialled(str(folder), "CN", "12356", "Li Na", "", TODAY)
    assert shown() == {"12355", "12356"}
    assert "12355" not in {each.number_dial for each in helplines.helplines("CN", TODAY + timedelta(days=180))}
    assert [each.name for each in folder.iterdir()] == ["dialled.toml"]


def test_sg_28_a_number_of_their_own_is_hidden_until_it_was_dialled(folder: Path) -> None:
    (folder / "helplines.toml").write_text(OWN, encoding="utf-8")
    assert "0558123456" not in shown()
    note_dialled(str(folder), "CN", "0558 123 456", "Li Na", "", TODAY)

    assert "0558123456" in shown()
    assert helplines.emergency("CN", TODAY) == "120"
    helplines.look_in("")
    assert shown() == set()


def test_sg_28_a_number_without_a_source_is_never_shown(folder: Path) -> None:
    line = next(each for each in helplines.lines() if each.status in helplines.NEVER and each.number_dial)
    said = note_dialled(str(folder), line.country, line.number_dial, "Li Na", "", TODAY)

    assert "do not see" in said
    assert line.number_dial not in shown(line.country)


@pytest.mark.parametrize(
    ("number", "by", "on", "words"),
    [
        ("99999", "Li Na", "", "no known number"),
        ("12355", " ", "", "--by"),
        ("12355", "Li Na", "2026-11-24", "a day that has come"),
        ("12355", "Li Na", "yesterday", "a day that has come"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    folder: Path, number: str, by: str, on: str, words: str
) -> None:
    with pytest.raises(SettingsError, match=words) as said:
        note_dialled(str(folder), "CN", number, by, on, TODAY)
    assert "\n" not in str(said.value)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["helplines.toml", "dialled.toml"])
@pytest.mark.parametrize("text", ["[[", '[[line]]\ncountry = "CN"\n[[dialled]]\ncountry = "CN"\n', "\udcff"])
def test_a_file_that_is_wrong_is_named_and_takes_no_number_away(folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode(errors="surrogateescape"))
    assert helplines.emergency("CN", TODAY) == "120"
    (found, *_others) = looked_at.check((), TODAY)
    assert found.state is State.WRONG
    assert name in found.words
    with pytest.raises(SettingsError, match=name):
        listed("CN", TODAY)


def test_the_command_says_what_families_see(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOMELINE_DATA", str(folder))
    assert main(["helplines", "--country", "cn", "--dialled", "12355", "--by", "Li Na"]) == 0
    assert main(["helplines", "--country", "CN"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(each.startswith("shown") and "12355" in each and "Li Na" in each for each in lines)
    assert any(each.startswith("hidden") for each in lines)
    monkeypatch.delenv("HOMELINE_DATA")
    assert main(["helplines", "--country", "CN", "--dialled", "12355", "--by", "Li Na"]) == 2
