"""What one adult alone does not decide: who agrees, how long they have, and who is told (SG-23)."""

from datetime import timedelta

import pytest

from bot.domain.circle.approvals import (
    Approval,
    ApprovalAsked,
    ApprovalDecided,
    ApprovalState,
    ApprovalWaits,
    Wish,
    can_be_asked,
    needs_second_adult,
    tell_asked,
    tell_decided,
    within,
)
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, NOW, adult, circle, heard, told

WISH = Approval(1, 7, Wish.EXPORT, MOTHER, NOW + within(Wish.EXPORT), ApprovalState.WAITING, None)


@pytest.mark.parametrize(("action", "hours"), [(Wish.EXPORT, 24), (Wish.THAW, 24), (Wish.ERASE, 72)])
def test_the_others_have_a_day_and_three_before_a_child_is_erased(action: Wish, hours: int) -> None:
    assert within(action) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("around", "needed", "asked"),
    [
        (circle(MOTHER), False, []),
        (circle(MOTHER, GRANDMA), True, [GRANDMA]),
        (circle(MOTHER, GRANDMA, AUNT), True, [GRANDMA, AUNT]),
        (circle(MOTHER, adult(GRANDMA, state="pending")), False, []),
        (circle(MOTHER, adult(GRANDMA, state="left")), False, []),
        (circle(MOTHER, adult(GRANDMA, is_suspended=True)), True, []),
        (circle(MOTHER, adult(GRANDMA, is_removed=True)), True, []),
        (circle(MOTHER, adult(GRANDMA, is_closed=True)), True, []),
        (circle(MOTHER, adult(GRANDMA, is_new=True)), True, []),
        (circle(MOTHER, FATHER, separate_lines=True), True, [FATHER]),
    ],
    ids=[
        "alone",
        "two",
        "a stand-in may agree",
        "one waits",
        "one has left",
        "one is held",
        "one was put out",
        "one is not known again yet",
        "one came in today",
        "separated parents",
    ],
)
def test_whoever_else_is_around_the_child_makes_it_wait_and_only_who_may_decide_is_asked(
    around: Circle, needed: bool, asked: list[int]
) -> None:
    assert needs_second_adult(around, MOTHER) is needed
    assert can_be_asked(around, MOTHER) is bool(asked)
    tells = tell_asked(around, WISH)
    assert told(tells, ApprovalAsked) == asked
    assert told(tells, ApprovalWaits) == [MOTHER]
    assert {each.lane for each in tells if isinstance(each.event, ApprovalAsked)} <= {Lane.NOTICE}
    assert {each.lane for each in tells if isinstance(each.event, ApprovalWaits)} == {Lane.REPLY}


def test_how_it_ended_is_read_by_everybody_who_was_asked_and_by_who_asked_while_they_are_here() -> None:
    tells = tell_decided(circle(MOTHER, FATHER, GRANDMA), WISH)
    assert heard(tells) == [(each, "ApprovalDecided", Lane.REPLY) for each in (FATHER, GRANDMA, MOTHER)]
    gone = circle(adult(MOTHER, state="left"), FATHER, GRANDMA)
    assert told(tell_decided(gone, WISH), ApprovalDecided) == [FATHER, GRANDMA]
