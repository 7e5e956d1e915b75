"""A guardian is away: who may be, until when it counts, and who hears of it."""

from datetime import datetime, timedelta

import pytest

from bot.domain.circle.away import GuardianAway, can_be_away, is_away, tell_away, tell_back
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, heard, told, whole

MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(("who", "may"), [(GRANDMA, True), (MOTHER, False), (AUNT, False)])
def test_only_who_is_asked_hands_over(who: int, may: bool) -> None:
    assert can_be_away(adult(who)) is may


def test_whose_place_is_held_hands_nothing_over() -> None:
    assert not can_be_away(adult(GRANDMA, is_suspended=True))


@pytest.mark.parametrize(("until", "away"), [(None, False), (NOW + MOMENT, True), (NOW, False), (NOW - MOMENT, False)])
def test_the_absence_is_over_at_its_end(until: datetime | None, away: bool) -> None:
    assert is_away(adult(GRANDMA, away_until=until), NOW) is away


def test_everybody_else_hears_it_softly_and_in_one_message() -> None:
    tells = tell_away(whole(), GRANDMA, NOW)

    assert heard(tells) == [(each, "GuardianAway", Lane.ROUTINE) for each in (MOTHER, FATHER, GRANDPA, AUNT)]
    assert {each.card for each in tells} == {each.card for each in tell_back(whole(), GRANDMA)}
    assert told(tells, GuardianAway) == [MOTHER, FATHER, GRANDPA, AUNT]


def test_whose_first_news_still_waited_hears_of_neither() -> None:
    tells = tell_back(whole(), GRANDMA, {FATHER})

    assert heard(tells) == [(each, "GuardianBack", Lane.ROUTINE) for each in (MOTHER, GRANDPA, AUNT)]
