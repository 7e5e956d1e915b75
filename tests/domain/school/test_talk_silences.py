"""When a school is reminded of words that nobody has answered, and when the family hears so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people import Person
from bot.domain.school.talk_silences import TalkUnanswered, due_at, promised_at, tell_changed, tell_family, tell_school
from tests.domain.family import GRANDMA, MOTHER, NOW
from tests.domain.school.builders import COLLEAGUE, TEACHER
from tests.domain.school.test_school_talks import thread

SHANGHAI = ZoneInfo("Asia/Shanghai")
PERSON = Person(TEACHER, 1, "Zhao", "en", "Asia/Shanghai", None, True, True, True, None, None, False, None, True, True)


def teacher(**other: Any) -> Person:
    """In office from eight to five."""
    return replace(PERSON, zone="Asia/Shanghai", quiet_from=17 * 60, quiet_until=8 * 60, **other)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In November 2026, of which the second is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    ("written", "free", "due"),
    [
        (at(3, 10), [], at(4, 8)),  # on Tuesday morning: a day later
        (at(3, 16, 50), [], at(5, 8)),  # just before they go: there is a whole day between
        (at(3, 18), [], at(5, 8)),  # read on Wednesday morning
        (at(6, 10), [], at(9, 8)),  # a Friday: not at the weekend
        (at(6, 18), [], at(10, 8)),  # read on Monday
        (at(7, 10), [], at(10, 8)),  # a Saturday is no day of school, whatever comes on it
        (at(3, 10), [date(2026, 11, 4), date(2026, 11, 5)], at(6, 8)),  # not on a holiday
        (at(3, 18), [date(2026, 11, 4)], at(6, 8)),
    ],
)
def test_a_step_comes_as_a_day_of_school_begins_after_one_in_which_there_was_time_to_answer(
    written: datetime, free: list[date], due: datetime
) -> None:
    assert due_at(written, teacher(), "Asia/Shanghai", free) == due


@pytest.mark.parametrize(
    ("awake", "free", "read"),
    [
        (at(4, 8), [], at(4, 8)),
        (at(7, 8), [], at(9, 8)),  # a Saturday
        (at(8, 8), [], at(9, 8)),
        (at(7, 8), [date(2026, 11, 9), date(2026, 11, 10)], at(11, 8)),
        (at(4, 17, 30), [], at(4, 17, 30)),  # after a night at work
        (at(7, 17, 30), [], at(9, 8)),
    ],
)
def test_nobody_is_promised_to_read_on_a_day_without_school(awake: datetime, free: list[date], read: datetime) -> None:
    assert promised_at(awake, teacher(), "Asia/Shanghai", free) == read


def test_who_reads_at_any_time_has_a_night_all_the_same_and_who_has_no_clock_has_the_schools() -> None:
    always = replace(teacher(), quiet_from=0, quiet_until=0)
    assert due_at(at(3, 23), always, "Asia/Shanghai", []) == at(5, 7)
    nowhere = replace(PERSON, zone="UTC", quiet_from=None, quiet_until=None)
    assert due_at(at(3, 10), nowhere, "Asia/Shanghai", []) == at(4, 7)


def test_the_reminder_is_soft_and_joins_the_list_and_the_family_hears_once() -> None:
    tells = tell_school([(TEACHER, NOW), (COLLEAGUE, NOW + timedelta(hours=1))])
    assert [(each.to, each.not_before, each.card) for each in tells] == [
        (TEACHER, NOW, "talks_waiting"),
        (COLLEAGUE, NOW + timedelta(hours=1), "talks_waiting"),
    ]
    assert not any(each.event.rings or each.written for each in tells)
    told = tell_family(thread(), [MOTHER, GRANDMA, MOTHER])
    assert [each.to for each in told] == [MOTHER, GRANDMA]
    assert {each.event for each in told} == {TalkUnanswered(5, 7)}
    assert [each.card for each in told] == [each.card for each in tell_changed(thread(), [MOTHER, GRANDMA])]
    assert all(each.edits_card for each in tell_changed(thread(), [MOTHER]))
