"""Times that are offered, long texts in parts, and how often the silent are reminded."""

import html
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.notices import TEXT_PART, NoticeState, parts, send_times, time_number, time_of
from tests.domain.family import NOW
from tests.domain.school.builders import notice

SHANGHAI = "Asia/Shanghai"


@given(st.text(alphabet=st.sampled_from("a<&\"'姥🙂\n"), max_size=9000))
def test_parts_hold_the_whole_text_and_each_fits(text: str) -> None:
    pieces = parts(text)

    assert "".join(pieces) == text
    assert all(len(html.escape(piece)) <= TEXT_PART for piece in pieces)


def test_the_times_are_the_schools_wall_clock() -> None:
    monday_noon = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)

    assert send_times(monday_noon, SHANGHAI) == {
        "today18": datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        "tomorrow7": datetime(2026, 11, 23, 23, 0, tzinfo=UTC),
        "tomorrow18": datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
        "monday7": datetime(2026, 11, 29, 23, 0, tzinfo=UTC),
    }


def test_on_sunday_tomorrow_is_monday_and_is_offered_once() -> None:
    sunday_evening = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)

    assert list(send_times(sunday_evening, SHANGHAI)) == ["tomorrow7", "tomorrow18"]


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-23T09:59", ["today18", "tomorrow7", "tomorrow18", "monday7"]),
        ("2026-11-23T10:00", ["tomorrow7", "tomorrow18", "monday7"]),
        ("2026-11-28T04:00", ["today18", "tomorrow7", "tomorrow18", "monday7"]),
        ("2026-11-28T16:00", ["today18", "tomorrow7", "tomorrow18"]),
    ],
    ids=["before six", "at six", "on Saturday", "Sunday begins at the school"],
)
def test_no_time_that_is_past_is_offered(now: str, offered: list[str]) -> None:
    assert list(send_times(datetime.fromisoformat(now).replace(tzinfo=UTC), SHANGHAI)) == offered


@pytest.mark.parametrize(
    ("made", "may"),
    [
        ({}, True),
        ({"reminders": 1, "reminded_at": NOW - timedelta(hours=12)}, True),
        ({"reminders": 1, "reminded_at": NOW - timedelta(hours=11, minutes=59)}, False),
        ({"reminders": 2, "reminded_at": NOW - timedelta(days=9)}, False),
        ({"state": "scheduled"}, False),
        ({"state": "withdrawn"}, False),
    ],
    ids=["not yet", "once, half a day ago", "once, lately", "twice", "not sent", "withdrawn"],
)
def test_the_silent_are_reminded_at_most_twice_and_not_twice_in_half_a_day(made: dict[str, Any], may: bool) -> None:
    assert notice(**made).may_remind(NOW) is may


def test_only_what_nobody_has_seen_is_changed_unseen() -> None:
    unsent = {state for state in NoticeState if notice(state=state).is_unsent}

    assert unsent == {NoticeState.DRAFT, NoticeState.SCHEDULED}


@pytest.mark.parametrize(
    ("number", "at"),
    [
        (2026112407, "2026-11-23T23:00"),
        (2026112320, None),  # now
        (2026120120, "2026-12-01T12:00"),
        (2026120121, None),  # more than eight days ahead
        (2026112424, None),
        (2026113007, "2026-11-29T23:00"),
        (7, None),
    ],
)
def test_a_button_names_the_time_at_which_a_notice_goes_out(number: int, at: str | None) -> None:
    monday = datetime(2026, 11, 23, 12, tzinfo=UTC)
    then = datetime.fromisoformat(f"{at}Z") if at else None

    assert time_of(number, monday, SHANGHAI) == then
    assert then is None or time_number(then, SHANGHAI) == number
