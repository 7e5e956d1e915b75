"""Three drawings of what to do with a paper from the school: scan it, tap Start, say who you are. CC BY 4.0.

Each stands in a square of `SIDE`, whose upper left corner is (x, y), and is understood in black and white, too.
"""

from collections.abc import Callable

from bot.pictures.brush import BAND, BLUE, GREEN, INK, PALE, SKIN, WHITE, Brush

SIDE = 200

# The corners and a few of the modules of a code, as everybody has seen one.
_EYES = ((0, 0), (5, 0), (0, 5))
_MODULES = ((3, 0), (4, 1), (3, 3), (5, 4), (7, 3), (4, 5), (6, 6), (7, 7), (5, 7), (3, 6), (0, 3), (1, 4))


def scan(brush: Brush, x: float, y: float) -> None:
    """A phone before a paper: its camera sees the code."""
    brush.box(x + 8, y + 20, x + 112, y + 124, 6, WHITE, INK)
    _code(brush, x + 24, y + 36, 9)
    brush.box(x + 108, y + 52, x + 190, y + 188, 14, INK)
    brush.box(x + 115, y + 66, x + 183, y + 174, 4, WHITE)
    _code(brush, x + 122, y + 93, 6.5)


def start(brush: Brush, x: float, y: float) -> None:
    """A phone with one large button, and the finger that taps it."""
    _phone(brush, x, y)
    brush.box(x + 62, y + 36, x + 120, y + 58, 10, PALE, INK)
    brush.box(x + 62, y + 70, x + 138, y + 92, 10, PALE, INK)
    brush.box(x + 58, y + 128, x + 142, y + 160, 16, BLUE, INK)
    brush.shape(x + 90, y + 136, x + 90, y + 152, x + 108, y + 144, fill=WHITE, line=None)
    _finger(brush, x + 122, y + 146)


def who(brush: Brush, x: float, y: float) -> None:
    """A phone with the people of a family, one below the other, and the finger that taps one."""
    _phone(brush, x, y)
    for row, draw in enumerate((_grandmother, _grandfather, _grown_up)):
        middle = y + 50 + row * 48
        brush.box(x + 57, middle - 21, x + 143, middle + 21, 10, BAND if row == 0 else PALE, INK)
        draw(brush, x + 84, middle)
    brush.line(x + 108, y + 50, x + 116, y + 58, x + 130, y + 42, colour=GREEN, wide=7)
    _finger(brush, x + 128, y + 62)


STEPS: tuple[Callable[[Brush, float, float], None], ...] = (scan, start, who)


def home(brush: Brush, x: float, y: float) -> None:
    """Whom the left code is for: a house, with somebody old and a child in it; (x, y) is its middle."""
    brush.shape(x - 44, y + 40, x - 44, y - 8, x, y - 44, x + 44, y - 8, x + 44, y + 40, fill=WHITE)
    _grandmother(brush, x - 15, y + 18)
    _face(brush, x + 20, y + 24, 13)


def far(brush: Brush, x: float, y: float) -> None:
    """Whom the right code is for: somebody with a suitcase; (x, y) is the middle."""
    brush.box(x + 6, y - 2, x + 46, y + 38, 6, WHITE, INK)
    brush.line(x + 16, y - 4, x + 16, y - 14, x + 36, y - 14, x + 36, y - 4, wide=5)
    brush.line(x + 26, y + 4, x + 26, y + 32, wide=3)
    brush.box(x - 42, y + 6, x - 6, y + 40, 12, PALE, INK)
    _face(brush, x - 24, y - 14, 20)


def _phone(brush: Brush, x: float, y: float) -> None:
    brush.box(x + 44, y + 4, x + 156, y + 196, 18, INK)
    brush.box(x + 51, y + 20, x + 149, y + 180, 4, WHITE)


def _code(brush: Brush, x: float, y: float, each: float) -> None:
    for column, row in _EYES:
        left, top = x + column * each, y + row * each
        brush.box(left, top, left + 3 * each, top + 3 * each, 1, INK)
        brush.box(left + each * 0.7, top + each * 0.7, left + 2.3 * each, top + 2.3 * each, 1, WHITE)
        brush.box(left + each * 1.1, top + each * 1.1, left + 1.9 * each, top + 1.9 * each, 0.5, INK)
    for column, row in _MODULES:
        brush.box(x + column * each, y + row * each, x + (column + 1) * each, y + (row + 1) * each, 0.5, INK)


def _finger(brush: Brush, x: float, y: float) -> None:
    """Its tip is at (x, y)."""
    brush.box(x - 8, y + 26, x + 40, y + 62, 16, SKIN, INK)
    brush.box(x - 8, y, x + 10, y + 44, 9, SKIN, INK)
    brush.box(x - 4, y + 32, x + 7, y + 46, 4, SKIN)


def _face(brush: Brush, x: float, y: float, r: float) -> None:
    brush.round(x, y, r, SKIN, INK, 3)
    for side in (-0.38, 0.38):
        brush.round(x + side * r, y - 0.15 * r, 0.13 * r, INK, None)
    brush.arc(x, y, 0.62 * r, 30, 150, wide=0.16 * r)


def _grandmother(brush: Brush, x: float, y: float) -> None:
    """With a bun and glasses."""
    brush.round(x, y - 17, 7, PALE, INK, 3)
    _face(brush, x, y + 1, 15)
    for side in (-6, 6):
        brush.round(x + side, y - 1, 5, None, INK, 2)


def _grandfather(brush: Brush, x: float, y: float) -> None:
    """With a cap and a beard."""
    _face(brush, x, y + 1, 15)
    brush.shape(x - 13, y + 6, x + 13, y + 6, x, y + 20, fill=WHITE)
    brush.box(x - 16, y - 17, x + 16, y - 7, 4, PALE, INK)


def _grown_up(brush: Brush, x: float, y: float) -> None:
    _face(brush, x, y, 15)
