"""Which signs can be printed: known without loading what prints."""

from functools import cache
from pathlib import Path

FONT = Path(__file__).parent / "homeline.ttf"


@cache
def _known() -> str:
    """All of them in one text, for it stays: a set of as many texts takes sixty times as much memory."""
    return FONT.with_suffix(".signs").read_text(encoding="utf-8")


def lacking(text: str) -> str:
    """The signs of a text that cannot be printed, in their order."""
    return "".join(each for each in text if each not in _known() and not each.isspace())


def printable(text: str) -> str:
    """The text in one line, with an empty box for each sign that cannot be printed."""
    return "".join(each if each in _known() else " " if each.isspace() else "□" for each in text)
