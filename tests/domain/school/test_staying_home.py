"""Which school day home speaks of, how long the word holds, and how softly everybody hears it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.absences import AbsenceOver
from bot.domain.school.staying_home import (
    StaysHomeShown,
    may_be_meant,
    offered_day,
    said_of,
    tell_came,
    tell_changed,
    tell_family,
    tell_taken_back,
)
from tests.domain.family import GRANDMA, MOTHER, NOW, told
from tests.domain.school.builders import TEACHER, word

HOME = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-22T16:30", "2026-11-23"),  # after midnight at home: the day that has begun
        ("2026-11-23T06:59", "2026-11-23"),
        ("2026-11-23T07:00", "2026-11-24"),  # 15:00 at home
        ("2026-11-23T15:59", "2026-11-24"),
        ("2026-11-27T06:59", "2026-11-27"),  # a Friday
        ("2026-11-27T07:00", "2026-11-30"),
        ("2026-11-28T01:00", "2026-11-30"),
        ("2026-11-29T12:00", "2026-11-30"),
    ],
)
def test_it_is_today_until_the_afternoon_and_then_the_next_school_day(now: str, day: str) -> None:
    assert offered_day(datetime.fromisoformat(now).replace(tzinfo=UTC), HOME) == date.fromisoformat(day)


def test_no_button_can_have_meant_a_day_that_is_further_away_than_any_shows() -> None:
    now = datetime(2026, 11, 27, 8, tzinfo=UTC)
    assert may_be_meant(date(2026, 11, 30), now, HOME)
    assert may_be_meant(date(2026, 11, 20), now, HOME)
    assert not may_be_meant(date(2026, 12, 24), now, HOME)


def test_what_is_said_in_the_evening_holds_all_of_the_day_that_it_names() -> None:
    ends = NOW + timedelta(hours=28)
    said = word("absent", sent_at=NOW, body=said_of(ends))

    assert not said.is_over(ends - timedelta(seconds=1))
    assert said.can_undo(ends - timedelta(seconds=1))
    assert said.is_over(ends)
    assert not said.can_undo(ends)
    assert said.is_from_home
    assert not word("absent").is_from_home


def test_no_word_of_why_is_kept() -> None:
    assert set(said_of(NOW)) == {"from_home", "until"}


def test_nobody_is_woken_by_it_and_a_card_changes_in_silence() -> None:
    lanes = {
        *(each.lane for each in tell_family(word("absent"), [MOTHER])),
        *(each.lane for each in tell_taken_back(word("absent"), [TEACHER])),
    }
    assert lanes == {Lane.NOTICE}
    assert [each.edits_card for each in tell_changed(word("absent"), [MOTHER])] == [True]


def test_that_the_child_is_in_class_is_said_at_once_to_who_believes_it_at_home() -> None:
    tells = tell_came(word("absent"), iter([GRANDMA, MOTHER]))

    assert told(tells, AbsenceOver) == [GRANDMA, MOTHER]
    assert told(tells, StaysHomeShown) == [GRANDMA, MOTHER]
    assert {each.lane for each in tells if isinstance(each.event, AbsenceOver)} == {Lane.URGENT}
