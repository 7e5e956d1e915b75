"""Who is told next while an answer is missing, and the weekday on which answers usually come."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.circle.circles import Role
from bot.domain.daily.escalation import (
    Escalation,
    LastKnown,
    NeverAnsweredYet,
    Step,
    StepKind,
    StillNotAnswered,
    come_together,
    escalate,
    first_steps,
    next_step_at,
    steps_for,
    usual_weekday,
)
from bot.domain.notifications import Lane
from tests.domain.family import NOW, adult, circle

HERE = dict.fromkeys((1, 3, 4, 5), "UTC")
FAMILY = circle(adult(1, Role.PARENT), adult(2, Role.GUARDIAN), adult(3, Role.STAND_IN), adult(4, Role.PARENT))


def test_the_escalation_is_a_snapshot_of_the_circle() -> None:
    steps = steps_for(FAMILY, NOW)

    assert [(each.kind, each.people) for each in steps] == [
        (StepKind.STAND_IN, (3,)),
        (StepKind.SOFTLY, (1, 4)),
        (StepKind.PLAINLY, (1, 4)),
    ]
    assert [each.after for each in steps] == [timedelta(), timedelta(hours=6), timedelta(hours=24)]
    assert tuple(Step.load(each.dump()) for each in steps) == steps


def test_a_stand_in_who_was_asked_already_is_no_step() -> None:
    away = circle(adult(2, Role.GUARDIAN, away_until=NOW + timedelta(days=1)), adult(3, Role.STAND_IN))

    assert steps_for(away, NOW)[0].people == ()


@pytest.mark.parametrize(
    ("step", "told", "lane"),
    [(0, [3], Lane.ROUTINE), (1, [1, 4], Lane.ROUTINE), (2, [1, 4], Lane.NOTICE)],
    ids=["stand-in", "softly", "plainly"],
)
def test_each_step_tells_its_people_in_its_lane(step: int, told: list[int], lane: Lane) -> None:
    escalation = Escalation(1, 7, steps_for(FAMILY, NOW), step, (), NOW)

    tells = escalate(escalation, FAMILY, HERE, NOW)

    assert [each.to for each in tells] == told
    assert {each.lane for each in tells} == {lane}


def test_a_step_with_nobody_reachable_tells_nobody() -> None:
    escalation = Escalation(1, 7, steps_for(FAMILY, NOW), 1, (), NOW)
    without = circle(adult(1, Role.PARENT, state="left"), adult(4, Role.PARENT))

    assert escalate(escalation, FAMILY, {}, NOW) == []
    assert [each.to for each in escalate(escalation, without, HERE, NOW)] == [4]


def test_after_the_snapshot_gently_and_plainly_take_turns_for_the_parents_of_that_moment() -> None:
    now_two = circle(adult(2, Role.GUARDIAN), adult(4, Role.PARENT), adult(5, Role.PARENT))
    said = []
    for number in range(2, 7):
        escalation = Escalation(1, 7, steps_for(FAMILY, NOW), number, (), NOW)
        tells = escalate(escalation, now_two, HERE, NOW)
        said.append((type(tells[0].event), tells[0].event.turn, [each.to for each in tells]))  # type: ignore[attr-defined] # both have it
        assert next_step_at(escalation, now_two, tells, NOW) - NOW == timedelta(days=3 if number % 2 else 4)

    assert said == [
        (StillNotAnswered, 0, [4]),
        (LastKnown, 1, [4, 5]),
        (StillNotAnswered, 1, [4, 5]),
        (LastKnown, 2, [4, 5]),
        (StillNotAnswered, 2, [4, 5]),
    ]


@pytest.mark.parametrize(
    ("step", "later", "together"),
    [
        (0, timedelta(), False),  # who steps in reads one card anyway
        (1, timedelta(hours=1.5), True),
        (1, timedelta(hours=1.6), False),
        (2, timedelta(hours=6), True),
        (3, timedelta(days=1), True),
        (3, timedelta(days=1.1), False),
    ],
)
def test_two_children_of_one_home_are_told_of_together_within_a_quarter_of_the_wait(
    step: int, later: timedelta, *, together: bool
) -> None:
    mine = Escalation(1, 7, steps_for(FAMILY, NOW), step, (), NOW)
    other = replace(mine, id=2, child_id=8, next_at=NOW + later)
    elsewhere = circle(adult(1, Role.PARENT), adult(5, Role.GUARDIAN))

    assert come_together(mine, FAMILY, other, FAMILY, NOW) == together
    assert not come_together(mine, FAMILY, other, elsewhere, NOW)
    assert not come_together(mine, FAMILY, replace(other, step=step + 1, next_at=NOW), FAMILY, NOW)


def test_before_the_first_answer_the_same_comes_every_week_in_other_words() -> None:
    for number in range(3):
        escalation = Escalation(1, 7, first_steps(FAMILY, NOW, NOW), number, (), NOW)
        tells = escalate(escalation, FAMILY, HERE, NOW)
        assert [each.event for each in tells] == [NeverAnsweredYet(7, number)] * 2
        assert next_step_at(escalation, FAMILY, tells, NOW) - NOW == timedelta(days=7)


def test_a_step_waits_for_the_day_of_who_reads_it_and_the_next_one_for_that() -> None:
    night = NOW.replace(hour=21)  # 01:00 in Dubai, 05:00 in Shanghai
    escalation = Escalation(1, 7, steps_for(FAMILY, NOW), 1, (), NOW)
    tells = escalate(escalation, FAMILY, {1: "Asia/Dubai", 4: "UTC"}, night)

    assert [each.not_before for each in tells] == [night + timedelta(hours=6), night]
    assert next_step_at(escalation, FAMILY, tells, night) == night + timedelta(hours=6 + 24)


def test_before_the_first_answer_the_parents_are_told_after_48_hours() -> None:
    due_at = NOW - timedelta(hours=24)

    assert first_steps(FAMILY, due_at, NOW) == (Step(StepKind.FIRST, (1, 4), timedelta(hours=24)),)
    assert first_steps(FAMILY, due_at - timedelta(days=9), NOW)[0].after == timedelta()


SUNDAY = date(2026, 11, 22)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("days", "weekday"),
    [
        ([], None),
        ([SUNDAY, SUNDAY - WEEK], None),
        ([SUNDAY, SUNDAY, SUNDAY - WEEK, SUNDAY - 2 * WEEK], 6),
        ([SUNDAY, SUNDAY - WEEK, SUNDAY - 2 * WEEK, SUNDAY - timedelta(days=3)], 6),
        ([SUNDAY - timedelta(days=each) for each in range(14)], None),
    ],
    ids=["never", "too few", "every Sunday", "one other day", "every day"],
)
def test_the_usual_weekday_is_known_only_where_there_is_one(days: list[date], weekday: int | None) -> None:
    assert usual_weekday(days) == weekday
