"""SG-28: a number is shown only while somebody has dialled it, and by the child's country."""

from datetime import date, timedelta

import pytest

from bot.i18n import LANGUAGES, SOURCE, locales_dir
from bot.texts import helplines
from bot.texts.helplines import Helpline, lines, parse
from tests.homeline import Homeline
from tests.households import english_family, tap

DIALLED = date(2026, 11, 1)
ROWS = {f"{each.country} {each.number_dial} {each.status}": each for each in lines()}


def on(day: date, line: Helpline, dialled: date | None) -> bool:
    """Whether a line is shown on a day, had it been dialled on another."""
    values = {name: getattr(line, name) for name in line.__slots__}
    return Helpline(**{**values, "dialled_on": dialled}).may_be_shown(day)


@pytest.mark.parametrize("line", ROWS.values(), ids=ROWS)
def test_sg_28_each_row_says_where_it_comes_from_and_is_shown_by_the_rule(line: Helpline) -> None:
    assert line.source
    assert line.seen_on.year >= 2026
    assert line.kind in {"emergency", "child", "crisis", "violence"}
    assert line.status in {"C", "C-old", "2nd", "GK"}
    assert set(line.number_dial) <= set("0123456789")
    guessed = line.status in {"2nd", "GK"}
    undialled = line.kind == "emergency" and line.status == "C"

    assert on(DIALLED, line, None) is undialled
    assert on(DIALLED, line, DIALLED) is not guessed
    assert on(DIALLED + timedelta(days=180), line, DIALLED) is not guessed
    assert on(DIALLED + timedelta(days=181), line, DIALLED) is undialled
    assert on(DIALLED - timedelta(days=1), line, DIALLED) is undialled  # nobody has dialled tomorrow


@pytest.mark.parametrize("line", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {SOURCE}))
def test_sg_28_a_helpline_is_named_in_the_words_of_its_reader(line: Helpline, language: str) -> None:
    own, english = line.called(language), line.called(SOURCE)

    assert line.kind == "emergency" or own != english
    assert line.name in english
    assert line.hours in english


async def test_sg_28_a_line_that_was_dialled_appears_on_the_card_and_goes_when_nobody_has_again(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (locales_dir() / "helplines.toml").read_text(encoding="utf-8")
    dialled = text.replace('number_dial = "12355"', 'number_dial = "12355"\ndialled_on = 2026-11-20')
    dialled = dialled.replace('number_dial = "1383"', 'number_dial = "1383"\ndialled_on = 2026-11-20')
    rows = parse(dialled)
    monkeypatch.setattr(helplines, "lines", lambda: rows)
    mei, fang = await english_family(home)

    await tap(home, fang, "☂️", "☂️ Talk to someone")
    assert "\n12355\n" in fang.texts[-1]
    assert "120" in fang.texts[-1]
    assert "1383" not in fang.texts[-1]  # another country's
    assert "12356" not in fang.texts[-1]  # nobody has dialled it

    await tap(home, mei, "☂️", "☂️ Talk to someone")  # works in Dubai: the child's country first, then her own
    card = mei.texts[-1]
    assert card.index("China\n120") < card.index("United Arab Emirates\nyour emergency number")

    home.clock.push(timedelta(days=180))
    await tap(home, fang, "🏠", "☂️", "☂️ Talk to someone")
    assert "12355" not in fang.texts[-1]
    assert "120" in fang.texts[-1]
