"""Whether a notice only says what is to do: then there is nothing in it to ask a child about."""

import re
import tomllib
from functools import cache

from bot.i18n import locales_dir

_SENTENCES = re.compile(r"(?<!\d)[.!?](?:\s|$)|[。！？!?\n]+")
_FIRST_PART = re.compile(r"[,;，；、]")
_IN_A_LIST = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)、．])\s*\S", re.MULTILINE)
_UNSPACED = re.compile(r"[\u3400-\u9fff]")


def only_to_do(text: str) -> bool:
    """A list, or sentences each of which begins with what is to do: “Trip on Friday, bring a coat” tells of a trip."""
    if len(_IN_A_LIST.findall(text)) > 1:
        return True
    begin = [_FIRST_PART.split(each)[0] for each in _SENTENCES.split(text.casefold()) if each.strip()]
    return bool(begin) and all(_words().search(each) for each in begin)


@cache
def words() -> dict[str, list[str]]:
    """The words of each language that tell what to do."""
    return tomllib.loads((locales_dir() / "notices.toml").read_text(encoding="utf-8"))


@cache
def _words() -> re.Pattern[str]:
    every = [re.escape(word) for found in words().values() for word in found]
    return re.compile("|".join(each if _UNSPACED.search(each) else rf"\b{each}\b" for each in every))
