"""The danger card and the words of an illness: fixed, the same for everybody, and never comfort or advice."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Person
from bot.i18n import catalogue
from bot.texts import helplines
from bot.texts.illness.danger_card import danger_card
from bot.texts.reader import Reader
from tests.conftest import NOON

ROOT = Path(__file__).resolve().parents[3]
SHOWN = {"CN": "120", "UZ": "103", "KZ": "103", "RU": "103", "VN": "115", "MX": "911"}

# Reassurance, diagnosis, medicine, blame, urgency (safeguarding.md, section 3).
FORBIDDEN = (
    r"don.t worry|no danger|probably|nothing serious|harmless|you can wait|will be fine|calm|mild|severe|symptom|"
    r"diagnos|disease|flu\b|virus|infection|paracetamol|ibuprofen|antibiotic|aspirin|dose|syrup|tablet|remedy|"
    r"should have|why did|risk|score|safe\b|normal|okay"
)


class _Now:
    """What the card needs of a transaction: the day."""

    now = NOON


def a_reader(**values: object) -> Reader:
    """Somebody who reads English."""
    person = {each.name: None for each in fields(Person)} | {"language": "en", "zone": "UTC", "name": "x"} | values
    return Reader(_Now(), Person(**person), catalogue("en"))  # type: ignore[arg-type] # only what the card reads


def test_the_card_is_the_fixed_text() -> None:
    text = re.sub(r"</?[bi]>", "", danger_card(a_reader(), ["CN"]))

    assert text.split("\n") == [
        "🚑 Call NOW if you see even one:",
        "120",
        "1 😮‍💨 Hard to breathe, or lips are blue",
        "2 😴 Very hard to wake, or does not answer",
        "3 ⚡ Fit: body stiff or shaking",
        "4 🥛 Cannot drink or suck, or vomits everything",
        "5 🩸 Blood in stool, a lot of bleeding, or spots on the skin that stay when pressed",
        "6 👶 Baby under 3 months: fever (38 or more), very cold, or stops feeding",
        "7 ☠️ Swallowed poison or medicine, bad burn, bad fall on the head",
        "Not sure? Call too.",
        "This is a reminder, not a doctor. Nobody watches this chat.",
    ]
    assert len(text) <= 500


@given(
    st.sampled_from([*SHOWN, "KG", "KH", "TJ", "??", ""]),
    st.dictionaries(st.sampled_from(["name", "zone", "country"]), st.sampled_from(["UTC", "Asia/Dubai", "<b>"])),
    st.booleans(),
)
def test_the_card_depends_on_nothing_but_the_childs_country(country: str, who: dict[str, str], ready: bool) -> None:
    card = danger_card(a_reader(**who, consented=ready), [country])
    number = SHOWN.get(country, "your emergency number")
    assert card == danger_card(a_reader(), ["CN"]).replace("\n120</b>", f"\n{number}</b>")


@pytest.mark.parametrize("country", ["KG", "TJ", "UA", "KH", "ID", "PH", "MD", "ZZ"])
def test_a_number_that_nobody_has_verified_is_never_shown(country: str) -> None:
    assert helplines.emergency(country, NOON.date()) is None


@pytest.mark.parametrize(("country", "number"), SHOWN.items())
def test_an_emergency_number_of_status_c_is_shown_undialled(country: str, number: str) -> None:
    assert helplines.emergency(country, NOON.date()) == number


def test_no_helpline_is_shown_before_somebody_has_dialled_it() -> None:
    countries = {each.country for each in helplines.lines()}
    assert not any(helplines.helplines(each, NOON.date()) for each in countries)
    assert {each.kind for each in helplines.hidden(NOON.date())} >= {"child", "crisis", "violence", "emergency"}


def test_a_dialled_helpline_is_shown_for_180_days() -> None:
    row = """
    [[line]]
    country = "VN"
    kind = "child"
    name = "n"
    number_display = "111"
    number_dial = "111"
    hours = "24 h"
    languages = ["vi"]
    source = "s"
    seen_on = 2026-01-01
    dialled_on = 2026-05-01
    status = "%s"
    """
    dialled = date(2026, 5, 1)
    (confirmed,), (guess,) = helplines.parse(row % "C"), helplines.parse(row % "2nd")

    assert confirmed.may_be_shown(dialled + timedelta(days=180))
    assert not confirmed.may_be_shown(dialled + timedelta(days=181))
    assert not guess.may_be_shown(dialled)


def test_a_row_with_an_unknown_field_stops_the_load() -> None:
    with pytest.raises(TypeError):
        helplines.parse('[[line]]\nlanguages = []\ncolour = "red"\n')


def _sentences() -> Iterator[str]:
    for name in ("illnesses", "illness_card", "illness_follow_up", "illness_words", "danger_card"):
        source = (ROOT / "bot" / "texts" / "illness" / f"{name}.py").read_text(encoding="utf-8")
        yield from re.findall(r'(?:say|label)\(\s*((?:"[^"]*"\s*)+)', source)


def test_no_text_about_an_illness_comforts_advises_or_names_a_medicine() -> None:
    sentences = list(_sentences())
    assert len(sentences) > 40
    assert not [each for each in sentences if re.search(FORBIDDEN, each, re.IGNORECASE)]
    assert not [each for each in sentences if "!" in each]
