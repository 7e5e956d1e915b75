"""Taking one's data along: one page to read and one file for machines, to nobody else (SG-07)."""

import pytest

from bot.domain.notifications import Lane
from bot.domain.privacy.exports import DataGiven, tell_given
from tests.domain.family import MOTHER


@pytest.mark.parametrize(("children", "own"), [([], True), ([7], True), ([7, 8], False)])
def test_sg_07_two_files_go_to_who_asked_and_each_is_asked_for_once(children: list[int], own: bool) -> None:
    tells = tell_given(MOTHER, children, own=own)

    assert [each.event for each in tells] == [
        DataGiven("html", tuple(children), own),
        DataGiven("json", tuple(children), own),
    ]
    assert {(each.to, each.lane) for each in tells} == {(MOTHER, Lane.REPLY)}
    assert len({each.card for each in tells}) == 2
