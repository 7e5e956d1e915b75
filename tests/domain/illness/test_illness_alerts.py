"""Who hears what of an illness, and that nobody reads of themselves."""

import pytest

from bot.domain.illness.illness_alerts import (
    AlertUndelivered,
    CallStarted,
    IllnessReported,
    IllnessSeen,
    NobodySeenYet,
    tell_alert,
    tell_calling,
    tell_changed,
    tell_home,
    tell_seen,
    tell_undelivered,
)
from bot.domain.illness.illnesses import Illness, IllnessState
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, told, whole

ILL = Illness(1, 7, GRANDMA, IllnessState.OPEN, ("fever",), NOW)


def test_the_alert_rings_and_its_changes_stand_in_the_same_message() -> None:
    alert, change = tell_alert(ILL, [MOTHER]), tell_changed(ILL, [MOTHER])

    assert [(each.lane, each.card, each.edits_card) for each in alert] == [(Lane.URGENT, "alert:1", False)]
    assert [(each.lane, each.card, each.edits_card) for each in change] == [(Lane.URGENT, "alert:1", True)]


@pytest.mark.parametrize(
    ("by", "home"),
    [(MOTHER, [GRANDMA]), (GRANDMA, [])],
    ids=["home hears who has seen it", "not of itself"],
)
def test_home_hears_who_has_seen_it(by: int, home: list[int]) -> None:
    tells = tell_seen(whole(), ILL, adult(by), [MOTHER, FATHER], NOW)

    assert told(tells, IllnessSeen) == home
    assert told(tells, IllnessReported) == [MOTHER, FATHER]


@pytest.mark.parametrize(
    ("by", "alerted", "hear"),
    [
        (MOTHER, [MOTHER, FATHER], [GRANDMA, FATHER]),
        (MOTHER, [MOTHER], [GRANDMA]),
        (AUNT, [MOTHER, FATHER, AUNT], [GRANDMA, MOTHER, FATHER]),
        (MOTHER, [MOTHER, GRANDMA], [GRANDMA]),
    ],
    ids=["home and the other parent", "home alone", "a stand-in calls", "each once"],
)
def test_everybody_alerted_and_home_hear_who_calls_but_not_who_does(
    by: int, alerted: list[int], hear: list[int]
) -> None:
    assert told(tell_calling(whole(), ILL, adult(by), alerted, NOW), CallStarted) == hear


def test_where_who_opened_it_has_left_those_at_home_now_hear_it() -> None:
    around = circle(MOTHER, adult(GRANDMA, state="left"), GRANDPA)

    assert told(tell_home(around, ILL, NobodySeenYet(1), NOW), NobodySeenYet) == [GRANDPA]
    assert tell_home(around, ILL, NobodySeenYet(1), NOW, but=GRANDPA) == []


@pytest.mark.parametrize(
    ("apart", "hear"),
    [(False, [GRANDMA, MOTHER, AUNT]), (True, [GRANDMA, AUNT])],
    ids=["together", "on separate lines"],
)
def test_that_it_did_not_arrive_is_told_to_those_who_know_that_adult_and_not_to_them(
    apart: bool, hear: list[int]
) -> None:
    tells = tell_undelivered(whole(separate_lines=apart), ILL, FATHER, [MOTHER, FATHER, AUNT], NOW, refused=True)

    assert told(tells, AlertUndelivered) == hear
