"""The days of the school year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
SUMMER, HOLIDAYS = date(2027, 7, 3), (date(2027, 1, 25), date(2027, 2, 20))
ROLL, NOTICE = 1, 4  # Mondays and Thursdays
ILL = date(2026, 10, 19)  # a Monday
HANDED_OVER = date(2027, 1, 12)
CARRIED, ENDS, BROUGHT_BACK = date(2027, 7, 3), date(2027, 7, 31), date(2027, 8, 10)


@dataclass(frozen=True)
class Day:
    """One day, and what the school does on it."""

    date: date
    roll: bool
    notice: bool
    number: int  # of the notice or the roll call within the year


def days() -> Iterator[Day]:
    """Every day from the first to the last."""
    number, today = 0, FIRST
    while today <= LAST:
        at_school = today < SUMMER and not HOLIDAYS[0] <= today <= HOLIDAYS[1]
        weekday = today.isoweekday() if at_school else 0
        number += weekday in {ROLL, NOTICE}
        yield Day(today, weekday == ROLL, weekday == NOTICE, number)
        today += timedelta(days=1)
