"""What runs in the process that reads a file: its memory and its time are bounded by the system."""

import contextlib
import csv
import resource
import signal

from bot.domain.school.roster_files import Content, Readings, Row, Sheet, Unread
from bot.sheets import charsets, texts, workbooks

MEMORY, SECONDS = 700_000_000, 8
ASK = "?"  # instead of a charset: in which it could be


def begin() -> None:
    """Ctrl-C is for the process that asked; what needs more than a list can need is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a system may know no such bound
            resource.setrlimit(kind, (most, most))


def read(content: bytes, charset: str = "") -> Content:
    """What a file holds; `charset` is what its teacher has chosen."""
    if not content.strip():
        return Unread.EMPTY
    if content.startswith((workbooks.ZIPPED, workbooks.OLD)):
        rows = workbooks.rows_of(content)
        return _sheet(rows, "") if isinstance(rows, tuple) else rows
    if charset == ASK:
        return charsets.readings(content)
    found = charsets.decoded(content, charset)
    if isinstance(found, Readings | Unread):
        return found
    try:
        return _sheet(texts.rows_of(found[0]), found[1])
    except csv.Error:
        return Unread.NO_LIST


def _sheet(rows: tuple[Row, ...], charset: str) -> Content:
    return Sheet(rows, charset) if any(any(each.cells) for each in rows) else Unread.EMPTY
