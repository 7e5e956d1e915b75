"""Rows and cells of a text, whatever stands between them."""

import csv

from bot.domain.school.roster_files import CELL, COLUMNS, ROWS, Row

_BETWEEN = "\t;,|，；"
_LOOKS_AT = 60  # lines, to find what stands between cells
_MOSTLY = 0.6


def rows_of(text: str) -> tuple[Row, ...]:
    """Every row, with the number of the line on which it stands; one cell each where nothing stands between cells."""
    lines = text.lstrip("\ufeff").splitlines()
    hint = 1 if lines and lines[0].strip().casefold().startswith("sep=") else 0
    between = _between(lines[hint : hint + _LOOKS_AT])
    if between is None:
        return tuple(Row(place, (line.strip()[:CELL],)) for place, line in enumerate(lines[:ROWS], 1))
    reader = csv.reader([f"{each}\n" for each in lines[hint : hint + ROWS]], delimiter=between)
    return tuple(Row(reader.line_num + hint, cleaned(cells)) for cells in reader)


def cleaned(cells: list[str]) -> tuple[str, ...]:
    """Cells as they are read: no more of them, and no longer, than a list of names has."""
    return tuple(" ".join(each[: CELL * 4].split())[:CELL] for each in cells[:COLUMNS])


def _between(lines: list[str]) -> str | None:
    """The sign by which nearly all lines fall into the same number of cells, and into most."""
    best: tuple[float, int, str] | None = None
    for sign in _BETWEEN:
        counts = [len(cells) for cells in csv.reader(lines, delimiter=sign) if any(each.strip() for each in cells)]
        several = [each for each in counts if each > 1]
        if not several:
            continue
        usual = max(set(several), key=several.count)
        share = several.count(usual) / len(counts)
        if share >= _MOSTLY and (best is None or (share, usual) > best[:2]):
            best = share, usual, sign
    return best[2] if best else None
