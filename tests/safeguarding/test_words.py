"""SG-25, SG-26, SG-29: what every language must say, and what none may ever say."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import LANGUAGES, catalogue, locales_dir
from tests.handlers.privacy.test_crisis import CARD
from tests.homeline import MEI, Homeline
from tests.households import english_family, tap
from tests.test_locales import texts

NEVER: dict[str, dict[str, str]] = {
    language: {what: "|".join(each) for what, each in found.items()}
    for language, found in tomllib.loads(
        Path(__file__).with_name("never_said.toml").read_text(encoding="utf-8")
    ).items()
}


def ideas(language: str) -> Iterator[str]:
    """Every sentence of the weekly ideas in a language."""
    rows = tomllib.loads((locales_dir() / "ideas" / f"{language}.toml").read_text(encoding="utf-8"))
    pending: list[Any] = [rows]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            pending += each.values()
        elif isinstance(each, str):
            yield each


def test_every_language_has_its_list() -> None:
    assert set(NEVER) == set(LANGUAGES)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("what", sorted(NEVER["en"]))
def test_sg_26_29_what_must_never_be_said_is_said_nowhere(language: str, what: str) -> None:
    said = [*texts(language), *ideas(language)]
    assert len(said) > 500
    assert [each for each in said if re.search(NEVER[language][what], each, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("language", "sentence", "what"),
    [
        ("en", "It is probably nothing.", "comfort"),
        ("en", "Give her Paracetamol.", "medicine"),
        ("en", "It is your fault.", "blame"),
        ("en", "Lily ranks third.", "rank"),
        ("zh_Hans", "不用担心，会好的。", "comfort"),
    ],
)
def test_sg_26_the_lists_find_what_they_are_for(language: str, sentence: str, what: str) -> None:
    assert re.search(NEVER[language][what], sentence, re.IGNORECASE)


def test_sg_27_it_is_not_your_fault_may_be_said() -> None:
    assert not re.search(NEVER["en"]["blame"], CARD, re.IGNORECASE)


# What is said honestly about this channel: who could read, that nobody watches, that it is no emergency service.
HONEST = {
    "en": ("could read it", "end-to-end", "Nobody watches this chat", "not an emergency service", "not a doctor"),
    "zh_Hans": ("Telegram", "端到端", "没有人|没人", "急救", "医生"),
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sg_25_every_language_says_honestly_what_this_channel_is(language: str) -> None:
    said = [each for each in texts(language) if re.search("|".join(HONEST[language]), each)]
    assert [each for each in HONEST[language] if not any(re.search(each, text) for text in said)] == []


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_sg_25_the_fixed_cards_are_translated(language: str) -> None:
    assert catalogue(language).gettext(CARD) != CARD


async def test_sg_25_it_is_said_at_the_start_and_with_every_illness(home: Homeline) -> None:
    mei = home.phone(MEI)
    mei.start()
    await home.settle()
    assert "Telegram and who runs this bot could read it." in mei.texts[-1]
    assert "Nobody watches this chat. It is not an emergency service." in mei.texts[-1]
    mei.say("/privacy")
    await home.settle()
    assert "not end-to-end encrypted" in mei.texts[-1]


async def test_sg_25_with_an_illness_it_is_said_again(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    before = len(fang.texts)
    await tap(home, fang, "🤒")
    assert any("This is a reminder, not a doctor. Nobody watches this chat." in each for each in fang.texts[before:])


async def test_sg_29_a_hard_day_is_what_somebody_noticed_and_nothing_is_concluded(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "😢", "🗣")
    news = next(each for each in reversed(mei.texts) if "Lily" in each)
    assert "noticed" in news
    assert not re.search(r"\d+ (?:days|times)|\d %|is sad|unhappy|trend|again", news)
