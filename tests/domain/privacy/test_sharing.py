"""Sharing is stopped: who starts it again, who may ask for that, and who hears of it (SG-12)."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.people import Person
from bot.domain.privacy.sharing import (
    SharingResumed,
    SharingStopped,
    SharingToResume,
    can_resume_alone,
    may_ask_to_resume,
    may_resume,
    tell_resumed,
    tell_stopped,
    tell_to_resume,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, person, told, whole

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
STOPPED = {"sharing_stopped": True, "sharing_stopped_by": MOTHER}


def stopped(*adults: object) -> Circle:
    return circle(*adults, sharing_stopped=True, sharing_stopped_by=MOTHER)  # type: ignore[arg-type] # numbers and members


@pytest.mark.parametrize("who", [MOTHER, FATHER, GRANDMA, AUNT])
def test_who_stopped_it_starts_it_again_and_nobody_else_alone(who: int) -> None:
    assert may_resume(stopped(*(MOTHER, FATHER, GRANDMA, AUNT)), who) is (who == MOTHER)
    assert not may_resume(circle(MOTHER, FATHER, sharing_stopped_by=MOTHER), who)


@pytest.mark.parametrize(
    ("around", "author", "can"),
    [
        (stopped(MOTHER, GRANDMA), person(), True),
        (stopped(MOTHER, GRANDMA), person(seen_on="2026-09-25"), True),
        (stopped(MOTHER, GRANDMA), person(seen_on="2026-09-24"), False),
        (stopped(MOTHER, GRANDMA), person(unreachable_since=NOW - 30 * DAY + MOMENT), True),
        (stopped(MOTHER, GRANDMA), person(unreachable_since=NOW - 30 * DAY), False),
        (stopped(adult(MOTHER, is_closed=True), GRANDMA), person(), False),
        (stopped(adult(MOTHER, is_suspended=True), GRANDMA), person(), False),
        (stopped(adult(MOTHER, is_removed=True), GRANDMA), person(), False),
        (stopped(adult(MOTHER, state="left"), GRANDMA), person(), False),
        (stopped(GRANDMA), None, False),
    ],
    ids=[
        "here",
        "silent for 59 days",
        "silent for 60",
        "lost for less than a month",
        "lost for a month",
        "not known again yet",
        "held",
        "put out",
        "gone",
        "erased",
    ],
)
def test_its_author_could_lift_it_unless_closed_out_silent_or_lost_for_long(
    around: Circle, author: Person | None, can: bool
) -> None:
    assert can_resume_alone(around, author, NOW) is can


@pytest.mark.parametrize(
    ("who", "place", "may"),
    [
        (GRANDMA, {}, True),
        (AUNT, {}, True),
        (MOTHER, {}, False),
        (GRANDMA, {"is_new": True}, False),
        (GRANDMA, {"is_closed": True}, False),
        (GRANDMA, {"is_suspended": True}, False),
    ],
    ids=["a guardian", "a stand-in", "its author", "who came today", "who is not known yet", "who is held"],
)
def test_any_other_adult_who_may_agree_to_anything_may_ask(who: int, place: dict[str, Any], may: bool) -> None:
    me = adult(who, **place)

    assert may_ask_to_resume(stopped(MOTHER, me), me) is may
    assert not may_ask_to_resume(circle(MOTHER, me), me)


def test_everybody_else_reads_it_also_on_separate_lines() -> None:
    around = whole(separate_lines=True, **STOPPED)

    assert told(tell_stopped(around, MOTHER), SharingStopped) == [FATHER, GRANDMA, GRANDPA, AUNT]
    assert told(tell_resumed(around, MOTHER), SharingResumed) == [FATHER, GRANDMA, GRANDPA, AUNT]
    assert told(tell_resumed(around, None), SharingResumed) == [MOTHER, FATHER, GRANDMA, GRANDPA, AUNT]


@pytest.mark.parametrize(
    ("author", "reads"),
    [
        (adult(MOTHER), False),
        (adult(MOTHER, is_suspended=True), True),
        (adult(MOTHER, is_removed=True), True),
        (adult(MOTHER, is_closed=True), True),
        (adult(MOTHER, state="left"), False),
    ],
    ids=["here, and asked", "held", "put out", "not known again yet", "gone"],
)
def test_its_author_whose_place_is_closed_reads_when_it_begins_again(author: object, reads: bool) -> None:
    tells = tell_to_resume(stopped(author, GRANDMA), NOW + DAY)

    assert told(tells, SharingToResume) == ([MOTHER] if reads else [])
    assert [(each.event.number, each.event.at) for each in tells if isinstance(each.event, SharingToResume)] == (
        [("7-10", NOW + DAY)] if reads else []
    )
