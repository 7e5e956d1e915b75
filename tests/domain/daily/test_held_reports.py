"""A hard report waits for who gave it, and never for ever."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.daily.check_ins import CheckIn, CheckInState, Face
from bot.domain.daily.held_reports import TalkWished, can_be_asked, may_wait_on, tell_wish, waits_for_choice
from bot.domain.notifications import Lane
from bot.domain.people import Person
from tests.domain.family import FATHER, GRANDMA, MOTHER, NOW, adult, circle, whole

KEPT = CheckIn(3, 7, "2026-11-23", "evening", CheckInState.ANSWERED, NOW, NOW, GRANDMA, Face.SAD, held="kept")
ME = Person(GRANDMA, 1, "Fang", "en", "Asia/Shanghai", None, True, True, True, None, None, False, None, True, False)
LATER = NOW + timedelta(days=3)


@pytest.mark.parametrize(
    ("around", "face", "ill", "waits"),
    [
        (whole(), Face.SAD, False, True),
        (whole(), Face.HARD, False, False),
        (whole(), Face.CALL, False, False),
        (whole(), Face.SAD, True, False),  # what is told of an ill child is told now
        (circle(GRANDMA), Face.SAD, False, False),  # nobody is there to tell
    ],
)
def test_the_hardest_face_alone_waits_and_only_where_there_is_a_parent_and_no_illness(
    around: Circle, face: Face, ill: bool, waits: bool
) -> None:
    assert waits_for_choice(around, face, ill=ill) is waits


def test_the_parents_read_that_somebody_would_like_to_talk_and_nobody_else_does() -> None:
    tells = tell_wish(whole(), adult(GRANDMA), KEPT)

    assert {each.to for each in tells} == {MOTHER, FATHER}
    assert {each.event for each in tells} == {TalkWished(7, 3, GRANDMA)}
    assert {(each.lane, each.written) for each in tells} == {(Lane.NOTICE, True)}


@pytest.mark.parametrize(("hours", "waits"), [(12, True), (36, True), (48, True), (49, False), (60, False)])
def test_not_yet_keeps_it_for_two_days_at_most(hours: int, waits: bool) -> None:
    assert may_wait_on(KEPT, NOW + timedelta(hours=hours)) is waits


@pytest.mark.parametrize(
    ("who", "around", "ill", "asked"),
    [
        (ME, whole(), False, True),
        (ME, whole(), True, False),
        (replace(ME, urgent_only=True), whole(), False, False),
        (replace(ME, paused_until=LATER), whole(), False, False),
        (replace(ME, paused_until=NOW - timedelta(days=1)), whole(), False, True),
        (replace(ME, reachable=False), whole(), False, False),
        (ME, circle(MOTHER), False, False),  # she has left
        (ME, replace(whole(), child=replace(whole().child, paused_until=LATER)), False, False),
        (ME, circle(MOTHER, replace(adult(GRANDMA), away_until=LATER)), False, False),
        (ME, circle(MOTHER, replace(adult(GRANDMA), is_suspended=True)), False, False),
    ],
)
def test_who_cannot_be_asked_keeps_nothing(who: Person, around: Circle, ill: bool, asked: bool) -> None:
    assert can_be_asked(around, who, NOW, ill=ill) is asked
