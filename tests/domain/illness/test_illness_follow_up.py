"""What becomes of an illness: what is asked, answered and added."""

import pytest

from bot.domain.illness.illness_follow_up import (
    IllnessAnswered,
    IllnessAsked,
    IllnessFellSilent,
    NotePassedOn,
    tell_answered,
    tell_asked,
    tell_fell_silent,
    tell_note,
)
from bot.domain.illness.illnesses import Happening, Illness, IllnessEvent, IllnessState
from bot.domain.notifications import Lane
from tests.domain.family import FATHER, GRANDMA, GRANDPA, MOTHER, NOW, heard, told, whole

ILL = Illness(1, 7, GRANDMA, IllnessState.OPEN, ("fever",), NOW)


def test_an_answer_wakes_nobody_and_the_alert_itself_follows() -> None:
    said = [each for each in tell_answered(ILL, 5, [MOTHER, FATHER]) if isinstance(each.event, IllnessAnswered)]

    assert heard(said) == [(MOTHER, "IllnessAnswered", Lane.NOTICE), (FATHER, "IllnessAnswered", Lane.NOTICE)]
    assert all(each.soon for each in said)
    assert [each.to for each in tell_answered(ILL, 5, [MOTHER]) if each.edits_card] == [MOTHER]


def test_home_is_asked_in_one_message_that_waits_for_the_morning() -> None:
    tells = tell_asked(whole(), ILL, 5, NOW)

    assert told(tells, IllnessAsked) == [GRANDMA]
    assert [(each.lane, each.card) for each in tells] == [(Lane.NOTICE, "illness_ask:1")]


def test_after_a_long_silence_each_reads_once_that_nobody_asks_any_more() -> None:
    assert told(tell_fell_silent(ILL, [MOTHER, GRANDPA], [GRANDPA, GRANDMA]), IllnessFellSilent) == [
        MOTHER,
        GRANDPA,
        GRANDMA,
    ]


@pytest.mark.parametrize(
    ("kind", "messages"), [("voice", [False]), ("photo", [False]), ("text", [False]), ("video_note", [True, False])]
)
def test_a_round_film_carries_no_words_so_they_come_before_it(kind: str, messages: list[bool]) -> None:
    event = IllnessEvent(5, 1, GRANDMA, NOW, Happening.VOICE, {"kind": kind})
    tells = tell_note(ILL, event, [MOTHER])

    assert [each.event.words for each in tells if isinstance(each.event, NotePassedOn)] == messages
    assert {(each.to, each.lane) for each in tells} == {(MOTHER, Lane.URGENT)}
