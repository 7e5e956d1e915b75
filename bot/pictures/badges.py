"""A teacher's stickers, drawn for Homeline: small and golden, all of one size, and none is the better one."""

from collections.abc import Callable

from bot.domain.school.stickers import Sticker
from bot.pictures.brush import BAND, BLUE, GREEN, INK, RED, SKIN, WHITE
from bot.pictures.pen import Pen

R = 18


def badge(pen: Pen, x: float, y: float, what: Sticker) -> None:
    """The one who looks sees what it was for."""
    pen.round(x, y, R, SKIN, INK, 2.5)
    _SEEN[what](pen, x, y)


def _helped(pen: Pen, x: float, y: float) -> None:
    """Two, side by side."""
    for side, colour in ((-5.5, BLUE), (5.5, RED)):
        pen.round(x + side, y - 5, 4, colour, None)
        pen.shape(x + side - 4.5, y + 9, x + side, y - 2, x + side + 4.5, y + 9, fill=colour, line=None)
    pen.line(x - 6, y + 3, x + 6, y + 3, wide=2.5)


def _read_aloud(pen: Pen, x: float, y: float) -> None:
    """An open book."""
    for side in (-1, 1):
        pen.shape(x, y - 4, x + 11 * side, y - 8, x + 11 * side, y + 5, x, y + 9, fill=WHITE, line=None)
        pen.line(x, y - 4, x + 11 * side, y - 8, x + 11 * side, y + 5, x, y + 9, wide=2)
    pen.line(x, y - 4, x, y + 9, wide=2)


def _tried(pen: Pen, x: float, y: float) -> None:
    """A hill, and a flag on it."""
    pen.shape(x - 12, y + 9, x - 1, y - 4, x + 11, y + 9, fill=GREEN, line=None)
    pen.line(x - 1, y - 3, x - 1, y - 13, wide=2)
    pen.shape(x, y - 13, x + 9, y - 10, x, y - 6, fill=RED, line=None)


def _brave(pen: Pen, x: float, y: float) -> None:
    """A lion."""
    pen.round(x, y, 12, RED, None)
    pen.round(x, y, 8, BAND, None)
    for side in (-3.2, 3.2):
        pen.round(x + side, y - 2, 1.6, INK, None)
    pen.shape(x - 2.4, y + 2, x + 2.4, y + 2, x, y + 5, fill=INK, line=None)


def _creative(pen: Pen, x: float, y: float) -> None:
    """A palette."""
    pen.round(x, y, 11, WHITE, INK, 2)
    for right, below, colour in ((-4.5, -3.5, RED), (3, -5.5, BLUE), (5.5, 1.5, GREEN)):
        pen.round(x + right, y + below, 2.8, colour, None)
    pen.round(x - 2.5, y + 5, 2.5, INK, None)


def _caring(pen: Pen, x: float, y: float) -> None:
    """A heart."""
    for side in (-4.6, 4.6):
        pen.round(x + side, y - 3, 5.4, RED, None)
    pen.shape(x - 9.6, y - 1, x + 9.6, y - 1, x, y + 11, fill=RED, line=None)


_SEEN: dict[Sticker, Callable[[Pen, float, float], None]] = {
    Sticker.HELPED: _helped,
    Sticker.READ_ALOUD: _read_aloud,
    Sticker.TRIED: _tried,
    Sticker.BRAVE: _brave,
    Sticker.CREATIVE: _creative,
    Sticker.CARING: _caring,
}
