"""A class's list that a teacher sends without having been asked: a notice begins, which may be taken as a list."""

import re
from dataclasses import dataclass
from typing import Any

from bot.domain.notifications import Event, Told
from bot.domain.school.rosters import Line, lines_in

_FEWEST = 5  # lines
_MOSTLY = 0.8  # of them
_WORDS = 5  # of a name; a sentence has more
_CHINESE = re.compile(r"[\u3400-\u9fff·]{2,6}")
_WORD = re.compile(r"[^\W\d_][\w'ʻʼ‘’-]*\.?")
_SMALL = frozenset(
    {"qizi", "oʻgʻli", "o‘g‘li", "o'g'li", "ogli", "ugli", "kizi", "кызы", "уулу", "угли", "қизи", "ўғли"}
)


@dataclass(frozen=True, slots=True)
class WhoseListAsked(Event):
    """Of which class is the list that stands in a notice?"""

    while_stopped = Told.NOBODY
    notice_id: int


def may_be_list(text: str, media: tuple[dict[str, Any], ...], this_year: int) -> bool:
    """Whether it is worth a button: a file of the kind in which lists are kept, or some lines that are names."""
    if media:
        return len(media) == 1 and bool(media[0].get("sheet"))
    lines = lines_in(text, this_year)
    names = [line for _place, _raw, line in lines if isinstance(line, Line) and _is_name(line.name)]
    return len(names) >= _FEWEST and len(names) >= _MOSTLY * len(lines)


def _is_name(name: str) -> bool:
    """A few words with capitals, or some Chinese signs, and nothing else."""
    words = name.replace(",", " ").split()
    if _CHINESE.fullmatch(name):
        return True
    return len(words) <= _WORDS and all(_WORD.fullmatch(each) and _is_of_name(each) for each in words)


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word in _SMALL
