"""Every language is whole, says the same, and says nothing that must never be said."""

import re
import string

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.i18n import LANGUAGES, SOURCE, locales_dir
from locales.refresh import extract

TRANSLATED = sorted(set(LANGUAGES) - {SOURCE})

# safeguarding.md, section 4 “Words”, and voice.md “What does not pass”.
NEVER = {
    "en": ["depress", "disorder", "abnormal", "score", "risk", "lazy", "left-behind", "you should have", "don't worry",
           "invalid", "please be advised", "great job", "no danger", "probably nothing", "paracetamol", "antibiotic",
           "user", "streak"],
    "zh_Hans": ["抑郁", "障碍", "异常", "评分", "风险", "懒", "留守", "别担心", "不用担心", "无效", "尊敬的用户",
                "请知悉", "温馨提示", "没事的", "退烧药", "抗生素", "用户", "！", "你"],
}  # fmt: skip


def catalogue(language: str) -> Catalog:
    """A language's messages."""
    with (locales_dir() / language / "LC_MESSAGES" / "homeline.po").open("rb") as file:
        return read_po(file, locale=language)


def template() -> Catalog:
    """The messages as the code has them."""
    with (locales_dir() / "homeline.pot").open("rb") as file:
        return read_po(file)


def texts(language: str) -> list[str]:
    """Everything that is said in a language."""
    if language == SOURCE:
        return [text for each in template() if each.id for text in forms(each.id)]
    return [text for each in catalogue(language) if each.id for text in forms(each.string)]


def forms(text: object) -> tuple[str, ...]:
    """The plural forms of a message, or its one form."""
    return text if isinstance(text, tuple) else (str(text),)


def placeholders(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_on_offer_is_complete(language: str) -> None:
    known = {(each.id, each.context) for each in template() if each.id}
    translated = {
        (each.id, each.context)
        for each in catalogue(language)
        if each.id and all(forms(each.string)) and not each.fuzzy
    }

    assert known - translated == set()
    assert translated - known == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_what_the_original_fills_in(language: str) -> None:
    for each in catalogue(language):
        wanted = set().union(*(placeholders(form) for form in forms(each.id))) if each.id else set()
        for form in forms(each.string) if each.id else ():
            assert placeholders(form) <= wanted, each.id
            assert wanted - placeholders(form) <= {"count"}, each.id


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_must_never_be_said_is_not_said(language: str) -> None:
    said = [(word, text) for text in texts(language) for word in NEVER[language] if word in text.lower()]

    assert said == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_message_asks_at_most_one_question(language: str) -> None:
    many = [text for text in texts(language) if len(re.findall("[?？]", text)) > 1]

    assert many == []


def test_every_message_has_a_comment_for_translators() -> None:
    bare = [each.id for each in template() if each.id and not each.auto_comments]

    assert bare == []


def test_no_comment_leans_on_another_one() -> None:
    """The catalogue is sorted by its words, not as the code has them."""
    leaning = [each.id for each in template() if "as above" in " ".join(each.auto_comments)]

    assert leaning == []


def test_translators_are_told_what_each_placeholder_holds() -> None:
    told = (locales_dir().parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    used = {name for each in template() if each.id for form in forms(each.id) for name in placeholders(form)}

    assert {each for each in used if f"`{{{each}}}`" not in told} == set()


def test_the_texts_in_the_code_are_in_the_catalogue() -> None:
    found = {each.id for each in extract(locales_dir().parent / "bot" / "texts") if each.id}

    assert found == {each.id for each in template() if each.id}
