"""SG-31: nothing starts in production before somebody answers for the safety of children."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.db import installation
from bot.errors import SettingsError
from bot.safeguarding import FIELDS, read_file
from bot.settings import read
from tests.homeline import Homeline
from tests.safeguarding.operators_file import HOURS, TEMPLATES, whole

LIVE = {"TELEGRAM_BOT_TOKEN": "1234567:abc", "HOMELINE_ENV": "production", "HOMELINE_KEYS": "1:x"}


def refused(file: Path) -> list[str]:
    """The lines with which a start is refused."""
    with pytest.raises(SettingsError) as caught:
        read({**LIVE, "HOMELINE_SAFEGUARDING": str(file)})
    return str(caught.value).splitlines()


def test_sg_31_the_example_filled_in_is_enough_and_says_what_families_are_told(tmp_path: Path) -> None:
    file = whole(tmp_path)
    assert read({**LIVE, "HOMELINE_SAFEGUARDING": str(file)}).environment == "production"
    assert read_file(file).hours == HOURS
    assert read_file(file).within == 24
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("# within_hours = 24", "within_hours = 48"), encoding="utf-8")
    assert read_file(file).within == 48


def test_sg_31_production_without_the_file_does_not_start_and_development_does(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="HOMELINE_SAFEGUARDING must name the safeguarding file"):
        read(LIVE)
    assert "cannot be read" in refused(tmp_path / "nowhere.toml")[0]
    assert read({**LIVE, "HOMELINE_ENV": "development"}).safeguarding == ""


def test_sg_31_the_example_as_it_comes_is_not_enough() -> None:
    lines = refused(TEMPLATES / "example.toml")
    blank = [name for name in FIELDS if name != "documents.audit"]
    assert [line.split()[0] for line in lines[1:]] == blank


@pytest.mark.parametrize("name", FIELDS)
def test_sg_31_each_missing_field_is_one_line(tmp_path: Path, name: str) -> None:
    file = whole(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"(?m)^{name.partition('.')[2]} = .*\n", "", text), encoding="utf-8")
    assert refused(file)[1:] == [f"  {name} is missing: {FIELDS[name]}."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('country = "Uzbekistan"', "operator.country is no country"),
        ('dpia = "elsewhere.md"', "documents.dpia names elsewhere.md, which is not there"),
        ('confirmed_on = "last week"', "helplines.confirmed_on is no day"),
        (f'hours = "{"x" * 121}"', "contact.hours is too long"),
        ("organisation = 7", "operator.organisation is no text"),
        ("within_hours = 0", "contact.within_hours is no whole number from 1 to 168"),
        ('within_hours = "soon"', "contact.within_hours is no whole number from 1 to 168"),
        ("within_hours = true", "contact.within_hours is no whole number from 1 to 168"),
    ],
)
def test_sg_31_a_field_that_cannot_be_right_is_one_line(tmp_path: Path, line: str, words: str) -> None:
    file = whole(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"(?m)^(# )?{line.split(maxsplit=1)[0]} = .*$", line, text), encoding="utf-8")
    assert [each.strip().startswith(words) for each in refused(file)[1:]] == [True]


@pytest.mark.parametrize("name", ["policy", "dpia", "incident"])
def test_sg_31_a_document_that_is_still_a_template_or_empty_is_one_line(tmp_path: Path, name: str) -> None:
    document = whole(tmp_path).with_name(f"{name}.md")
    document.write_text(document.read_text(encoding="utf-8") + "\nWho: <name>\n", encoding="utf-8")
    words = f"  documents.{name} names {name}.md, where 1 of the < > are not filled in yet: "
    assert [each.startswith(words) for each in refused(document.with_name("example.toml"))[1:]] == [True]
    document.write_text("\n", encoding="utf-8")
    assert f"documents.{name} names {name}.md, which is empty" in refused(document.with_name("example.toml"))[1]
    document.write_bytes(b"\xff\xd8 a scan")
    assert read_file(document.with_name("example.toml")).hours == HOURS


@pytest.mark.parametrize("content", [b"no toml", b"\xff\xfe", b"contact = 3\n"])
def test_sg_31_a_file_that_is_something_else_is_told_kindly(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.toml"
    file.write_bytes(content)
    assert "safeguarding file" in refused(file)[0] or "is not TOML" in refused(file)[0]


def test_sg_31_the_templates_are_there_short_and_have_blanks_to_fill() -> None:
    for name in ("policy", "dpia", "incident", "audit"):
        text = (TEMPLATES / f"{name}.md").read_text(encoding="utf-8")
        assert text.count("<") >= 2, name
        assert len(text.splitlines()) < 40, name


@pytest.mark.wired
async def test_sg_31_the_texts_know_the_hours_after_a_start(home: Homeline, tmp_path: Path) -> None:
    app = App(replace(home.app.settings, safeguarding=str(whole(tmp_path))), home.clock, long_poll=0)
    await home.app.close()
    await app.open()
    try:
        assert await app.store.run(lambda tx: installation.get(tx, installation.REPORT_HOURS)) == HOURS
        assert await app.store.run(installation.reports_within) == timedelta(hours=24)
    finally:
        await app.close()
        await home.app.open()


def test_what_the_law_asks_of_teachers_may_be_left_out_and_is_a_short_text_in_a_language(tmp_path: Path) -> None:
    file = whole(tmp_path)
    assert read_file(file).duty == {}
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n[duty]\nen = "Tell the police: 110"\n', encoding="utf-8")
    assert read_file(file).duty == {"en": "Tell the police: 110"}
    for wrong in (f'en = "{"x" * 401}"', 'en = ""', "en = 1", '"in English" = "Tell"'):
        file.write_text(f"{text}\n[duty]\n{wrong}\n", encoding="utf-8")
        assert len(refused(file)) == 2, wrong
