"""How far words have come: one of a school is enough, of a family the others are seen to for some days."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.deliveries import LOOK_AGAIN
from bot.domain.school.school_talks import TalkClosed, TalkReceipt, receipt_of
from bot.domain.school.talk_ways import ENOUGH, LOST, is_lost, look_after, tell_nobody_reads, tell_way, told
from tests.domain.family import FATHER, GRANDMA, MOTHER, NOW
from tests.domain.school.builders import COLLEAGUE, TEACHER
from tests.domain.school.test_school_talks import talk, thread


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ({TEACHER: "coming"}, "0 coming"),
        ({TEACHER: "arrived"}, "1"),
        ({TEACHER: "waits", COLLEAGUE: "arrived"}, "1 waits"),
        ({MOTHER: "coming", FATHER: "arrived", GRANDMA: "arrived"}, "2 coming"),
        ({TEACHER: "lost"}, LOST),
        ({TEACHER: "part"}, LOST),
        ({}, LOST),
    ],
)
def test_what_its_author_reads_changes_with_who_has_it_and_what_of_the_others(ways: Any, words: str) -> None:
    assert told(ways) == words
    assert is_lost(ways) is (words == LOST)


@pytest.mark.parametrize(
    ("ways", "from_school", "after", "again"),
    [
        ({TEACHER: "coming"}, False, timedelta(hours=1), True),
        ({TEACHER: "waits"}, False, timedelta(days=30), True),
        ({TEACHER: "kept"}, False, timedelta(hours=1), True),
        ({TEACHER: "arrived", COLLEAGUE: "coming"}, False, timedelta(hours=1), False),
        ({GRANDMA: "arrived", MOTHER: "coming"}, True, timedelta(hours=1), True),
        ({GRANDMA: "arrived", MOTHER: "coming"}, True, ENOUGH, False),  # who wants quiet for long is not looked at
        ({GRANDMA: "arrived", MOTHER: "waits"}, True, timedelta(hours=1), False),
        ({TEACHER: "lost"}, False, timedelta(hours=1), False),
        ({}, True, timedelta(hours=1), False),
    ],
)
def test_it_is_looked_at_until_somebody_of_the_school_or_all_of_a_family_have_it(
    ways: Any, from_school: bool, after: timedelta, again: bool
) -> None:
    assert look_after(ways, talk(from_school=from_school), NOW + after) == (LOOK_AGAIN if again else None)


def test_its_author_is_told_in_place_and_that_nobody_is_left_once() -> None:
    (way,) = tell_way(talk())
    assert (way.to, way.event, way.card, way.edits_card) == (GRANDMA, TalkReceipt(1), receipt_of(1), True)
    assert not way.event.rings
    (gone,) = tell_nobody_reads(talk(), thread())
    assert (gone.to, gone.event, gone.edits_card) == (GRANDMA, TalkClosed(3, 7, sent=True), False)
    assert gone.card == tell_nobody_reads(talk(id=2), thread())[0].card
