"""Who may say that they live with the child, and what they are then."""

import pytest

from bot.domain.circle.circles import Role
from bot.domain.circle.home_or_away import may_say, role_of, tell
from tests.domain.family import adult, circle


@pytest.mark.parametrize(
    ("role", "kin", "separate", "may"),
    [
        (Role.PARENT, "father", False, True),
        (Role.GUARDIAN, "mother", False, True),
        (Role.GUARDIAN, "grandmother_m", False, False),
        (Role.STAND_IN, "mother", False, False),
        (Role.PARENT, "father", True, False),
    ],
    ids=["far away", "at home", "a grandmother", "a stand-in", "separate lines"],
)
def test_only_parents_on_one_line_say_where_they_live(role: Role, kin: str, separate: bool, may: bool) -> None:
    found = circle(adult(1, role, kin=kin), separate_lines=separate)
    assert may_say(found, found.members[0]) is may


def test_who_is_at_home_is_a_guardian() -> None:
    assert (role_of(at_home=True), role_of(at_home=False)) == (Role.GUARDIAN, Role.PARENT)


def test_the_others_are_told() -> None:
    found = circle(adult(1, Role.PARENT), adult(2, Role.GUARDIAN), adult(3, Role.PARENT))
    assert [each.to for each in tell(found, 3)] == [1, 2]
