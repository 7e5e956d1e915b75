"""SG-33: what a guardian reads is short, plain and asks one thing (safeguarding.md, section 6), in each language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import pytest
from babel.messages.catalog import Message

from bot.i18n import LANGUAGES, SOURCE
from tests.homeline import Homeline
from tests.households import english_family, tap
from tests.test_locales import catalogue, forms, template
from tests.texts.test_chinese import labels, untagged


@dataclass(frozen=True)
class Limits:
    """The most that section 6 of safeguarding.md allows."""

    message: int
    card: int
    sentence: int
    label: int = 18
    words_on_a_label: int = 3


LIMITS = {"en": Limits(message=200, card=500, sentence=12), "zh_Hans": Limits(message=60, card=180, sentence=20)}
MEDIAN = 90
SCHOOL_YEARS = 5

# Who reads a text stands in its comment; what is not said to be for somebody else is for a guardian too.
OTHERS = re.compile(r"teacher|school's lead|heading|word in a table|to (?:a|the) parent\b|of a parent\b|stands for")

# What stands in a text when it is read: a short family and a long one.
TIMES = {"here": "14:40", "home": "18:40", "there": "18:40", "now": "14:40", "time": "18:00", "quiet": "22:00–07:00"}
SAID = {
    "en": TIMES | {"day": "Fri, Nov 27", "days": "Thursday, Friday", "times": "18:40", "when": "Friday, 18:40"},
    "zh_Hans": TIMES | {"day": "11月27日周五", "days": "星期四、星期五", "times": "18:40", "when": "星期五 18:40"},
}
PLACES = {
    "en": {"room": "3B", "school": "Village school", "what": "fever, stomach", "words": "a parcel"},
    "zh_Hans": {"room": "三（2）班", "school": "第一小学", "what": "发烧、肚子难受", "words": "寄个包裹"},
}
FAMILIES = {
    "en": [("Bo", "Mei"), ("Alexandra", "Grandma")],
    "zh_Hans": [("宝", "梅"), ("欧小米", "王大军")],
}
NUMBERS = {"count", "most", "done", "all", "left", "number", "year"}


def comments(message: Message) -> list[str]:
    """What is said to translators, one for each place in the code."""
    return [each.strip() for each in " ".join(message.auto_comments).split("L10N:") if each.strip()]


def of_guardians(language: str) -> Iterator[tuple[str, str]]:
    """Every text that a guardian may read, beside its English."""
    for each in template() if language == SOURCE else catalogue(language):
        if each.id and any(not OTHERS.search(comment) for comment in comments(each)):
            texts = forms(each.id) if language == SOURCE else forms(each.string)
            yield from ((forms(each.id)[0], text) for text in texts)


def filled(text: str, language: str) -> Iterator[str]:
    """The text as it is read in each family."""
    for child, adult in FAMILIES[language]:
        known = SAID[language] | PLACES[language] | {"child": child, "children": child}
        names = re.findall(r"\{(\w+)\}", text)
        yield untagged(text.format(**{each: known.get(each, "12" if each in NUMBERS else adult) for each in names}))


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Messages, without labels, headings and words that stand inside others."""
    for english, text in of_guardians(language):
        if re.search(r"[.?:]$", untagged(english).rstrip()):
            yield from ((english, each) for each in filled(text, language))


def length(sentence: str, language: str) -> int:
    """Words; characters where a language writes none."""
    return len(sentence.strip()) if language == "zh_Hans" else len(re.findall(r"[^\W\d][\w'’-]*|\d[\d:–]*", sentence))


def syllables(word: str) -> int:
    """About as many as are heard."""
    return max(1, len(re.findall("[aeiouy]+", re.sub("e$", "", word.lower()))))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sg_33_a_message_to_a_guardian_is_short(language: str) -> None:
    limits = LIMITS[language]
    lengths = {text: len(text) for _english, text in sentences(language)}

    assert len(lengths) > 300
    assert median(lengths.values()) <= MEDIAN
    assert [text for text in lengths if len(text) > (limits.card if "\n" in text else limits.message)] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sg_33_a_sentence_to_a_guardian_is_short(language: str) -> None:
    """All but the danger card, whose words are fixed (SG-26)."""
    said = (text for english, text in sentences(language) if not english.startswith("🚑"))
    parts = (part for text in said for part in re.split(r"[.?]\s|[.?:]$|: |\n|[。？：]", text))

    assert [part for part in parts if length(part, language) > LIMITS[language].sentence] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sg_33_a_label_is_one_emoji_and_at_most_three_words(language: str) -> None:
    limits, known = LIMITS[language], labels()
    shown = [
        next(filled(text, language))
        for each in (template() if language == SOURCE else catalogue(language))
        for text in forms(each.id if language == SOURCE else each.string)
        if forms(each.id)[0] in known
    ]

    assert len(shown) > 80
    assert [text for text in shown if len(text) + 2 > limits.label or len(text.split()) > limits.words_on_a_label] == []


def test_sg_33_english_reads_like_a_book_for_ten_year_olds() -> None:
    """Flesch and Kincaid, over everything that a guardian may read."""
    text = " ".join(each for _english, each in sentences("en"))
    words = re.findall(r"[A-Za-z][a-z'’]*", text)
    ends = len(re.findall(r"[.?:](?:\s|$)", text))

    grade = 0.39 * len(words) / ends + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    assert grade <= SCHOOL_YEARS


@pytest.mark.parametrize("language", sorted(LANGUAGES))
async def test_sg_33_what_really_comes_to_a_guardian_is_short_and_asks_one_thing(home: Homeline, language: str) -> None:
    """Several texts in one message are measured together, the danger card left aside."""
    mei, fang = await (english_family(home) if language == "en" else home.family())
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🎤")
    fang.voice()
    await tap(home, fang, "🤒", "🌡")
    await tap(home, mei, "🤙")
    await home.later(hours=4)
    await tap(home, fang, "🌤", "🏠", "☂️", "🏠", "⚙️")
    await tap(home, mei, "🏠", "🎤")
    mei.voice()
    await home.settle()

    came = [each for each in fang.texts if not each.startswith("🚑")]
    shown = [button.text for _message, button in fang.buttons()]
    limits = LIMITS[language]
    assert len(came) > 10
    assert len(shown) > 10
    assert median(map(len, came)) <= MEDIAN
    assert [text for text in came if len(text) > (limits.card if "\n" in text else limits.message)] == []
    assert [text for text in came if len(re.findall("[?？]", text)) > 1] == []
    assert [text for text in shown if len(text) > limits.label] == []
