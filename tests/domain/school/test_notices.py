"""Times that are offered, long texts in parts, the school's year."""

import html
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.notices import TEXT_PART, parts, send_times
from bot.domain.school.schools import clock_of, school_year_end

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


def test_a_school_year_ends_on_the_next_last_of_july() -> None:
    assert school_year_end(datetime(2026, 11, 23, tzinfo=UTC), SHANGHAI) == datetime(2027, 7, 31, 16, 0, tzinfo=UTC)
    assert school_year_end(datetime(2027, 6, 30, 15, 59, tzinfo=UTC), SHANGHAI).year == 2027
    assert school_year_end(datetime(2027, 6, 30, 16, 0, tzinfo=UTC), SHANGHAI).year == 2028


def test_a_schools_clock_is_its_own_else_the_teachers_else_where_the_language_is_read() -> None:
    assert clock_of("Asia/Tashkent", "Asia/Dubai", "zh_Hans") == "Asia/Tashkent"
    assert clock_of(None, "Asia/Dubai", "zh_Hans") == "Asia/Dubai"
    assert clock_of(None, None, "zh_Hans") == SHANGHAI
    assert clock_of(None, None, "en") == "UTC"
