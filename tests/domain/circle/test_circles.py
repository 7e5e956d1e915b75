"""The circle: who takes part in it, whom a question asks, and what separate lines hide."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action, Standing
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, LILY, MOTHER, NOW, adult, circle, people, whole

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("place", "standing", "takes_part"),
    [
        ({}, Standing.GUARDIAN, True),
        ({"is_closed": True}, Standing.GUARDIAN, True),
        ({"is_new": True}, Standing.GUARDIAN, True),
        ({"state": "pending"}, Standing.PENDING, False),
        ({"state": "refused"}, Standing.STRANGER, False),
        ({"state": "left"}, Standing.STRANGER, False),
        ({"is_suspended": True}, Standing.SUSPENDED, False),
        ({"is_removed": True}, Standing.REMOVED, False),
        ({"is_removed": True, "is_suspended": True}, Standing.REMOVED, False),
        ({"state": "left", "is_suspended": True}, Standing.STRANGER, False),
    ],
    ids=["here", "back after a long silence", "new", "waits", "refused", "left", "held", "put out", "both", "gone"],
)
def test_only_who_was_let_in_and_is_neither_held_nor_put_out_takes_part(
    place: dict[str, Any], standing: Standing, takes_part: bool
) -> None:
    grandma = adult(GRANDMA, **place)

    assert grandma.standing is standing
    assert grandma.is_active is takes_part
    assert (circle(grandma).member(GRANDMA) is not None) is takes_part


@pytest.mark.parametrize(
    ("action", "closed", "new"),
    [
        (Action.REPORT_ILLNESS, True, True),
        (Action.ANSWER_CHECK_IN, True, True),
        (Action.LEAVE, True, True),
        (Action.TAKE_PART, False, True),
        (Action.PLAY_LETTER, False, True),
        (Action.LET_IN, False, False),
        (Action.INVITE, False, False),
        (Action.EXPORT, False, False),
        (Action.ERASE, False, False),
        (Action.STOP_SHARING, False, False),
        (Action.SUSPEND, False, False),
        (Action.REMOVE, False, False),
    ],
    ids=lambda each: each.value if isinstance(each, Action) else "",
)
def test_who_is_back_or_has_just_come_speaks_up_for_the_child_and_decides_nothing(
    action: Action, closed: bool, new: bool
) -> None:
    assert adult(GRANDMA).may(action)
    assert adult(GRANDMA, is_closed=True).may(action) is closed
    assert adult(GRANDMA, is_new=True).may(action) is new


def away(person: int, *, hours: int) -> Member:
    return adult(person, away_until=NOW + hours * HOUR)


@pytest.mark.parametrize(
    ("adults", "asked"),
    [
        (circle(MOTHER, GRANDMA, GRANDPA, AUNT), [GRANDMA, GRANDPA]),
        (circle(MOTHER, away(GRANDMA, hours=1), GRANDPA, AUNT), [GRANDPA]),
        (circle(MOTHER, away(GRANDMA, hours=1), AUNT), [AUNT]),
        (circle(MOTHER, away(GRANDMA, hours=0), AUNT), [GRANDMA]),
        (circle(MOTHER, away(GRANDMA, hours=1)), []),
        (circle(MOTHER, adult(GRANDMA, is_suspended=True), AUNT), [AUNT]),
        (circle(MOTHER, adult(GRANDMA, state="pending")), []),
        (circle(MOTHER, FATHER), []),
        (circle(), []),
    ],
    ids=[
        "both at home",
        "one is away",
        "all are away",
        "back at this moment",
        "away, and nobody stands in",
        "a held place",
        "who still waits",
        "parents are never asked",
        "nobody",
    ],
)
def test_a_question_asks_those_at_home_and_while_all_are_away_the_stand_ins(adults: Circle, asked: list[int]) -> None:
    assert people(adults.askable(NOW)) == asked


@pytest.mark.parametrize("hidden", [False, True], ids=["together", "on separate lines"])
def test_separate_lines_hide_one_parent_from_the_other_and_nobody_else(hidden: bool) -> None:
    around = whole(separate_lines=hidden)

    assert around.hides(adult(FATHER), MOTHER) is hidden
    assert not around.hides(adult(MOTHER), MOTHER)
    assert not around.hides(adult(FATHER), GRANDMA)
    assert not around.hides(adult(GRANDMA), MOTHER)
    assert (MOTHER in people(around.who_know(FATHER))) is not hidden
    assert people(around.who_know(GRANDMA)) == [MOTHER, FATHER, GRANDPA, AUNT]


def test_a_parent_who_has_left_stays_hidden() -> None:
    apart = circle(MOTHER, adult(FATHER, state="left"), GRANDMA, separate_lines=True)

    assert people(apart.who_know(FATHER)) == [GRANDMA]


def test_the_household_lives_with_the_child_whatever_its_role() -> None:
    assert people(circle(MOTHER, adult(FATHER, at_home=True), GRANDMA, AUNT).household) == [FATHER, GRANDMA]


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2018, 5, 1), 0),
        (date(2026, 4, 30), 7),
        (date(2026, 5, 1), 8),
        (date(2026, 12, 31), 8),
        (date(2027, 1, 1), 8),
    ],
)
def test_age_counts_from_the_first_of_the_month_of_birth(today: date, years: int) -> None:
    assert LILY.years(today) == years


def test_a_pause_is_over_at_its_end() -> None:
    assert whole(paused_until=NOW + HOUR).child.is_paused(NOW)
    assert not whole(paused_until=NOW).child.is_paused(NOW)
    assert not LILY.is_paused(NOW)
