"""The days of the school year."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Plan = dict[date, tuple[int, Callable[[], Awaitable[None]]]]

FIRST, NEXT, LAST = date(2026, 9, 1), date(2027, 9, 1), date(2027, 9, 11)
SUMMER, HOLIDAYS = date(2027, 7, 3), (date(2027, 1, 25), date(2027, 2, 20))
ROLL, TALK, PRAISE, NOTICE, SUNDAY = 1, 2, 3, 4, 7
LISTED, GROUP, PASTED, SPORTS = date(2026, 9, 4), date(2026, 9, 11), date(2026, 9, 25), date(2026, 10, 12)
ILL = date(2026, 10, 19)  # a Monday
TALKS = date(2026, 11, 10)
HANDED_OVER, LEFT = date(2027, 1, 12), date(2027, 5, 7)
CARRIED, ENDS, BROUGHT_BACK = date(2027, 7, 3), date(2027, 7, 31), date(2027, 8, 10)
BY_THE_HOUR = 4  # so many weeks lie between two Sundays whose night is lived through


@dataclass(frozen=True)
class Day:
    """One day, whether it is a day of school, and the number of its week."""

    date: date
    at_school: bool
    number: int

    def is_on(self, weekday: int) -> bool:
        """Whether it is such a day, of a week in which there is school."""
        return self.at_school and self.date.isoweekday() == weekday


def days() -> Iterator[Day]:
    """Every day from the first to the last."""
    today = FIRST
    while today <= LAST:
        at_school = (today < SUMMER or today >= NEXT) and not HOLIDAYS[0] <= today <= HOLIDAYS[1]
        yield Day(today, at_school, 1 + (today - FIRST).days // 7)
        today += timedelta(days=1)
