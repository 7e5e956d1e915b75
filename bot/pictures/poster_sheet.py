"""A class's poster: its name, a code that is read from across a room, three drawings, and who we are."""

import math

from bot.pictures.brush import WHITE, Brush, block, fitting
from bot.pictures.paper import WIDE as PAGE
from bot.pictures.paper import Paper
from bot.pictures.pen import Pen
from bot.pictures.printed import Poster
from bot.pictures.steps import SIDE, STEPS

WIDE, TALL = 800, 1131  # the shape of A4
EDGE = 56
CODE = 470
TITLE, TEXT, SMALL, LEAST = 64, 24, 21, 15


def draw(poster: Poster) -> bytes:
    """One A4 page, or a picture of the same shape."""
    if poster.as_picture:
        pen = Pen(WIDE, TALL, WHITE)
        _lay_out(pen, poster)
        return pen.png()
    paper = Paper(poster.title)
    with paper.inset(0, 0, PAGE / WIDE):
        _lay_out(paper, poster)
    return paper.done()


def _lay_out(brush: Brush, poster: Poster) -> None:
    room = WIDE - 2 * EDGE
    size = fitting(brush, poster.title, TITLE, room, TITLE / 2)
    y = block(brush, WIDE / 2, EDGE - 20, poster.title, size, room, most=2, at=0.5)
    y = block(brush, WIDE / 2, y, poster.school, fitting(brush, poster.school, 34, room, 22), room, most=2, at=0.5)
    brush.code((WIDE - CODE) / 2, y, CODE, poster.link, "q")
    y = _steps(brush, poster, y + CODE + 4)
    left = TALL - EDGE / 2 - y
    small = SMALL
    while small > LEAST and _tall(brush, poster, small) > left:
        small -= 1
    for each in poster.lines:
        y = block(brush, WIDE / 2, y, each, small, room, at=0.5) + small * 0.2


def _tall(brush: Brush, poster: Poster, size: float) -> float:
    lines = (math.ceil(brush.width(each, size) / (WIDE - 2 * EDGE)) for each in poster.lines)
    return sum(count * size * 1.3 + size * 0.2 for count in lines)


def _steps(brush: Brush, poster: Poster, y: float) -> float:
    """Each drawing with its number and its words; where the longest of them ends."""
    column = (WIDE - 2 * EDGE) / len(STEPS)
    ends = []
    for number, (step, words) in enumerate(zip(STEPS, poster.steps, strict=True)):
        middle = EDGE + column * (number + 0.5)
        step(brush, middle - SIDE / 2, y)
        brush.words(middle - SIDE / 2 - 16, y + 34, str(number + 1), 34)
        below = y + SIDE + 6
        for each in words:
            below = block(brush, middle, below, each, TEXT, column - 16, at=0.5)
        ends.append(below)
    return max(ends) + 14
