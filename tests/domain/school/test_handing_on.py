"""Who can take what is handed on, until when it can be taken back, and since when a family waits."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.handing_on import (
    can_be_undone,
    open_since,
    takers,
    tell_family,
    tell_leads,
    tell_leads_changed,
    tell_teachers,
)
from bot.domain.school.school_talks import Talk, TalkState, Thread

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TEACHER, LEAD, GRANDMA = 1, 2, 3
HANDED = Thread(5, 7, 9, "family", None, NOW)


def said(minutes: int, by: int = GRANDMA) -> Talk:
    """Something that was said so many minutes after it was handed on."""
    at = NOW + timedelta(minutes=minutes)
    return Talk(minutes, 5, by, by != GRANDMA, TalkState.SENT, "text", "", "No shoes.", "", at)


def test_who_leads_takes_it_and_nobody_who_teaches_the_class() -> None:
    assert takers([LEAD, TEACHER], [TEACHER]) == [LEAD]
    assert takers([TEACHER], [TEACHER]) == []


@pytest.mark.parametrize(
    ("after", "talks", "may"),
    [
        (10, [said(-5)], True),
        (11, [said(-5)], False),
        (5, [said(-5), said(1, TEACHER)], True),
        (5, [said(-5), said(1, LEAD)], False),
        (5, [said(-5, LEAD), said(1)], True),
    ],
    ids=["ten minutes", "too late", "the teacher has answered", "the lead has answered", "an older answer"],
)
def test_it_is_taken_back_for_ten_minutes_and_until_the_lead_has_answered(
    after: int, talks: list[Talk], *, may: bool
) -> None:
    assert can_be_undone(HANDED, talks, [TEACHER], NOW + timedelta(minutes=after)) is may


def test_what_was_not_handed_on_cannot_be_taken_back() -> None:
    assert not can_be_undone(Thread(5, 7, 9, "family", None, None), [], [TEACHER], NOW)


@pytest.mark.parametrize(
    ("waits", "talks", "since"),
    [
        (NOW, [said(-9), said(-8, TEACHER)], NOW),
        (None, [said(-9), said(-8, TEACHER)], said(-9).sent_at),
        (None, [said(-9), said(-8, TEACHER), said(-7), said(-6), said(-5, TEACHER)], said(-7).sent_at),
        (None, [said(-8, TEACHER)], None),
        (None, [], None),
    ],
    ids=["waits already", "answered", "several words in a row", "the family has said nothing", "nothing"],
)
def test_a_family_waits_since_its_last_words_though_the_teacher_has_answered(
    waits: datetime | None, talks: list[Talk], since: datetime | None
) -> None:
    assert open_since(Thread(5, 7, 9, "family", waits, None), talks) == since


def test_it_rings_nobody_out_of_their_hours_and_a_change_rings_nobody() -> None:
    told = [*tell_leads(HANDED, TEACHER, [LEAD]), *tell_teachers(HANDED, [4]), *tell_family(HANDED, TEACHER, [GRANDMA])]
    assert [(each.to, each.lane, each.edits_card) for each in told] == [
        (LEAD, Lane.NOTICE, False),
        (4, Lane.NOTICE, False),
        (GRANDMA, Lane.NOTICE, False),
    ]
    (changed,) = tell_leads_changed(HANDED, TEACHER, [LEAD])
    assert changed.edits_card
    assert changed.card == told[0].card
