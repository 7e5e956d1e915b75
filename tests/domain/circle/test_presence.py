"""An account that comes back after a long silence: how long that is, and who can say that it is still them (SG-23)."""

from datetime import date

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.circle.presence import (
    KnownAsked,
    KnownAwaited,
    can_be_asked,
    can_vouch,
    tell_known_asked,
    was_silent_long,
)
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, NOW, adult, circle, told

TODAY = NOW.date().isoformat()


@pytest.mark.parametrize(
    ("seen_on", "long"),
    [(None, False), ("2026-11-23", False), ("2026-09-25", False), ("2026-09-24", True), ("2020-01-01", True)],
    ids=["nobody knows", "today", "59 days", "60 days", "years"],
)
def test_sixty_days_are_a_long_silence(seen_on: str | None, long: bool) -> None:
    assert was_silent_long(seen_on, date(2026, 11, 23)) is long


BACK = adult(FATHER, is_closed=True)


@pytest.mark.parametrize(
    ("around", "seen", "asked", "can"),
    [
        (circle(MOTHER, BACK, GRANDMA), {MOTHER: TODAY, GRANDMA: TODAY}, [MOTHER, GRANDMA], True),
        (circle(MOTHER, BACK), {MOTHER: "2026-01-01"}, [MOTHER], False),
        (circle(MOTHER, BACK), {MOTHER: None}, [MOTHER], False),
        (circle(MOTHER, BACK), {}, [MOTHER], False),
        (circle(adult(MOTHER, is_closed=True), BACK), {MOTHER: TODAY}, [], False),
        (circle(MOTHER, BACK, separate_lines=True), {MOTHER: TODAY}, [], False),
        (circle(MOTHER, BACK, GRANDMA, separate_lines=True), {MOTHER: TODAY, GRANDMA: TODAY}, [GRANDMA], True),
        (circle(BACK), {}, [], False),
    ],
    ids=[
        "two who are here",
        "one who was silent too",
        "one who was never seen",
        "one of whom nothing is known",
        "one who is not known again yet",
        "the other parent, apart",
        "grandmother, apart",
        "nobody",
    ],
)
def test_others_are_asked_who_are_known_themselves_and_see_that_adult(
    around: Circle, seen: dict[int, str | None], asked: list[int], can: bool
) -> None:
    tells = tell_known_asked(around, BACK)

    assert told(tells, KnownAwaited) == [FATHER]
    assert told(tells, KnownAsked) == asked
    assert {each.lane for each in tells if each.to != FATHER} <= {Lane.NOTICE}
    assert can_be_asked(around, BACK, seen, NOW) is can


def test_nobody_vouches_for_themselves_nor_for_who_needs_it_not() -> None:
    around = circle(MOTHER, BACK, AUNT)

    assert can_vouch(around, MOTHER, BACK)
    assert not can_vouch(around, FATHER, BACK)
    assert not can_vouch(around, MOTHER, adult(AUNT))
    assert not can_vouch(around, MOTHER, adult(FATHER, is_closed=True, is_suspended=True))
    assert not can_vouch(circle(MOTHER, BACK, separate_lines=True), MOTHER, BACK)
