"""How far words have come: one of a school is enough, of a family the others are seen to for some days."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.deliveries import LOOK_AGAIN
from bot.domain.school.school_talks import TalkReceipt, receipt_of
from bot.domain.school.talk_ways import (
    ENOUGH,
    TalkLost,
    has_nobody,
    is_lost,
    is_news,
    look_after,
    tell_lost,
    tell_way,
    told,
)
from tests.domain.family import FATHER, GRANDMA, MOTHER, NOW
from tests.domain.school.builders import COLLEAGUE, TEACHER
from tests.domain.school.test_school_talks import talk


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ({TEACHER: "coming"}, "0 coming"),
        ({TEACHER: "arrived"}, "1"),
        ({TEACHER: "waits", COLLEAGUE: "arrived"}, "1 waits"),
        ({MOTHER: "coming", FATHER: "arrived", GRANDMA: "arrived"}, "2 coming"),
        ({TEACHER: "lost"}, "0 lost 1"),
        ({TEACHER: "part"}, "0 lost 1"),
        ({MOTHER: "coming", FATHER: "arrived", GRANDMA: "lost"}, "1 coming 1"),
        ({}, "0 lost 1"),
    ],
)
def test_what_its_author_reads_changes_with_who_has_it_and_what_of_the_others(ways: Any, words: str) -> None:
    assert told(ways) == words
    assert is_lost(ways) is has_nobody(talk(told=words)) is (words == "0 lost 1")


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


def test_its_author_is_told_in_place_without_a_sound_and_with_one_what_is_lost() -> None:
    (way,) = tell_way(talk())
    assert (way.to, way.event, way.card, way.edits_card) == (GRANDMA, TalkReceipt(1), receipt_of(1), True)
    assert not way.event.rings
    (lost,) = tell_lost(talk())
    assert (lost.to, lost.event, lost.edits_card, lost.event.rings) == (GRANDMA, TalkLost(1), False, True)
    assert lost.card != way.card


@pytest.mark.parametrize(
    ("from_school", "now", "before", "news"),
    [
        (False, "0 lost 1", [None], True),
        (False, "0 lost 1", ["0 coming"], True),
        (False, "0 lost 1", [None, "0 lost 1"], False),  # another picture of the same album has told it
        (False, "1 lost 1", ["0 coming"], False),  # one of the school has it
        (False, "0 coming 1", ["0 coming"], False),
        (True, "1 lost 1", ["1 coming"], True),
        (True, "0 waits 1", ["0 coming"], True),
        (True, "1 lost 2", ["1 coming 1"], True),
        (True, "1 waits 1", ["0 coming 1"], False),
        (True, "2", ["0 coming 1"], False),
    ],
)
def test_a_loss_is_news_once_and_to_a_family_not_where_somebody_of_the_school_has_it(
    from_school: bool, now: str, before: list[str | None], news: bool
) -> None:
    said = talk(from_school=from_school)
    assert is_news(replace(said, told=now), [replace(said, told=each) for each in before]) is news
