"""Whether a notice only says what is to do: then there is nothing in it to ask a child about."""

import re
import tomllib
from functools import cache
from typing import Any

from bot.i18n import locales_dir

_SENTENCES = re.compile(r"(?<!\d)[.!?](?:\s|$)|[。！？!?\n]+")
_FIRST_PART = re.compile(r"[,;，；、]")
_IN_A_LIST = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)、．])\s*\S", re.MULTILINE)
_NEVER = "never"
_UNSPACED = re.compile(r"[\u3400-\u9fff]")


def only_to_do(text: str) -> bool:
    """A list, or sentences each of which begins with what is to do: “Trip on Friday, bring a coat” tells of a trip."""
    if len(_IN_A_LIST.findall(text)) > 1:
        return True
    begin = [_FIRST_PART.split(each)[0] for each in _SENTENCES.split(text.casefold()) if each.strip()]
    return bool(begin) and all(_tells_what_to_do(each) for each in begin)


def _tells_what_to_do(said: str) -> bool:
    """Words that hold one of ours and mean something else are left out first."""
    to_do, never = _patterns()
    return to_do.search(never.sub(" ", said)) is not None


@cache
def words() -> dict[str, list[str]]:
    """The words of each language that tell what to do."""
    return {language: found for language, found in _file().items() if language != _NEVER}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((locales_dir() / "notices.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _any_of(words()), _any_of(_file()[_NEVER])


def _any_of(found: dict[str, list[str]]) -> re.Pattern[str]:
    every = [re.escape(word) for each in found.values() for word in each]
    return re.compile("|".join(each if _UNSPACED.search(each) else rf"\b{each}\b" for each in every))
