"""QR codes as the dark runs of their rows: what a pen draws, and what paper is printed with."""

from collections.abc import Iterator

import segno

_MASK = 3  # trying all eight takes eight times as long, and readers take any


def dark(content: str, error: str) -> tuple[int, list[tuple[int, int, int]]]:
    """How many modules wide a code is, and its dark runs: in which row, from where to where."""
    rows = [bytes(row) for row in segno.make(content, error=error, micro=False, mask=_MASK).matrix]
    return len(rows), [(number, begin, end) for number, row in enumerate(rows) for begin, end in _runs(row)]


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    begin: int | None = None
    for place, module in enumerate((*row, 0)):
        if module and begin is None:
            begin = place
        elif not module and begin is not None:
            yield begin, place
            begin = None
