"""What is asked to be printed: all words are given, none is added. Loaded by whoever asks; it draws nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A list on as many A4 pages as it needs: a title, lines below it, columns and rows; `foot` on each page."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""
