"""Shifts that rotate over two weeks: entered once, true from then on."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Told

WEEK, DAYS = 7, 14
_HOUR = 60


class Shift(StrEnum):
    """What somebody works on a day."""

    OFF = "o"
    DAY = "d"
    LATE = "l"
    NIGHT = "n"


# From which minute of its day until which, with the sleep after a night; what is beyond the day is of the next one.
_BUSY = {
    Shift.DAY: (7 * _HOUR, 18 * _HOUR),
    Shift.LATE: (13 * _HOUR, 23 * _HOUR),
    Shift.NIGHT: (19 * _HOUR, (24 + 15) * _HOUR),
}


@dataclass(frozen=True, slots=True)
class Rota:
    """Two weeks that come again and again; `begins` is a Monday, `kinds` one sign for each of its days."""

    begins: date
    kinds: str

    @property
    def written(self) -> str:
        """As it is kept: 20261123oooooooooooooo."""
        return f"{self.begins:%Y%m%d}{self.kinds}"

    def on(self, day: date) -> Shift:
        """What is worked on a day."""
        return Shift(self.kinds[(day - self.begins).days % DAYS])

    def week_at(self, day: date) -> int:
        """Which of the two weeks a day lies in."""
        return (day - self.begins).days // WEEK % 2

    def is_busy(self, at: datetime, zone: str) -> bool:
        """Whether they work at this instant, or sleep after a night at work."""
        today = local(at, zone).date()
        return any(_runs(self.on(day), day, at, zone) for day in (today - DAY, today))

    def filled(self, week: int, kind: Shift) -> "Rota":
        """Monday to Friday of a week; once more with Saturday, and with Sunday, too."""
        now = self.kinds[week * WEEK : week * WEEK + WEEK]
        worked = len(now) - len(now.lstrip(kind))
        count = worked + 1 if kind != Shift.OFF and worked in {5, 6} else 5
        new = WEEK * kind if kind == Shift.OFF else count * kind + (WEEK - count) * Shift.OFF
        return self._with(week * WEEK, new)

    def turned(self, place: int) -> "Rota":
        """One day: off where it was worked, else as the rest of its week, and then the other kinds."""
        week = self.kinds[place // WEEK * WEEK : place // WEEK * WEEK + WEEK]
        most = max((Shift.DAY, Shift.LATE, Shift.NIGHT), key=week.count)
        order = [most, Shift.OFF, *(each for each in (Shift.DAY, Shift.LATE, Shift.NIGHT) if each != most)]
        now = Shift(self.kinds[place])
        weekend = place % WEEK >= WEEK - 2
        new = most if now == Shift.OFF and weekend else order[(order.index(now) + 1) % len(order)]
        return self._with(place, new)

    def _with(self, start: int, new: str) -> "Rota":
        return replace(self, kinds=self.kinds[:start] + new + self.kinds[start + len(new) :])


@dataclass(frozen=True, slots=True)
class ShiftsAsked(Event):
    """Both weeks, to be tapped together."""

    while_stopped = Told.NOBODY
    child_id: int


def rota_of(written: str | None, today: date) -> Rota:
    """What was entered; free days from this week on where nothing was."""
    kinds = (written or "")[8:]
    if len(kinds) == DAYS and set(kinds) <= set(Shift):
        return Rota(_date(written or ""), kinds)
    return Rota(today - timedelta(days=today.weekday()), Shift.OFF * DAYS)


def _date(written: str) -> date:
    return date(int(written[:4]), int(written[4:6]), int(written[6:8]))


def _runs(kind: Shift, day: date, at: datetime, zone: str) -> bool:
    """By the wall clock, so that a night in which the clocks change ends when it ends there."""
    if kind not in _BUSY:
        return False
    begin, end = (at_wall_clock(day + each // (24 * _HOUR) * DAY, each % (24 * _HOUR), zone) for each in _BUSY[kind])
    return begin <= at < end
