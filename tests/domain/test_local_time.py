"""Wall clocks at every turn of the year."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.local_time import SLOTS, at_wall_clock, end_of_quiet, local, minute_in_slot, next_at

NIGHTS = [
    pytest.param("Asia/Shanghai", date(2026, 3, 29), "02:30", "2026-03-28T18:30", id="no change in Shanghai"),
    pytest.param("Europe/Berlin", date(2026, 3, 29), "02:30", "2026-03-29T01:30", id="skipped hour in Berlin"),
    pytest.param("Europe/Berlin", date(2026, 3, 29), "03:30", "2026-03-29T01:30", id="after the skip in Berlin"),
    pytest.param("Europe/Berlin", date(2026, 10, 25), "02:30", "2026-10-25T00:30", id="repeated hour in Berlin"),
    pytest.param("Europe/London", date(2026, 3, 29), "01:30", "2026-03-29T01:30", id="skipped hour in London"),
    pytest.param("Europe/London", date(2026, 10, 25), "01:30", "2026-10-25T00:30", id="repeated hour in London"),
    pytest.param("America/New_York", date(2026, 3, 8), "02:30", "2026-03-08T07:30", id="skipped hour in New York"),
    pytest.param("America/New_York", date(2026, 11, 1), "01:30", "2026-11-01T05:30", id="repeated hour in New York"),
    pytest.param("Australia/Lord_Howe", date(2026, 10, 4), "02:15", "2026-10-03T15:45", id="skipped half hour"),
    pytest.param("Australia/Lord_Howe", date(2026, 4, 5), "01:45", "2026-04-04T14:45", id="repeated half hour"),
]


def minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "day", "clock", "instant"), NIGHTS)
def test_a_wall_clock_becomes_an_instant(zone: str, day: date, clock: str, instant: str) -> None:
    assert at_wall_clock(day, minutes(clock), zone) == utc(instant)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("clock", ["00:00", "01:45", "02:15", "02:30", "18:40"])
def test_every_day_of_a_year_has_it_once(zone: str, clock: str) -> None:
    at, days = utc("2026-01-01T00:00"), []
    for _ in range(365):
        at = next_at(at, minutes(clock), zone)
        days.append(local(at, zone).date())
    assert len(set(days)) == 365
    assert days[-1] - days[0] == timedelta(days=364)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(0, 1439))  # noqa: DTZ001 - bounds
def test_the_next_one_is_always_later(naive: datetime, minute: int) -> None:
    now = naive.replace(tzinfo=UTC)
    assert now < next_at(now, minute, "Europe/Berlin") <= now + timedelta(hours=26)


@given(st.sampled_from(sorted(SLOTS)), st.integers(0, 10**9))
def test_a_child_keeps_its_minute_within_the_slot(slot: str, key: int) -> None:
    start, end = SLOTS[slot]
    assert start <= minute_in_slot(slot, key) < end
    assert minute_in_slot(slot, key) == minute_in_slot(slot, key)


QUIET = [
    pytest.param("22:00", "07:00", "2026-11-23T15:00", "2026-11-23T23:00", id="before midnight"),
    pytest.param("22:00", "07:00", "2026-11-23T20:00", "2026-11-23T23:00", id="after midnight"),
    pytest.param("22:00", "07:00", "2026-11-23T23:00", None, id="over at seven sharp"),
    pytest.param("22:00", "07:00", "2026-11-23T13:59", None, id="not yet"),
    pytest.param("22:00", "07:00", "2026-11-23T14:00", "2026-11-23T23:00", id="begins at ten sharp"),
    pytest.param("12:00", "14:00", "2026-11-23T05:00", "2026-11-23T06:00", id="at noon"),
    pytest.param("12:00", "14:00", "2026-11-23T07:00", None, id="in the afternoon"),
    pytest.param("07:00", "07:00", "2026-11-23T07:00", None, id="never"),
]


@pytest.mark.parametrize(("start", "end", "now", "until"), QUIET)
def test_quiet_hours_end_on_the_readers_wall(start: str, end: str, now: str, until: str | None) -> None:
    found = end_of_quiet(utc(now), minutes(start), minutes(end), "Asia/Shanghai")
    assert found == (utc(until) if until else None)


def test_who_has_no_quiet_hours_is_always_told() -> None:
    assert end_of_quiet(utc("2026-11-23T15:00"), None, 420, "UTC") is None
    assert end_of_quiet(utc("2026-11-23T15:00"), 1320, None, "UTC") is None


def test_the_pinned_tables_win_over_those_of_an_old_system(tmp_path: Path) -> None:
    old = tmp_path / "Asia" / "Shanghai"
    old.parent.mkdir()
    old.write_bytes(resources.files("tzdata").joinpath("zoneinfo", "UTC").read_bytes())
    code = (
        "from datetime import UTC, datetime\n"
        "from bot.domain.local_time import local\n"
        "print(local(datetime(2026, 1, 1, tzinfo=UTC), 'Asia/Shanghai').hour)"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONTZPATH": str(tmp_path)}, capture_output=True, check=True
    )

    assert said.stdout.strip() == b"8"
