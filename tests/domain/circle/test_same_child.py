"""When the children of two circles count as one."""

from dataclasses import replace

import pytest

from bot.domain.circle.circles import Child
from bot.domain.circle.same_child import counts_as_same, may_be_same

LILY = Child(1, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, separate_lines=False, slot="evening", minute=1140)
SAME = replace(LILY, id=2, name="LILY ")
YOUNGER = replace(SAME, birth_month=6)
OTHER = replace(SAME, name="Ben")


@pytest.mark.parametrize(
    ("other", "said", "same"),
    [
        (SAME, None, True),
        (SAME, False, False),
        (SAME, True, True),
        (YOUNGER, None, False),
        (YOUNGER, True, True),
        (OTHER, None, False),
    ],
)
def test_of_one_name_and_age_until_somebody_says(other: Child, said: bool | None, same: bool) -> None:
    assert counts_as_same(LILY, other, said=said) is same


def test_it_is_asked_about_equal_names_only_and_never_about_one_child() -> None:
    assert may_be_same(LILY, YOUNGER)
    assert not may_be_same(LILY, OTHER)
    assert not may_be_same(LILY, LILY)
