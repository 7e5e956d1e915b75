"""What runs in the process that draws: it is loaded with nothing that it does not need."""

# ruff: noqa: PLC0415 - what draws is loaded in this process alone, and whoever asks loads this module, too
import signal
from collections.abc import Sequence

from bot.domain.daily.weeks import Day
from bot.pictures.printed import Poster, Slips, Table

Wanted = Sequence[Sequence[Day]] | Poster | Slips | Table


def begin() -> None:
    """Ctrl-C is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def draw(what: Wanted) -> bytes:
    """A picture of weeks, or a file to print."""
    if isinstance(what, Poster):
        from bot.pictures import poster_sheet

        return poster_sheet.draw(what)
    if isinstance(what, Slips):
        from bot.pictures import slip_sheet

        return slip_sheet.draw(what)
    if isinstance(what, Table):
        from bot.pictures import table_sheet

        return table_sheet.draw(what)
    from bot.pictures import week_sheet

    return week_sheet.draw(what)
