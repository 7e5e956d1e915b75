"""How long everything is kept: as safeguarding promises it, and no other span is made up on the way (SG-06)."""

import pytest

from bot.domain.privacy.retention import KEPT, kept

DAYS = {
    "invites": 7,
    "illness": 90,
    "moods": 180,
    "check_ins": 365,
    "notices": 60,
    "school_words": 60,
    "school_talks": 60,
    "meetings": 60,
    "school_days": 60,
    "unsent_talks": 30,
    "worries": 90,
    "groups": 7,
    "roll_calls": 60,
    "rosters": 60,
    "posters": 30,
    "calls": 90,
    "promises": 90,
    "approvals": 90,
    "crises": 90,
    "reports": 90,
    "look_ins": 90,
    "own_weeks": 30,
    "keepsakes": 2,
    "dialogues": 30,
    "unfinished": 30,
    "handled": 7,
    "parked": 30,
    "undelivered": 90,
    "audit": 365,
    "idle": 548,
}
AS_LONG_AS_THEIR_OWNER = {"circle", "account", "school", "installation", "tombstones"}


def test_sg_06_the_spans_are_the_ones_people_are_told() -> None:
    assert {name: kept(name).days for name in DAYS} == DAYS
    assert set(KEPT) == {*DAYS, *AS_LONG_AS_THEIR_OWNER}


@pytest.mark.parametrize("name", sorted(AS_LONG_AS_THEIR_OWNER))
def test_sg_06_what_belongs_to_something_else_has_no_end_of_its_own(name: str) -> None:
    assert KEPT[name] is None
    with pytest.raises(AssertionError, match=name):
        kept(name)
