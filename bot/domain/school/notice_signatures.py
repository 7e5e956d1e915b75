"""Who has signed or answered a notice, as a file that its teacher keeps: none of its cells is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.notifications import Event, Told
from bot.domain.school.notices import Notice

# With what a spreadsheet would begin to calculate; the wide signs are those of a Chinese keyboard.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class SignaturesGiven(Event):
    """The list of a notice as a file: a table for Excel, or pages to print."""

    while_stopped = Told.AT_HOME
    takes_long = True
    notice_id: int
    form: str  # csv, pdf


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark at its beginning, by which Excel knows it."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_plain(each) for each in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def text_of(notice: Notice, revision: int) -> str:
    """The text of a version; the newest where the older one is not kept."""
    return notice.earlier[revision] if revision < len(notice.earlier) else notice.text
