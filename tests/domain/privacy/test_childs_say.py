"""What is read to the child, and from 13 the child's own say: when it begins, and when the text comes again (SG-03)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.privacy.childs_say import (
    FacesKept,
    has_a_say,
    is_mood,
    keeps_faces,
    look_again,
    next_reading,
    tell_kept,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, LILY, MOTHER, told, whole


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "grown"),
    [
        ("2026-11-23T12:00", False),
        ("2031-04-30T15:59", False),
        ("2031-04-30T16:00", True),
        ("2040-01-01T00:00", True),
    ],
    ids=["at eight", "the minute before", "the first of the month, on the child's wall", "long after"],
)
def test_the_child_has_a_say_from_the_month_in_which_it_is_thirteen(now: str, grown: bool) -> None:
    assert has_a_say(LILY, utc(now)) is grown
    assert keeps_faces(replace(LILY, keeps_faces=True), utc(now)) is grown
    assert not keeps_faces(LILY, utc(now))


@pytest.mark.parametrize(
    ("answer", "mood"),
    [("great", True), ("well", True), ("hard", True), ("sad", True), ("usual", False), ("call", False), (None, False)],
)
def test_only_the_four_faces_say_how_a_child_feels(answer: str | None, mood: bool) -> None:
    assert is_mood(answer) is mood


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-23T12:00", "2027-11-23T10:10"),
        ("2026-11-27T12:00", "2027-11-29T10:10"),
        ("2030-11-25T12:00", "2031-05-01T10:10"),
        ("2030-04-30T12:00", "2031-04-30T10:10"),
        ("2031-05-01T12:00", "2032-04-30T10:10"),
    ],
    ids=[
        "in a year",
        "a year later is a Saturday",
        "when the child is thirteen",
        "a year is over the day before",
        "once the child is grown",
    ],
)
def test_it_is_read_once_a_year_with_the_days_question_and_on_no_weekend(now: str, then: str) -> None:
    assert next_reading(LILY, utc(now)) == utc(then)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-23T12:00", "2026-11-24T10:10"),
        ("2026-11-27T12:00", "2026-11-30T10:10"),
        ("2026-11-28T12:00", "2026-11-30T10:10"),
        ("2026-11-29T12:00", "2026-11-30T10:10"),
        ("2026-11-29T16:00", "2026-12-01T10:10"),
    ],
    ids=["Monday", "Friday", "Saturday", "Sunday", "Monday on the child's wall"],
)
def test_what_cannot_be_said_now_is_looked_at_the_next_weekday(now: str, then: str) -> None:
    assert look_again(LILY, utc(now)) == utc(then)


def test_everybody_else_reads_that_faces_are_kept_in_one_message() -> None:
    tells = tell_kept(whole(), GRANDMA, kept=True)

    assert told(tells, FacesKept) == [MOTHER, FATHER, GRANDPA, AUNT]
    assert {each.card for each in [*tells, *tell_kept(whole(), GRANDMA, kept=False)]} == {"faces:7"}
