"""Long texts in parts, when a household is done, and how often the silent are reminded."""

import html
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.notice_cards import TEXT_PART, parts
from bot.domain.school.notices import Household, NoticeState, home_of
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, NOW, circle
from tests.domain.school.builders import notice

SHANGHAI = "Asia/Shanghai"


@given(st.text(alphabet=st.sampled_from("a<&\"'姥🙂\n"), max_size=9000))
def test_parts_hold_the_whole_text_and_each_fits(text: str) -> None:
    pieces = parts(text)

    assert "".join(pieces) == text
    assert all(len(html.escape(piece)) <= TEXT_PART for piece in pieces)


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
    ("level", "errand", "confirmed", "version", "claimed", "done"),
    [
        ("read", False, None, 0, None, True),
        ("tap", False, None, 0, None, False),
        ("tap", False, MOTHER, 0, None, True),  # an old text, seen
        ("tap", True, MOTHER, 1, None, False),
        ("tap", True, None, 0, MOTHER, False),  # she lives far away
        ("tap", True, None, 0, GRANDMA, True),
        ("sign", False, MOTHER, 1, None, True),
        ("sign", False, MOTHER, 0, None, False),
        ("answer", False, MOTHER, 0, None, False),
        ("sign", True, MOTHER, 1, None, False),
        ("sign", True, None, 0, GRANDMA, False),
        ("sign", True, MOTHER, 1, GRANDMA, True),
    ],
)
def test_a_household_is_done_when_it_has_confirmed_this_text_and_home_has_the_errand(
    level: str, errand: bool, confirmed: int | None, version: int, claimed: int | None, done: bool
) -> None:
    household = Household(7, confirmed, None, claimed, NOW, version)

    assert household.is_done(notice(level=level, errand=errand, revision=1), home_of(circle(MOTHER, GRANDMA))) is done


def test_where_nobody_lives_with_the_child_anybody_has_the_errand() -> None:
    assert home_of(circle(MOTHER, FATHER)) == (MOTHER, FATHER)
    assert home_of(circle(MOTHER, GRANDMA, AUNT)) == (GRANDMA,)
