"""Phrases after which somebody is asked whether they would like help; nothing else ever follows from them (SG-27)."""

import re
import tomllib
import unicodedata
from functools import cache

from bot.i18n import locales_dir

GROUPS = ("self_harm", "violence", "missing", "medical")

# Written without spaces between words, so a phrase may stand inside a longer run of signs.
_UNSPACED = re.compile(r"[\u3400-\u9fff]")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


def group_of(text: str) -> str | None:
    """The group of the first phrase found, in whatever language it was typed; none for nearly everything."""
    words, unspaced = _patterns()
    plain = _plain(text)
    found = words.search(plain) or unspaced.search(plain.replace(" ", ""))
    return found.lastgroup if found else None


@cache
def phrases(language: str) -> dict[str, tuple[str, ...]]:
    """The phrases of one language by group, as they are looked for; none where nobody has written them yet."""
    path = locales_dir() / "crisis" / f"{language}.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {group: tuple(rows.get(group, ())) for group in GROUPS}


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


def _any(groups: dict[str, list[str]], shape: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{group}>{shape % '|'.join(each)})" for group, each in groups.items() if each))


def _plain(text: str) -> str:
    """Small letters and single spaces: however it was typed, and whatever stood between the words."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return re.sub(r"[\W_]+", " ", folded).strip()
