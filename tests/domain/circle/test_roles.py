"""The table of roles: what is not in it is not allowed (SG-10)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.circle.circles import Circle, Member, MemberState, Role
from bot.domain.circle.roles import MAY, Action, Standing, may

OF_LEAD = {
    *(Action.INVITE_TEACHER, Action.LET_TEACHER_IN, Action.SEE_STAFF, Action.TAKE_TEACHER_OUT),
    *(Action.GIVE_CLASS, Action.GIVE_LEAD),
}
OF_SCHOOL = {Action.TEACH, Action.RENEW_POSTER, Action.LEAVE_SCHOOL, *OF_LEAD}
GRANDMA = Member(
    id=1, child_id=1, person_id=1, role=Role.GUARDIAN, kin="grandma", called="Fang", state=MemberState.ACTIVE,
    at_home=True, joined_at=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


def test_every_action_stands_in_the_table() -> None:
    assert set(MAY) == set(Action)


@pytest.mark.parametrize("standing", [Standing.PENDING, Standing.SUSPENDED, Standing.REMOVED, Standing.STRANGER])
def test_who_waits_is_held_was_put_out_or_is_nobody_may_do_nothing(standing: Standing) -> None:
    assert not [action for action in Action if may(standing, action)]


@pytest.mark.parametrize("standing", [Standing.TEACHER, Standing.LEAD])
def test_the_school_has_no_part_in_a_circle(standing: Standing) -> None:
    assert {action for action in Action if may(standing, action)} <= OF_SCHOOL


@pytest.mark.parametrize("standing", [Standing.PARENT, Standing.GUARDIAN, Standing.STAND_IN])
def test_the_family_does_not_act_for_the_school(standing: Standing) -> None:
    assert not {action for action in OF_SCHOOL if may(standing, action)}


def test_a_teacher_who_does_not_lead_decides_about_no_colleague() -> None:
    assert not [action for action in OF_LEAD if may(Standing.TEACHER, action)]


def test_a_stand_in_lets_nobody_in() -> None:
    assert not may(Standing.STAND_IN, Action.INVITE)
    assert not may(Standing.STAND_IN, Action.LET_IN)


@pytest.mark.parametrize(
    "member",
    [
        replace(GRANDMA, state=MemberState.PENDING),
        replace(GRANDMA, state=MemberState.REFUSED),
        replace(GRANDMA, state=MemberState.LEFT),
        replace(GRANDMA, is_suspended=True),
        replace(GRANDMA, is_removed=True),
    ],
)
def test_whose_place_is_not_their_own_now_is_in_no_list_of_the_circle(member: Member) -> None:
    circle = Circle(None, (GRANDMA, member))  # type: ignore[arg-type] # the child plays no part here
    assert circle.guardians == (GRANDMA,)
    assert circle.household == (GRANDMA,)
    assert not [action for action in Action if member.may(action)]
