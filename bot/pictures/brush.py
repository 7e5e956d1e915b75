"""What draws in a picture and on a page alike: strokes, shapes, words and codes, at places of a sheet."""

from typing import Protocol

from bot.pictures.wrapping import wrapped

LEADING = 1.3  # from line to line, in sizes of a letter
QUIET = 4  # modules of white around a code

INK, PAPER, PALE, LINE = "#2b2b33", "#fff8ee", "#f6ead8", "#cbb796"
SKIN, WARM, BAND = "#ffd54d", "#fdeccb", "#ffe9a8"
WHITE, BLUE, GREEN, RED = "#ffffff", "#2f6fd6", "#5f9a3b", "#d9646b"


class Brush(Protocol):
    """Draws on paper or in a picture; all measures are of one unit, and `y` grows downwards."""

    def box(self, x: float, y: float, right: float, below: float, r: float, fill: str, line: str | None = None) -> None:
        """A rectangle with round corners."""

    def round(self, x: float, y: float, r: float, fill: str | None, line: str | None = INK, wide: float = 4) -> None:
        """A circle."""

    def line(self, *points: float, colour: str = INK, wide: float = 5) -> None:
        """Strokes with round ends."""

    def arc(self, x: float, y: float, r: float, begin: int, end: int, colour: str = INK, wide: float = 5) -> None:
        """A part of a circle, clockwise from angle to angle, with round ends."""

    def shape(self, *points: float, fill: str, line: str | None = INK) -> None:
        """A polygon."""

    def width(self, text: str, size: float) -> float:
        """How wide a line of words is."""

    def words(self, x: float, y: float, text: str, size: float, at: float = 0) -> None:
        """A line of words on its base line; `at` 0 begins at `x`, 0.5 is centred there, 1 ends there."""

    def code(self, x: float, y: float, wide: float, content: str, error: str) -> None:
        """A QR code with the white around it that readers need, at most `wide` in all."""


def fitting(brush: Brush, text: str, size: float, wide: float, least: float) -> float:
    """The size at which a line is no wider than `wide`, but not below `least`."""
    now = brush.width(text, size)
    return size if now <= wide else max(least, size * wide / now)


def lines_of(brush: Brush, text: str, size: float, wide: float) -> list[str]:
    """A text in lines that are no wider than `wide`."""
    return wrapped(text, lambda line: brush.width(line, size) <= wide)


def block(
    brush: Brush, x: float, y: float, text: str, size: float, wide: float, *, most: int = 99, at: float = 0
) -> float:
    """A text in at most so many lines below `y`; where it ends. What does not fit ends in “…”."""
    lines = lines_of(brush, text, size, wide)
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(brush, lines[most - 1], size, wide)]
    for number, each in enumerate(lines):
        brush.words(x, y + size + number * size * LEADING, each, size, at)
    return y + len(lines) * size * LEADING


def _ended(brush: Brush, line: str, size: float, wide: float) -> str:
    while line and brush.width(line + "…", size) > wide:
        line = line[:-1]
    return line.rstrip() + "…"
