"""A day on which something ends, from buttons: the next two weeks, or the days of a month."""

from datetime import date, timedelta

from babel.dates import format_date

from bot.domain.circle.pauses import LONGEST, NEAR
from bot.domain.local_time import local
from bot.texts.message import Button, button, grid
from bot.texts.reader import Reader

_A_ROW = 4
_SHOWN = 14


def another_day(reader: Reader, sign: str, verb: str, *args: object) -> Button:
    """Where none of the usual lengths fits."""
    # L10N: a button below a few usual lengths of time: choose a day from a list.
    return button(f"{sign} " + reader.label("Pick a day"), verb, *args, NEAR)


def days_shown(
    reader: Reader, zone: str, page: str, choose: tuple[object, ...], turn: tuple[object, ...]
) -> tuple[tuple[Button, ...], ...]:
    """`choose` and `turn` are what a day and a month carry, before the day and the month."""
    today = local(reader.tx.now, zone).date()
    ahead = [today + timedelta(days=each) for each in range(1, LONGEST + 1)]
    shown = ahead[:_SHOWN] if page == NEAR else [each for each in ahead if f"{each:%Y%m}" == page]
    days = [_press(choose, format_date(each, "EEE d", locale=reader.locale), f"{each:%Y%m%d}") for each in shown]
    months = [
        _press(turn, format_date(first, "LLLL", locale=reader.locale), f"{first:%Y%m}")
        for first in _months(ahead)
        if f"{first:%Y%m}" != page
    ]
    return (*grid(days, _A_ROW), *grid(months, 2))


def _months(ahead: list[date]) -> list[date]:
    return sorted({each.replace(day=1) for each in ahead})


def _press(carried: tuple[object, ...], label: str, last: str) -> Button:
    verb, *args = carried
    return button(label, str(verb), *args, last)
