"""Which operator may do what: each role its own, and nobody else any of it."""

import pytest

from bot.domain.circle.roles import MAY, Action, Standing
from bot.domain.operators.operators import OperatorRole, allowed

OF = {
    OperatorRole.COORDINATOR: {Action.KEEP_SCHOOLS},
    OperatorRole.SAFEGUARDING: {Action.ANSWER_REPORTS, Action.OPEN_PLACES},
    OperatorRole.TECHNICAL: {Action.SEE_INSTALLATION},
}


@pytest.mark.parametrize("role", list(OperatorRole))
def test_each_role_may_do_its_own_work_and_nothing_else(role: OperatorRole) -> None:
    assert {each for each in Action if allowed(frozenset({role}), each)} == OF[role]


def test_two_roles_may_do_the_work_of_both() -> None:
    both = frozenset({OperatorRole.COORDINATOR, OperatorRole.TECHNICAL})
    assert {each for each in Action if allowed(both, each)} == {Action.KEEP_SCHOOLS, Action.SEE_INSTALLATION}


def test_nobody_of_a_family_or_a_school_does_an_operators_work() -> None:
    operators = {each.standing for each in OperatorRole}
    ours = set[Action]().union(*OF.values())

    assert all(MAY[each] <= operators for each in ours)
    assert not [each for each in Action if each not in ours and MAY[each] & operators]
    assert {Standing.COORDINATOR, Standing.SAFEGUARDING, Standing.TECHNICAL} == operators
