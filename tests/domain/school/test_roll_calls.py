"""The roll call: one tap marks a child, the next one takes it back, and nobody else changes."""

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.roll_calls import RollCall, tell_changed, toggled
from tests.domain.school.builders import TEACHER


@pytest.mark.parametrize(
    ("taps", "absent"),
    [
        ([], ()),
        ([7], (7,)),
        ([7, 8], (7, 8)),
        ([7, 7], ()),
        ([7, 8, 7], (8,)),
        ([7, 8, 7, 7], (8, 7)),
    ],
    ids=["everybody is here", "one", "two", "taken back", "one of two taken back", "tapped three times"],
)
def test_each_tap_is_one_child(taps: list[int], absent: tuple[int, ...]) -> None:
    found: tuple[int, ...] = ()
    for child in taps:
        found = toggled(found, (child,))
    assert found == absent


def test_the_teachers_card_follows_without_a_sound() -> None:
    tells = tell_changed(RollCall(4, 3, "2026-11-23", (7,), done=True), [TEACHER])

    assert [(each.to, each.lane, each.card, each.edits_card) for each in tells] == [
        (TEACHER, Lane.REPLY, "roll:4", True)
    ]
