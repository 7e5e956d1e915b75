"""The table of roles: what is not in it is not allowed (SG-10)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.circle.circles import Circle, Member, MemberState, Role
from bot.domain.circle.roles import MAY, Action, Standing, may

OF_LEAD = {
    *(Action.INVITE_TEACHER, Action.LET_TEACHER_IN, Action.SEE_STAFF, Action.TAKE_TEACHER_OUT),
    *(Action.GIVE_CLASS, Action.GIVE_LEAD, Action.POST_TO_SCHOOL, Action.KEEP_CALENDAR),
    *(Action.KEEP_NUMBER, Action.HAND_BACK, Action.NAME_WORRY_READER),
}
OF_SCHOOL = {
    *(Action.TEACH, Action.RENEW_POSTER, Action.TIE_GROUP, Action.LEAVE_SCHOOL, Action.HAND_ON),
    *OF_LEAD,
}
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


def test_who_is_near_answers_and_leaves_and_does_nothing_else() -> None:
    assert {action for action in Action if may(Standing.NEAR, action)} == {Action.LOOK_IN, Action.LEAVE}
    near = replace(GRANDMA, id=2, person_id=2, role=Role.NEAR, kin="neighbour", at_home=False)
    circle = Circle(None, (GRANDMA, near))  # type: ignore[arg-type] # the child plays no part here
    assert circle.near == (near,)
    assert circle.active == circle.others(2) == circle.guardians == circle.household == (GRANDMA,)
    assert circle.others(1) == circle.stand_ins == circle.parents == ()
    assert circle.member(2) is None
    assert circle.place(2) == near


@pytest.mark.parametrize(("role", "kin"), [(Role.GUARDIAN, "neighbour"), (Role.NEAR, "aunt"), (Role.NEAR, "other")])
def test_nobody_is_of_the_family_or_near_by_the_button_of_another_question(role: Role, kin: str) -> None:
    assert not role.takes(kin)


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
