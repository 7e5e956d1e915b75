"""Which day stands beside a time: none today, then one that cannot be mistaken."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from bot.db.transaction import Tx
from bot.domain.daily.calls import AHEAD
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.texts import clocks
from bot.texts.reader import Reader, reader_for

TEXTS = Path(__file__).parents[2] / "bot" / "texts"
HOME = "Asia/Shanghai"
MEI = Person(1, 1, "Mei", "en", "Asia/Dubai", None, True, True, True, None, None, False, None, True, False)
NOW = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)  # Saturday, 16:00 at home, 12:00 in Dubai
NIGHT = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)  # Sunday, 01:00 at home; still Saturday, 21:00 in Dubai


def reader(now: datetime = NOW, zone: str = "Asia/Dubai", language: str = "en") -> Reader:
    with create_engine("sqlite://").connect() as nothing:
        return reader_for(Tx(nothing, now), replace(MEI, zone=zone, language=language))


@pytest.mark.parametrize(
    ("now", "ago", "said"),
    [
        (NOW, {"hours": 2}, "14:00 at home, 10:00 for you."),
        (NOW, {"hours": 13}, "Today 03:00 at home, yesterday 23:00 for you."),
        (NOW, {"hours": 22}, "Yesterday, 18:00 at home, 14:00 for you."),
        (NOW, {"days": 5, "hours": -2}, "Monday, 18:00 at home, 14:00 for you."),
        (NOW, {"days": 6}, "Sunday, 16:00 at home, 12:00 for you."),
        (NOW, {"days": 7}, "Sat, Nov 21, 16:00 at home, 12:00 for you."),
        (NIGHT, {"minutes": 30}, "00:30 at home, 20:30 for you."),
        (NIGHT, {"hours": 2}, "Saturday, 23:00 at home, 19:00 for you."),
        (NIGHT, {"hours": 23}, "Saturday 02:00 at home, Friday 22:00 for you."),
        (NIGHT, {"days": 6, "hours": 20}, "Sun, Nov 22, 05:00 at home, 01:00 for you."),
    ],
)
def test_the_day_stands_there_as_soon_as_it_is_not_today_for_either_clock(
    now: datetime, ago: dict[str, int], said: str
) -> None:
    assert clocks.at_home(reader(now), now - timedelta(**ago), HOME) == said


def test_where_one_clock_is_enough_one_stands_there() -> None:
    near = reader(zone=HOME)

    assert clocks.at_home(near, NOW, HOME) == "16:00 at home."
    assert clocks.at_home(near, NOW - timedelta(days=1), HOME) == "Yesterday, 16:00 at home."
    assert clocks.one(near, NOW - timedelta(days=1), HOME) == "yesterday 16:00"
    assert clocks.later(reader(), NOW + timedelta(hours=15), HOME) == "tomorrow, 07:00 there, 03:00 for you"
    assert clocks.planned(near, NOW, HOME) == "today, 16:00"


def test_a_plan_beyond_tomorrow_has_its_date_and_no_weekday_that_could_be_the_last_one() -> None:
    assert clocks.planned(reader(), NOW + timedelta(days=2), HOME) == "Mon, Nov 30, 16:00 at home, 12:00 for you"


def test_clocks_a_whole_day_apart_do_not_pass_for_one() -> None:
    far = reader(zone="Pacific/Honolulu")

    text = clocks.at_home(far, NOW, "Pacific/Kiritimati")

    assert text == "22:00 at home, 22:00 for you."  # each of them has its own today


def test_chinese_names_the_day_in_front() -> None:
    assert (
        clocks.at_home(reader(language="zh_Hans"), NOW - timedelta(days=5), HOME)
        == "星期一，家里 16:00，您那边 12:00。"
    )


def test_days_that_are_over_are_today_yesterday_a_weekday_and_then_a_date() -> None:
    today = local(NOW, HOME).date()
    said = [clocks.past(reader(), today - timedelta(days=ago), HOME) for ago in range(30)]

    assert said[:7] == ["today", "yesterday", "Thursday", "Wednesday", "Tuesday", "Monday", "Sunday"]
    assert said[7:11] == ["Sat, Nov 21", "Fri, Nov 20", "Thu, Nov 19", "Wed, Nov 18"]
    assert len(set(said)) == 30


def test_no_two_days_on_the_buttons_of_a_call_have_one_name() -> None:
    days = [clocks.short(reader(zone=HOME), NOW + timedelta(days=ahead), HOME) for ahead in range(AHEAD.days)]

    assert days[0] == "Sat 16:00·16:00"
    assert days[7] == "Sat 5 16:00·16:00"
    assert len(set(days)) == AHEAD.days


@settings(deadline=None)
@given(
    st.integers(0, 60 * 24 * 700).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.lists(st.integers(-60 * 24 * 20, 60 * 24 * 20), min_size=2, max_size=6),
    st.sampled_from(["Asia/Dubai", "America/New_York", "Pacific/Kiritimati", "Pacific/Honolulu", HOME]),
)
def test_no_name_stands_for_two_days(now: datetime, minutes: list[int], zone: str) -> None:
    one, days = reader(now, zone), dict[str, date]()

    for each in minutes:
        at = now + timedelta(minutes=each)
        day, _time = clocks.apart(one, at, HOME)
        if day:
            assert days.setdefault(day, local(at, HOME).date()) == local(at, HOME).date()
        else:
            assert local(at, zone).date() == local(now, zone).date()
            assert local(at, HOME).date() == local(now, HOME).date()


def test_no_other_text_writes_a_time_of_day() -> None:
    """Else it could leave the day out without anybody having decided so."""
    writing = re.compile("%H|format_time|format_skeleton")

    found = {path.name for path in TEXTS.rglob("*.py") if writing.search(path.read_text(encoding="utf-8"))}
    # The reader's own is a date; a calendar's file is for machines, and has the day in each of its times.
    assert found == {"clocks.py", "reader.py", "calendar_files.py"}
