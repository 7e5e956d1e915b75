"""A list on A4 pages: its head on each of them, columns as wide as what stands in them."""

from bot.pictures.brush import LEADING, block, lines_of
from bot.pictures.paper import GREY, TALL, WIDE, Paper
from bot.pictures.printed import Table

SIDE, BELOW = 15, 18  # of white, in millimetres as all that follows
TITLE, SMALL, TEXT = 5.6, 3.2, 3.5  # of letters
GAP = 4  # between columns
LEAST = 14  # of a column


def draw(table: Table) -> bytes:
    """As many pages as the rows need; each has its number."""
    paper = Paper(table.title)
    widths = _widths(paper, table)
    y = _top(paper, table, widths)
    number = 1
    for row in table.rows:
        tall = max(len(lines_of(paper, each, TEXT, wide)) for each, wide in zip(row, widths, strict=True))
        height = max(1, tall) * TEXT * LEADING + 2
        if y + height > TALL - BELOW:
            _foot(paper, table, number)
            paper.turn()
            number += 1
            y = _head(paper, table, widths, SIDE)
        _cells(paper, row, widths, y, TEXT)
        y += height
        paper.rule(SIDE, y - 0.5, WIDE - SIDE, y - 0.5, colour="#d0d0d0")
    _foot(paper, table, number)
    return paper.done()


def _widths(paper: Paper, table: Table) -> list[float]:
    """Each column as wide as its widest cell, all of them as wide as the page."""
    wanted = [
        max(LEAST, *(paper.width(row[place], TEXT) for row in (table.columns, *table.rows)))
        for place in range(len(table.columns))
    ]
    room = WIDE - 2 * SIDE - GAP * (len(wanted) - 1)
    fair = room / len(wanted)
    narrow = sum(each for each in wanted if each <= fair)
    wide = sum(each for each in wanted if each > fair)
    return [each if each <= fair else (room - narrow) * each / wide for each in wanted]


def _top(paper: Paper, table: Table, widths: list[float]) -> float:
    y = block(paper, SIDE, SIDE, table.title, TITLE, WIDE - 2 * SIDE) + 1
    for each in table.lines:
        y = block(paper, SIDE, y, each, SMALL, WIDE - 2 * SIDE)
    return _head(paper, table, widths, y + 3)


def _head(paper: Paper, table: Table, widths: list[float], y: float) -> float:
    _cells(paper, table.columns, widths, y, SMALL)
    below = y + SMALL * LEADING + 1.5
    paper.rule(SIDE, below, WIDE - SIDE, below, colour="#000000")
    return below + 1.5


def _cells(paper: Paper, row: tuple[str, ...], widths: list[float], y: float, size: float) -> None:
    x: float = SIDE
    for each, wide in zip(row, widths, strict=True):
        block(paper, x, y, each, size, wide)
        x += wide + GAP


def _foot(paper: Paper, table: Table, number: int) -> None:
    y = TALL - BELOW / 2
    paper.words(SIDE, y, table.foot, SMALL, colour=GREY)
    paper.words(WIDE - SIDE, y, str(number), SMALL, 1, GREY)
