"""Ill at school: home first, then the parents; what the teacher may end or take back, and what they hear."""

from datetime import timedelta

import pytest

from bot.domain.illness.illnesses import Illness, IllnessState
from bot.domain.notifications import Lane
from bot.domain.school.school_illness import (
    SchoolIllnessNews,
    SchoolIllnessShown,
    can_end,
    can_undo,
    concerned,
    everybody,
    is_plain,
    tell_news,
    whats,
)
from bot.domain.school.school_words import WordState
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, told, whole
from tests.domain.school.builders import COLLEAGUE, TEACHER, word


def thread(opened_by: int = TEACHER, state: IllnessState = IllnessState.OPEN) -> Illness:
    return Illness(1, 7, opened_by, state, ("fever",), NOW)


def test_home_comes_first_then_the_parents_then_who_was_told_already_each_once() -> None:
    assert everybody(whole(), []) == [GRANDMA, GRANDPA, MOTHER, FATHER]
    assert everybody(whole(), [MOTHER, AUNT]) == [GRANDMA, GRANDPA, MOTHER, FATHER, AUNT]
    assert sorted(concerned(whole())) == [MOTHER, FATHER, GRANDMA, GRANDPA]


@pytest.mark.parametrize(
    ("body", "tapped", "plain"),
    [({}, [], False), ({"what": ["fever"]}, ["fever"], False), ({"what": ["call"]}, ["call"], True)],
    ids=["nothing yet", "fever", "please call"],
)
def test_without_health_notes_only_a_wish_for_a_call_is_passed_on(
    body: dict[str, list[str]], tapped: list[str], plain: bool
) -> None:
    assert whats(word("ill", body=body)) == tapped
    assert is_plain(word("ill", body=body)) is plain


@pytest.mark.parametrize(
    ("found", "alone", "can"),
    [
        (thread(), True, True),
        (thread(), False, False),
        (thread(GRANDMA), True, False),
        (thread(COLLEAGUE), True, False),
        (thread(state=IllnessState.DRAFT), True, False),
        (thread(state=IllnessState.CLOSED), True, False),
    ],
    ids=["their own", "somebody else has spoken", "home's", "a colleague's", "not sent yet", "over"],
)
def test_a_teacher_ends_only_a_thread_of_their_own_in_which_nobody_else_has_spoken(
    found: Illness, alone: bool, can: bool
) -> None:
    assert can_end(word("ill"), found, alone=alone) is can


@pytest.mark.parametrize(
    ("state", "found", "minutes", "alone", "can"),
    [
        (WordState.DRAFT, None, 600, True, True),
        (WordState.DRAFT, thread(state=IllnessState.DRAFT), 600, False, True),
        (WordState.SENT, None, 0, True, False),
        (WordState.SENT, thread(), 10, True, True),
        (WordState.SENT, thread(), 10.1, True, False),
        (WordState.SENT, thread(), 1, False, False),
        (WordState.SENT, thread(GRANDMA), 1, True, False),
    ],
    ids=["a draft", "a draft in home's thread", "no thread", "in time", "too late", "somebody has spoken", "home's"],
)
def test_it_is_taken_back_before_the_alert_and_for_ten_minutes_while_it_is_theirs_alone(
    state: WordState, found: Illness | None, minutes: float, alone: bool, can: bool
) -> None:
    assert can_undo(word("ill", state=state), found, NOW + timedelta(minutes=minutes), alone=alone) is can


@pytest.mark.parametrize(("news", "lane"), [("seen", Lane.URGENT), ("nobody", Lane.URGENT), ("better", Lane.NOTICE)])
def test_whoever_teaches_now_hears_it_and_better_can_wait_for_office_hours(news: str, lane: Lane) -> None:
    tells = tell_news(word("ill"), news, TEACHER)

    assert [(each.to, each.lane) for each in tells if isinstance(each.event, SchoolIllnessNews)] == [(TEACHER, lane)]
    assert told(tells, SchoolIllnessShown) == [TEACHER]
    assert told(tell_news(word("ill"), news, COLLEAGUE), SchoolIllnessNews) == [COLLEAGUE]
    assert told(tell_news(word("ill"), news, COLLEAGUE), SchoolIllnessShown) == []
