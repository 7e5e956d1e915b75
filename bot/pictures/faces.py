"""The guardian's faces and the marks of a day, drawn for Homeline: the same on every phone."""

from collections.abc import Callable

from bot.domain.daily.weeks import KEPT, Mark
from bot.pictures.brush import BLUE, GREEN, INK, LINE, PALE, RED, SKIN, WHITE
from bot.pictures.pen import Pen

R = 52  # of a face


def face(pen: Pen, x: float, y: float, what: str) -> None:
    """All four have one colour: they are read by the mouth, and none is the better one."""
    if what == KEPT:
        pen.round(x, y, R, PALE, LINE)
        _check(pen, x, y, LINE)
        return
    if what == "usual":
        pen.round(x, y, R, WHITE)
        _check(pen, x, y, GREEN)
        return
    if what == "call":
        pen.round(x, y, R, WHITE)
        _handset(pen, x, y, 1.25, BLUE)
        return
    pen.round(x, y, R, SKIN)
    _MOUTHS[what](pen, x, y)


def _eyes(pen: Pen, x: float, y: float) -> None:
    for side in (-18, 18):
        pen.round(x + side, y - 12, 6, INK, None)


def _great(pen: Pen, x: float, y: float) -> None:
    for side in (-19, 19):
        pen.arc(x + side, y - 8, 10, 195, 345, wide=6)
    pen.half(x, y + 7, 27, INK)
    pen.half(x, y + 9, 19, WHITE)


def _well(pen: Pen, x: float, y: float) -> None:
    _eyes(pen, x, y)
    pen.arc(x, y - 2, 29, 25, 155, wide=6)


def _hard(pen: Pen, x: float, y: float) -> None:
    _eyes(pen, x, y)
    pen.line(x - 28, y - 26, x - 12, y - 31, wide=5)
    pen.line(x + 28, y - 26, x + 12, y - 31, wide=5)
    pen.arc(x, y + 42, 26, 235, 305, wide=6)


def _sad(pen: Pen, x: float, y: float) -> None:
    _eyes(pen, x, y)
    pen.arc(x, y + 44, 27, 220, 320, wide=6)
    pen.drop(x - 24, y + 12, 11, BLUE)


_MOUTHS: dict[str, Callable[[Pen, float, float], None]] = {"great": _great, "well": _well, "hard": _hard, "sad": _sad}


def gap(pen: Pen, x: float, y: float) -> None:
    """Nobody has said anything of this day: neither good nor bad."""
    pen.dots(x, y, R - 4, LINE)


def heard(pen: Pen, x: float, y: float) -> None:
    """Something else came from home: a house with a light in it."""
    pen.round(x, y, R, WHITE)
    pen.shape(x - 26, y + 28, x - 26, y - 4, x, y - 28, x + 26, y - 4, x + 26, y + 28, fill=PALE)
    pen.box(x - 9, y + 2, x + 9, y + 20, 3, SKIN, INK)


def thermometer(pen: Pen, x: float, y: float) -> None:
    """An illness begins."""
    pen.box(x - 8, y - 26, x + 8, y + 14, 8, WHITE, INK)
    pen.round(x, y + 18, 13, RED, INK, 3)
    pen.box(x - 3, y - 10, x + 3, y + 16, 3, RED)


def _check(pen: Pen, x: float, y: float, colour: str) -> None:
    pen.line(x - 22, y + 2, x - 6, y + 18, x + 24, y - 18, colour=colour, wide=9)


def _handset(pen: Pen, x: float, y: float, size: float, colour: str) -> None:
    ends = 9 * size
    pen.arc(x + 4 * size, y - 4 * size, 24 * size, 95, 175, colour, 10 * size)
    pen.round(x - 15 * size, y - 8 * size, ends, colour, None)
    pen.round(x + 7 * size, y + 15 * size, ends, colour, None)


def _letter(pen: Pen, x: float, y: float) -> None:
    pen.box(x - 28, y - 22, x + 16, y + 12, 4, WHITE, INK)
    pen.line(x - 26, y - 18, x - 6, y - 2, x + 14, y - 18, wide=4)


def _to_child(pen: Pen, x: float, y: float) -> None:
    """A letter, and the child whom it is for."""
    _letter(pen, x, y)
    pen.round(x + 15, y + 12, 15, SKIN, INK, 3)
    for side in (-5, 5):
        pen.round(x + 15 + side, y + 9, 2.5, INK, None)
    pen.arc(x + 15, y + 10, 9, 35, 145, wide=3)


def _from_home(pen: Pen, x: float, y: float) -> None:
    """A letter, and the home from which it comes."""
    _letter(pen, x, y)
    left, right, roof = x, x + 30, y - 6
    pen.shape(left, y + 26, left, y + 8, x + 15, roof, right, y + 8, right, y + 26, fill=PALE)
    pen.box(x + 10, y + 12, x + 20, y + 22, 2, SKIN, INK)


def _call(pen: Pen, x: float, y: float) -> None:
    _handset(pen, x, y, 1.0, BLUE)


def _promise(pen: Pen, x: float, y: float) -> None:
    """A day in the calendar, with a heart."""
    pen.box(x - 24, y - 22, x + 24, y + 24, 6, WHITE, INK)
    pen.box(x - 24, y - 22, x + 24, y - 8, 6, RED, INK)
    pen.round(x - 6, y + 5, 7, RED, None)
    pen.round(x + 6, y + 5, 7, RED, None)
    pen.shape(x - 12, y + 7, x + 12, y + 7, x, y + 20, fill=RED, line=None)


def _visit(pen: Pen, x: float, y: float) -> None:
    """A train."""
    pen.box(x - 24, y - 22, x + 24, y + 14, 9, GREEN, INK)
    for side in (-11, 11):
        pen.box(x + side - 8, y - 14, x + side + 8, y - 2, 3, WHITE)
        pen.round(x + side, y + 7, 4, SKIN, None)
    pen.line(x - 18, y + 26, x - 8, y + 16, wide=4)
    pen.line(x + 18, y + 26, x + 8, y + 16, wide=4)


def _school(pen: Pen, x: float, y: float) -> None:
    """An open book."""
    pen.shape(x, y - 12, x - 28, y - 20, x - 28, y + 14, x, y + 22, fill=WHITE)
    pen.shape(x, y - 12, x + 28, y - 20, x + 28, y + 14, x, y + 22, fill=WHITE)
    for row in (-4, 6):
        pen.line(x - 20, y + row - 6, x - 8, y + row - 3, colour=BLUE, wide=3)
        pen.line(x + 20, y + row - 6, x + 8, y + row - 3, colour=BLUE, wide=3)


MARKS: dict[Mark, Callable[[Pen, float, float], None]] = {
    Mark.TO_CHILD: _to_child,
    Mark.FROM_HOME: _from_home,
    Mark.CALL: _call,
    Mark.PROMISE: _promise,
    Mark.VISIT: _visit,
    Mark.SCHOOL: _school,
}
