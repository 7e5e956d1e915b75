"""What runs in the process that draws: it is loaded with nothing that it does not need."""

import signal
from collections.abc import Sequence

from bot.domain.daily.weeks import Day


def begin() -> None:
    """Ctrl-C is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def draw(weeks: Sequence[Sequence[Day]]) -> bytes:
    """A picture; what draws it is loaded in this process alone."""
    from bot.pictures import week_sheet  # noqa: PLC0415 - whoever asks for a picture loads this module, too

    return week_sheet.draw(weeks)
