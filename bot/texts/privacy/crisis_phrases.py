"""Phrases after which somebody is asked whether they would like help; nothing else ever follows from them (SG-27)."""

import re
import tomllib
import unicodedata
from functools import cache

from bot.i18n import locales_dir

MEDICAL = "medical"
GROUPS = ("self_harm", "violence", "missing", MEDICAL)

# Written without spaces between words, so a phrase may stand inside a longer run of signs.
_UNSPACED = re.compile(r"[\u3400-\u9fff]")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


def group_of(text: str) -> str | None:
    """The group of the first phrase found, in whatever language it was typed; none for nearly everything."""
    words, unspaced = _patterns()
    plain = _without(0, _plain(text))
    found = words.search(plain) or unspaced.search(_without(1, plain.replace(" ", "")))
    return found.lastgroup if found else None


def groups_of(text: str) -> set[str]:
    """Every group of which a phrase stands in it."""
    words, unspaced = _patterns()
    plain = _plain(text)
    found = [*words.finditer(_without(0, plain)), *unspaced.finditer(_without(1, plain.replace(" ", "")))]
    return {each.lastgroup for each in found if each.lastgroup}


def stands_in(text: str, name: str) -> bool:
    """Whether a name stands in it: as whole words, or anywhere where no spaces are written."""
    plain, sought = _plain(text), re.escape(_plain(name))
    return bool(sought) and re.search(sought if _UNSPACED.search(name) else rf"\b{sought}\b", plain) is not None


def _without(place: int, plain: str) -> str:
    """Without what only looks like a phrase; a line's end keeps apart what stood on both sides of it."""
    return _everyday()[place].sub("\n", plain)


@cache
def phrases(language: str) -> dict[str, tuple[str, ...]]:
    """The phrases of one language by group, as they are looked for; none where nobody has written them yet."""
    rows = _rows(language)
    return {group: tuple(rows.get(group, ())) for group in GROUPS}


@cache
def everyday(language: str) -> tuple[str, ...]:
    """What families of one language say every day although a phrase stands in it: “she is missing you”."""
    return tuple(_rows(language).get("everyday", ()))


def _rows(language: str) -> dict[str, list[str]]:
    path = locales_dir() / "crisis" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def languages() -> frozenset[str]:
    """The languages that have phrases."""
    return frozenset(path.stem for path in (locales_dir() / "crisis").glob("*.toml"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One pattern for whole words, one for languages without spaces; people type whatever language they like."""
    spaced: dict[str, list[str]] = {group: [] for group in GROUPS}
    unspaced: dict[str, list[str]] = {group: [] for group in GROUPS}
    for language in sorted(languages()):
        for group, found in phrases(language).items():
            for each in found:
                (unspaced if _UNSPACED.search(each) else spaced)[group].append(re.escape(_plain(each)))
    return (_any(spaced, r"\b(?:%s)\b"), _any(unspaced, "(?:%s)"))


@cache
def _everyday() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """As the patterns of the phrases: whole words, and languages without spaces."""
    known = [_plain(each) for language in sorted(languages()) for each in everyday(language)]
    spaced = "|".join(re.escape(each) for each in known if not _UNSPACED.search(each))
    unspaced = "|".join(re.escape(each) for each in known if _UNSPACED.search(each))
    return (re.compile(rf"\b(?:{spaced})\b"), re.compile(f"(?:{unspaced})"))


def _any(groups: dict[str, list[str]], shape: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{group}>{shape % '|'.join(each)})" for group, each in groups.items() if each))


def _plain(text: str) -> str:
    """Small letters and single spaces: however it was typed, and whatever stood between the words."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return re.sub(r"[\W_]+", " ", folded).strip()
