"""The weekly ideas: complete, short, kind, and usable from far away."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.domain.daily.ideas import BANDS, HAPPENED, IdeaCard, band_of
from bot.i18n import LANGUAGES, locales_dir
from bot.texts.daily.ideas_catalogue import languages, plan, text

LONGEST = {"en": 90, "zh_Hans": 45}
LONG_NAMES = {"en": {"child": "Alexandra", "me": "Mummy"}, "zh_Hans": {"child": "欧阳小米", "me": "妈妈"}}
# A guardian reads the shorter sentences (SG-33); a parent says or does the others.
MOST_WORDS_IN_A_SENTENCE = {"guardian": 12, "say": 14, "do": 14}
MOST_CHARACTERS_IN_A_CHINESE_SENTENCE = {"guardian": 20, "say": 28, "do": 28}
SHARED_WORDS = 8

SKIPS = {"bereavement", "separated", "no_news", "no_school", "no_visit", "disability", "hard_now"}
FOOTER_WEEKS = {31, 36, 38, 43, 46, 48}

ENGLISH_NEVER = "depressed|depression|disorder|abnormal|scores?|risk|lazy|left-behind|should have|don't worry"
ENGLISH_GENDERED = "mum|mom|mummy|dad|daddy|mama|papa|mother|father|he|she|him|her|his|hers|grandma|grandmother|grandpa"
CHINESE_NEVER = "留守|抑郁|别担心|您应该|你应该|温馨提示|请知悉|尊敬的用户|亲爱的|障碍|异常|懒"
CHINESE_GENDERED = "妈|爸|他|她|奶奶|爷爷|姥姥|姥爷|外婆|外公"


def fields(language: str) -> Iterator[tuple[str, str]]:
    """Each field of each card, as (where, words)."""
    for card in plan():
        words = text(card.id, language)
        for name, value in (("say", words.say), ("do", words.do), ("guardian", words.guardian)):
            if value is not None:
                yield f"{card.id} {name}", value


def raw(language: str) -> dict[str, dict[str, str]]:
    path = locales_dir() / "ideas" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words_of(value: str) -> list[str]:
    return re.findall(r"[\w{}'’-]+", value.lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_exactly_the_cards_of_the_plan(language: str) -> None:
    assert set(raw(language)) - {"themes"} == {card.id for card in plan()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_exactly_the_themes_of_the_plan(language: str) -> None:
    assert set(raw(language)["themes"]) == {card.theme_key for card in plan()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_has_nothing_but_say_do_and_guardian(language: str) -> None:
    odd = {key for card in plan() for key in raw(language)[card.id]} - {"say", "do", "guardian"}
    assert not odd


def test_the_ideas_are_written_in_every_language_of_homeline() -> None:
    assert languages() == set(LANGUAGES)


def test_another_language_reads_the_english_words() -> None:
    assert text("w01-3-5", "xx") == text("w01-3-5", "en")


def test_a_language_name_cannot_leave_the_folder() -> None:
    assert text("w01-3-5", "../ideas/plan") == text("w01-3-5", "en")


@pytest.mark.parametrize("band", BANDS)
def test_each_band_has_at_least_twelve_weeks_without_a_gap(band: str) -> None:
    weeks = [card.week for card in plan() if card.band == band and card.week]
    assert weeks == list(range(1, len(weeks) + 1))
    assert len(weeks) >= 12


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("happened", ["illness", "harder_day", "birthday"])
def test_each_band_has_a_card_of_its_own_for_what_happened(band: str, happened: str) -> None:
    assert [card for card in plan() if card.band == band and card.week == 0 and happened in card.fits]


@pytest.mark.parametrize("band", BANDS)
def test_each_band_keeps_four_spares_that_fit_any_week(band: str) -> None:
    spares = [card for card in plan() if card.band == band and card.week == 0 and not card.fits]
    assert len(spares) == 4


@pytest.mark.parametrize("situation", sorted(SKIPS))
@pytest.mark.parametrize("band", BANDS)
def test_a_family_in_any_situation_has_ten_weeks_or_more(band: str, situation: str) -> None:
    left = [card for card in plan() if card.band == band and card.week and situation not in card.skip_if]
    assert len(left) >= 10


@pytest.mark.parametrize("card", plan(), ids=lambda card: card.id)
def test_the_plan_uses_only_known_labels(card: IdeaCard) -> None:
    assert card.band in BANDS
    assert card.skip_if <= SKIPS
    assert card.fits <= {*HAPPENED}
    assert all(re.fullmatch(r"S\d+", source) for source in card.source_ids)
    assert card.id.endswith(f"-{card.band}")
    assert card.id.startswith(f"w{card.week:02}-") or not card.week


def test_the_way_to_help_stands_on_its_weeks_and_nowhere_else() -> None:
    assert all(card.help_footer == (card.week in FOOTER_WEEKS) for card in plan())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_adult_beside_a_baby_is_always_told_how_to_help(language: str) -> None:
    assert all(text(card.id, language).guardian for card in plan() if card.band == "0-2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guardian_helps_with_the_same_cards_in_each_language(language: str) -> None:
    assert all(bool(text(card.id, language).guardian) == bool(text(card.id, "en").guardian) for card in plan())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_field_fits_its_length_even_with_a_long_name(language: str) -> None:
    for where, value in fields(language):
        assert 0 < len(value) <= LONGEST[language], where
        assert len(value.format(**LONG_NAMES[language])) <= LONGEST[language], where


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_child_and_the_parent_are_filled_in(language: str) -> None:
    for where, value in fields(language):
        assert not re.search("[{}]", re.sub(r"\{(child|me)\}", "", value)), where
        assert "{me}" not in value or where.endswith(" say"), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_asks_at_most_one_question(language: str) -> None:
    for where, value in fields(language):
        assert len(re.findall("[?？]", value)) <= 1, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted_and_every_field_ends_as_a_sentence(language: str) -> None:
    for where, value in fields(language):
        assert not re.search("[!！]", value), where
        assert re.search(r"[.?…。？—]”?$", value), where
        assert value == value.strip(), where


@pytest.mark.parametrize("never", [ENGLISH_NEVER, ENGLISH_GENDERED], ids=["blaming", "gendered"])
def test_english_has_no_word_that_blames_or_guesses_a_gender(never: str) -> None:
    for where, value in fields("en"):
        assert not re.search(rf"\b({never})\b", value, re.IGNORECASE), where


@pytest.mark.parametrize("never", [CHINESE_NEVER, CHINESE_GENDERED], ids=["blaming", "gendered"])
def test_chinese_has_no_word_that_blames_or_guesses_a_gender(never: str) -> None:
    for where, value in fields("zh_Hans"):
        assert not re.search(never, value), where


def test_english_sentences_are_short() -> None:
    for where, value in fields("en"):
        for sentence in re.split(r"[.?…]+", value):
            assert len(words_of(sentence)) <= MOST_WORDS_IN_A_SENTENCE[where.split()[1]], where


def test_chinese_sentences_are_short() -> None:
    for where, value in fields("zh_Hans"):
        for sentence in re.split("[。？…]+", value.format(**LONG_NAMES["zh_Hans"])):
            assert len(sentence) <= MOST_CHARACTERS_IN_A_CHINESE_SENTENCE[where.split()[1]], where


def test_chinese_speaks_to_adults_with_respect() -> None:
    for where, value in fields("zh_Hans"):
        spoken_to_an_adult = re.sub("“[^”]*”", "", value)
        assert where.endswith(" say") or not re.search("[你咱]", spoken_to_an_adult), where


def test_chinese_has_no_latin_letters_and_no_half_width_punctuation() -> None:
    for where, value in fields("zh_Hans"):
        assert not re.search(r"[A-Za-z,.?;:\"']", re.sub(r"\{(child|me)\}", "", value)), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_cards_say_the_same(language: str) -> None:
    for field in ("say", "do"):
        counted = Counter(value for where, value in fields(language) if where.endswith(f" {field}"))
        assert max(counted.values()) == 1


def test_no_two_english_cards_share_eight_words_in_a_row() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for where, value in fields("en"):
        words = words_of(value)
        for start in range(len(words) - SHARED_WORDS + 1):
            run = tuple(words[start : start + SHARED_WORDS])
            assert seen.setdefault(run, where) == where


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, "0-2"),
        (2, "0-2"),
        (3, "3-5"),
        (5, "3-5"),
        (6, "6-9"),
        (9, "6-9"),
        (10, "10-12"),
        (13, "13-17"),
        (18, "13-17"),
    ],
)
def test_the_band_follows_from_full_years(years: int, band: str) -> None:
    assert band_of(years) == band
