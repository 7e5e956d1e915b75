"""Where a text is broken into lines: between words, between Chinese characters, and inside a word that is too long."""

import re
from collections.abc import Callable

# A Chinese character with the signs that must not begin a line; a word with the space before it; anything else.
_PART = re.compile(
    r"[\u3000-\u9fff\uff00-\uffef\U00020000-\U0003ffff][、。，；：？！）》」』”’…]*"
    r"| *[^\s\u3000-\u9fff\uff00-\uffef]+| +"
)


def wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
    """The lines of a text, each as long as `fits` allows; none for nothing."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for part in _PART.findall(paragraph):
            if fits(line + part):
                line += part
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = part.lstrip()
            while line and not fits(line):
                cut = _longest(line, fits)
                lines.append(line[:cut])
                line = line[cut:]
        if line or not paragraph:
            lines.append(line.rstrip())
    return lines


def _longest(word: str, fits: Callable[[str], bool]) -> int:
    return max((end for end in range(1, len(word)) if fits(word[:end])), default=1)
