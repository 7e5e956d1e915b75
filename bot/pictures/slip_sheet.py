"""Eight slips to an A4 page, to be cut apart: two codes each, three drawings, and words to be read out."""

from collections.abc import Sequence

from bot.pictures.brush import block, fitting, lines_of
from bot.pictures.paper import TALL as PAGE_TALL
from bot.pictures.paper import WIDE as PAGE_WIDE
from bot.pictures.paper import Paper
from bot.pictures.printed import Slip, Slips
from bot.pictures.steps import SIDE, STEPS, far, home

ACROSS, DOWN = 2, 4
EDGE = 6.0  # of the page, in millimetres as all that follows: no printer reaches nearer
WIDE, TALL = (PAGE_WIDE - 2 * EDGE) / ACROSS, (PAGE_TALL - 2 * EDGE) / DOWN
PAD = 3.5
CODE = 31.0  # with its white: a module is larger than half a millimetre
NAME, HEAD, TEXT, LEAST, FOOT = 5.0, 2.9, 2.6, 1.9, 2.1  # of letters
SIGN = 0.085  # millimetres for a unit of a drawing
BELOW, SIGNS = PAD + NAME + 4.2, 7.0  # the pupil's name and class, and how tall what stands above the codes is
_PLACES = PAD - 1, WIDE - PAD + 1 - CODE
_SAME = "slip"


def draw(asked: Slips) -> bytes:
    """As many pages as the pupils need."""
    paper = Paper(asked.title)
    with paper.form(_SAME):
        _same(paper, asked)
    for place, slip in enumerate(asked.slips):
        row, column = divmod(place % (ACROSS * DOWN), ACROSS)
        if place and not (row or column):
            paper.turn()
        if not (row or column):
            _cuts(paper)
        with paper.inset(EDGE + column * WIDE, EDGE + row * TALL, 1):
            _slip(paper, slip)
            paper.again(_SAME)
    return paper.done()


def _cuts(paper: Paper) -> None:
    """Where the page is cut."""
    for row in range(1, DOWN):
        paper.rule(EDGE, EDGE + row * TALL, PAGE_WIDE - EDGE, EDGE + row * TALL, dashed=True)
    paper.rule(PAGE_WIDE / 2, EDGE, PAGE_WIDE / 2, PAGE_TALL - EDGE, dashed=True)


def _slip(paper: Paper, slip: Slip) -> None:
    """What is this pupil's alone: home's code on the left, the other so far away that no camera sees both."""
    room = WIDE - 2 * PAD
    block(paper, PAD, PAD - 1, slip.name, fitting(paper, slip.name, NAME, room, NAME / 2), room, most=1)
    for x, link in zip(_PLACES, (slip.home, slip.far), strict=True):
        paper.code(x, BELOW + SIGNS, CODE, link, "m")


def _same(paper: Paper, asked: Slips) -> None:
    """What stands on each of them."""
    room = WIDE - 2 * PAD
    block(paper, PAD, PAD + NAME, asked.title, fitting(paper, asked.title, HEAD, room, HEAD * 0.7), room, most=1)
    for x, sign, words in zip(_PLACES, (home, far), (asked.home, asked.far), strict=True):
        with paper.inset(x + 5.5, BELOW + 4.2, SIGN):
            sign(paper, 0, 0)
        _beside(paper, words, x + 10.5)
    _steps(paper, asked.steps, BELOW)
    _words(paper, asked, BELOW + SIGNS + CODE)


def _beside(paper: Paper, words: Sequence[str], x: float) -> None:
    """Whom a code is for, in each language beside its drawing."""
    room = CODE - 10
    size = _size(paper, words, room, SIGNS)
    y = BELOW + (SIGNS - _tall(paper, words, size, room)) / 2
    for each in words:
        y = block(paper, x, y, each, size, room)


def _steps(paper: Paper, steps: Sequence[Sequence[str]], y: float) -> None:
    """One below the other, between the codes."""
    left, tall = PAD + CODE - 1.5, 12.4
    scale = (tall - 0.6) / SIDE
    for number, (step, words) in enumerate(zip(STEPS, steps, strict=True)):
        top = y + number * tall + 1
        with paper.inset(left, top, scale):
            step(paper, 0, 0)
        room = WIDE - 2 * left - SIDE * scale - 0.5
        size = _size(paper, words, room, tall - 1)
        below = top + (tall - _tall(paper, words, size, room)) / 2 - 0.6
        for each in words:
            below = block(paper, left + SIDE * scale + 0.5, below, each, size, room)


def _words(paper: Paper, asked: Slips, y: float) -> None:
    room = WIDE - 2 * PAD
    left = TALL - PAD - FOOT - y + 0.6
    size = _size(paper, asked.aloud, room, left)
    for each in asked.aloud:
        y = block(paper, PAD, y, each, size, room)
    size = fitting(paper, asked.foot, FOOT, room, FOOT * 0.7)
    paper.words(PAD, TALL - PAD + 0.6, asked.foot, size)


def _size(paper: Paper, words: Sequence[str], wide: float, tall: float) -> float:
    """As large as fits."""
    size = TEXT
    while size > LEAST and _tall(paper, words, size, wide) > tall:
        size -= 0.1
    return size


def _tall(paper: Paper, words: Sequence[str], size: float, wide: float) -> float:
    return sum(len(lines_of(paper, each, size, wide)) for each in words) * size * 1.3
