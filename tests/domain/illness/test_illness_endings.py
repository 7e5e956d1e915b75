"""Three ways in which an illness ends; only one of them says that the child is better."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.illness.illness_endings import (
    SAID,
    IllnessClosed,
    IllnessReopened,
    can_reopen,
    is_no_time_to_play,
    rests_on,
    tell_end,
    tell_reopened,
)
from bot.domain.illness.illness_follow_up import AllClear
from bot.domain.illness.illnesses import Happening, Illness, IllnessEvent, IllnessState, Outcome
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, told

ILL = Illness(1, 7, GRANDMA, IllnessState.OPEN, ("fever",), NOW)
EVERYBODY = (MOTHER, FATHER, GRANDMA, GRANDPA, AUNT)


def over(outcome: str | None, state: str = "closed") -> Illness:
    return replace(ILL, state=IllnessState(state), outcome=Outcome(outcome) if outcome else None, closed_at=NOW)


@pytest.mark.parametrize(
    ("by", "alerted", "here", "hear"),
    [
        (GRANDMA, [MOTHER, FATHER], EVERYBODY, [MOTHER, FATHER]),
        (MOTHER, [MOTHER, FATHER], EVERYBODY, [FATHER, GRANDMA]),
        (GRANDPA, [MOTHER], EVERYBODY, [MOTHER, GRANDMA]),
        (GRANDMA, [MOTHER, FATHER], (MOTHER, GRANDMA), [MOTHER]),
        (MOTHER, [MOTHER], (MOTHER, FATHER), []),
        (GRANDMA, [], EVERYBODY, []),
    ],
    ids=[
        "those who were alerted",
        "and who opened it",
        "who ends it need not have opened it",
        "not who has left",
        "who opened it has left",
        "nobody had been alerted",
    ],
)
def test_each_end_and_that_it_is_taken_back_reach_exactly_those_who_were_alerted_and_who_opened_it(
    by: int, alerted: Sequence[int], here: Sequence[int], hear: list[int]
) -> None:
    ends = {each: tell_end(ILL, each, adult(by), alerted, here) for each in SAID}
    back = tell_reopened(ILL, adult(by), alerted, here)

    assert told(ends[Outcome.BETTER], AllClear) == hear
    assert [told(ends[each], IllnessClosed) for each in (Outcome.DOCTOR, Outcome.STOPPED)] == [hear, hear]
    assert told([*ends[Outcome.DOCTOR], *ends[Outcome.STOPPED], *back], AllClear) == []
    assert told(back, IllnessReopened) == hear
    assert {each.lane for tells in (*ends.values(), back) for each in tells} <= {Lane.URGENT}


@pytest.mark.parametrize(
    ("by", "minutes", "can"),
    [(GRANDMA, 10, True), (GRANDMA, 11, False), (GRANDPA, 0, False), (None, 0, False)],
    ids=["who ended it", "too late", "somebody else", "nobody did"],
)
def test_only_who_has_ended_it_takes_that_back_and_only_for_some_minutes(
    by: int | None, minutes: int, *, can: bool
) -> None:
    end = IllnessEvent(5, 1, GRANDMA, NOW, Happening.STOPPED, {}) if by else None

    assert can_reopen(over("stopped"), end, by or GRANDMA, NOW + timedelta(minutes=minutes)) is can
    assert not can_reopen(ILL, end, GRANDMA, NOW)


@pytest.mark.parametrize("outcome", [*Outcome])
def test_only_who_comes_from_the_doctor_rests_for_the_rest_of_that_day(outcome: Outcome) -> None:
    evening = replace(over(outcome), closed_at=NOW.replace(day=23, hour=17))  # past midnight in Shanghai

    assert rests_on(evening, date(2026, 11, 24), "Asia/Shanghai") is (outcome == Outcome.DOCTOR)
    assert not rests_on(evening, date(2026, 11, 23), "Asia/Shanghai")
    assert not rests_on(None, date(2026, 11, 24), "Asia/Shanghai")


@pytest.mark.parametrize(
    ("newest", "said", "days", "none"),
    [
        (None, set(), 0, False),
        (ILL, {"well"}, 0, True),
        (over("better"), set(), 0, False),
        (over(None, "undone"), set(), 0, False),
        (over("doctor"), set(), 1, True),
        (over("stopped"), {"hard", "call"}, 1, True),
        (over("unknown"), set(), 6, True),
        (over("doctor"), {"hard", "well"}, 1, False),
        (over("stopped"), {"usual"}, 1, False),
        (over("stopped"), set(), 7, False),
    ],
    ids=[
        *("never ill", "ill", "better", "by mistake", "resting", "asked about no more", "silence"),
        *("well again", "as usual again", "long ago"),
    ],
)
def test_nothing_cheerful_comes_until_somebody_has_said_that_all_is_well(
    newest: Illness | None, said: set[str], days: int, *, none: bool
) -> None:
    assert is_no_time_to_play(newest, said, NOW + timedelta(days=days)) is none
