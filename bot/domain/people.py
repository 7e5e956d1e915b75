"""A person: one adult with one Telegram account."""

from datetime import datetime

from bot.domain.local_time import DAY, end_of_quiet, local
from bot.records import record

# When people sleep who have said nothing about it, in minutes of their own clock.
NIGHT = (22 * 60, 7 * 60)
REST = 8 * 60  # how long somebody sleeps by day who has worked at night
REST_FROM = 9 * 60
NOWHERE = "UTC"  # the zone of somebody who has not said where they are


@record(frozen=True, slots=True)
class Person:
    """One adult; `zone` is where they live or work, quiet hours are minutes of their local day.

    `quiet_from` and `quiet_until` are the same where somebody wants none, and missing where nothing was chosen.
    """

    id: int
    telegram_id: int
    name: str
    language: str
    zone: str
    country: str | None
    consented: bool
    health_notes: bool | None
    voice: bool | None
    quiet_from: int | None
    quiet_until: int | None
    urgent_only: bool
    paused_until: datetime | None
    reachable: bool
    teaches: bool
    seen_on: str | None = None
    hushed_until: datetime | None = None  # after a crisis card: no reminder, no idea
    unreachable_since: datetime | None = None
    work_nights: int = 0  # the nights at work: one bit for each day on which they begin, Monday first
    operates: bool = False
    rest_from: int = REST_FROM  # when they sleep on the day after such a night
    rota: str | None = None  # two weeks of shifts

    @property
    def clock_is_guessed(self) -> bool:
        """Whether they read by the clock of the child's place, since they have not said yet where they are."""
        return self.country is None and self.zone != NOWHERE

    @property
    def night(self) -> tuple[int, int] | None:
        """The hours of sleep: as chosen, or usual ones from when their clock is known; none where none are wanted."""
        if self.quiet_from is None or self.quiet_until is None:
            return None if self.zone == NOWHERE else NIGHT
        return None if self.quiet_from == self.quiet_until else (self.quiet_from, self.quiet_until)

    def works_at(self, weekday: int) -> bool:
        """Whether they are at work in the night that begins on this weekday."""
        return bool(self.work_nights >> weekday & 1)

    def asleep_until(self, now: datetime) -> datetime | None:
        """When the quiet hours that hold at `now` end; none when only this person decides whether to look, or where
        nobody knows their clock yet."""
        if self.zone == NOWHERE:
            return None
        today = local(now, self.zone)
        if self.works_at((today - DAY).weekday()) and (
            rest := end_of_quiet(now, self.rest_from, self.rest_from + REST, self.zone)
        ):
            return rest
        if self.night is None:
            return None
        start, end = self.night
        began = today - DAY if end < start and today.hour * 60 + today.minute < end else today
        return None if self.works_at(began.weekday()) else end_of_quiet(now, start, end, self.zone)

    def awake_from(self, at: datetime) -> datetime:
        """`at`, or the end of their sleep; who wants every message at once sleeps at night, too."""
        if self.night is None:
            return end_of_quiet(at, *NIGHT, self.zone) or at
        return self.asleep_until(at) or at

    @property
    def is_ready(self) -> bool:
        """Whether all of consent has been asked and the main point agreed to."""
        return self.consented and self.health_notes is not None and self.voice is not None
