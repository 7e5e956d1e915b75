"""💬 Three sentences for tonight, from what this parent has been told."""

import re
from dataclasses import replace

import pytest

from bot.db.transaction import Tx
from bot.domain.daily.first_words import SENTENCES, FirstWordsShown
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from bot.texts.daily.first_words import first_words_shown
from bot.texts.reader import reader_for
from tests.homeline import Homeline
from tests.households import english_family, read, sibling, stand_in, tap

CHEERFUL = re.compile("play|funn|Guess|glad|song do you")


async def opened(home: Homeline, *taps: str) -> tuple[Phone, Phone]:
    """Grandma has tapped these, and Mei 💬."""
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, *taps)
    await tap(home, mei, "💬")
    return mei, fang


def sentences(phone: Phone) -> list[str]:
    return re.findall("“(.+)”", phone.last.words)


async def test_one_tap_opens_three_sentences_from_what_was_seen_and_a_microphone(home: Homeline) -> None:
    mei, fang = await opened(home, "🙂", "🎨", "⚽")

    assert mei.last.words.startswith(
        "💬 Lily\nYou could say tonight:\n\n“What did you make? Tell me so that I can see it.”"
    )
    assert "What did you play outside today?" in sentences(mei)
    assert len(sentences(mei)) == 3
    heard = len(fang.texts)
    await tap(home, mei, "🎤")
    mei.voice()
    await home.settle()
    assert fang.last.kind == "voice"
    assert len(fang.texts) == heard + 1  # the letter, and nothing of what 💬 said


@pytest.mark.parametrize("taps", [("😢", "🗣"), ("🙂", "🤒", "🌡"), ("😟", "⚽", "🤝")])
async def test_nothing_cheerful_on_a_hard_day_and_while_ill(home: Homeline, taps: tuple[str, ...]) -> None:
    mei, _fang = await opened(home, *taps)

    assert len(sentences(mei)) == 3
    assert not CHEERFUL.search(mei.last.words)
    assert not re.search("ill|fever", mei.last.words)


async def test_after_two_days_what_was_seen_is_no_news_any_more(home: Homeline) -> None:
    mei, _fang = await opened(home, "🙂", "🎨")
    assert "make" in mei.last.words
    await home.later(hours=37)
    await tap(home, mei, "💬")

    assert len(sentences(mei)) == 3
    assert "make" not in mei.last.words


async def test_of_siblings_each_has_a_button_and_only_a_parent_has_any(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    li, ivan = await stand_in(home), await home.newcomer(IVAN)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await tap(home, mei, "💬 Tom")
    assert mei.last.words.startswith("💬 Tom")
    before = len(fang.texts), len(li.texts), len(ivan.texts)
    for phone in (fang, li, ivan):
        phone.press("first_words:1", phone.last)
        await home.settle()

    assert (len(fang.texts), len(li.texts), len(ivan.texts)) == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
async def test_each_sentence_is_there_in_each_language_and_none_asks_for_marks(home: Homeline, language: str) -> None:
    await english_family(home)

    def look(tx: Tx) -> list[str]:
        reader = reader_for(tx, replace(people.get(tx, 1), language=language))
        return [first_words_shown(reader, FirstWordsShown(1, (each.name,))).text for each in SENTENCES]

    said = await read(home, look)
    assert len(set(said)) == len(SENTENCES)
    assert all("“" in each for each in said)
    assert not [
        each for each in said if re.search(r"\bmarks?\b|grade|test\b|homework|come home|作业|分数|考试|成绩|回家", each)
    ]
