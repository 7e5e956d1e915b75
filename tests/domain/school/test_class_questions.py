"""Whether a child comes to class: asked once a week, said to all parents."""

from datetime import date, timedelta

from bot.domain.notifications import Lane
from bot.domain.school.class_questions import (
    AGAIN_AFTER,
    rests_until,
    still_stands,
    tell_parents,
    tell_teacher,
)
from bot.domain.school.school_words import WordKind, WordState
from tests.domain.family import FATHER, MOTHER
from tests.domain.school.builders import TEACHER, word


def test_a_question_stands_for_a_week_and_not_when_it_was_taken_back() -> None:
    asked = word(WordKind.IN_CLASS)
    assert still_stands(asked, asked.created_at + timedelta(days=5))
    assert not still_stands(asked, asked.created_at + AGAIN_AFTER)
    assert not still_stands(word(WordKind.IN_CLASS, state=WordState.UNDONE), asked.created_at)


def test_it_wakes_nobody() -> None:
    asked = word(WordKind.IN_CLASS)
    told = [*tell_teacher(asked, TEACHER), *tell_parents(asked, [MOTHER, FATHER])]
    assert [each.to for each in told] == [TEACHER, MOTHER, FATHER]
    assert {each.lane for each in told} == {Lane.NOTICE}


def test_nobody_is_asked_in_a_holiday_unless_school_begins_soon() -> None:
    holiday = {date(2026, 11, day) for day in range(20, 30)}
    assert rests_until(date(2026, 11, 20), holiday) == date(2026, 11, 29)
    assert rests_until(date(2026, 11, 27), holiday) == date(2026, 11, 29)
    assert rests_until(date(2026, 11, 28), holiday) is None
    assert rests_until(date(2026, 11, 19), holiday) is None
