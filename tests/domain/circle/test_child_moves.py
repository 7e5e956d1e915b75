"""Who reads that a child has moved."""

from bot.domain.circle.child_moves import ChildMoved, tell_moved
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, whole


def test_every_other_adult_reads_it_in_one_card_that_a_second_move_changes() -> None:
    told = tell_moved(whole(), GRANDMA)

    assert [each.to for each in told] == [MOTHER, FATHER, GRANDPA, AUNT]
    assert {(each.event, each.lane, each.card) for each in told} == {(ChildMoved(7, GRANDMA), Lane.ROUTINE, "moved:7")}
