"""A class's list that a teacher sends without having been asked for one: it begins a notice, and may be taken as a list."""

import re
from dataclasses import dataclass
from typing import Any

from bot.domain.notifications import Event, Told
from bot.domain.school.rosters import Line, lines_in

_FEWEST = 5  # lines
_MOSTLY = 0.8  # of them
_WORDS = 5  # of a name; a sentence has more
# A name is written with capitals, or with Chinese signs; nothing else stands behind it.
_NAME = re.compile(r"[\u3400-\u9fff·]{2,6}|(?:[^\W\d_][\w'ʻʼ‘’-]*\.?\s*,?\s*)+")
_SMALL = frozenset(
    ["qizi", "oʻgʻli", "o‘g‘li", "o'g'li", "ogli", "ugli", "kizi", "кызы", "уулу", "угли", "қизи", "ўғли"]
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
    words = name.replace(",", " ").split()
    if not _NAME.fullmatch(name) or len(words) > _WORDS:
        return False
    return all(each[0].isupper() or not each[0].islower() or each in _SMALL for each in words)
