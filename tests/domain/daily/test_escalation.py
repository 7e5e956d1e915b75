"""The rungs of the ladder, and the rhythm of answers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.circle.circles import Child, Circle, Member, Role
from bot.domain.daily.check_ins import due, grace_from
from bot.domain.daily.escalation import Ladder, Rung, Step, climb, first_steps, steps_for, usual_weekday
from bot.domain.notifications import Lane

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHILD = Child(7, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, separate_lines=False, slot="evening", minute=1090)


def member(person: int, role: Role, *, state: str = "active", away: datetime | None = None) -> Member:
    return Member(person, 7, person, role, "other", "X", state, role == Role.GUARDIAN, NOW, away)


def circle(*members: Member) -> Circle:
    return Circle(CHILD, members)


FAMILY = circle(member(1, Role.PARENT), member(2, Role.GUARDIAN), member(3, Role.STAND_IN), member(4, Role.PARENT))


def test_the_ladder_is_a_snapshot_of_the_circle() -> None:
    steps = steps_for(FAMILY, NOW)

    assert [(each.rung, each.people) for each in steps] == [
        (Rung.STAND_IN, (3,)),
        (Rung.SOFTLY, (1, 4)),
        (Rung.PLAINLY, (1, 4)),
    ]
    assert [each.after for each in steps] == [timedelta(), timedelta(hours=6), timedelta(hours=24)]
    assert tuple(Step.load(each.dump()) for each in steps) == steps


def test_a_stand_in_who_was_asked_already_is_no_rung() -> None:
    away = circle(member(2, Role.GUARDIAN, away=NOW + timedelta(days=1)), member(3, Role.STAND_IN))

    assert steps_for(away, NOW)[0].people == ()


@pytest.mark.parametrize(
    ("rung", "told", "lane"),
    [(0, [3], Lane.ROUTINE), (1, [1, 4], Lane.ROUTINE), (2, [1, 4], Lane.NOTICE)],
    ids=["stand-in", "softly", "plainly"],
)
def test_each_rung_tells_its_people_in_its_lane(rung: int, told: list[int], lane: Lane) -> None:
    ladder = Ladder(1, 7, steps_for(FAMILY, NOW), rung, (), NOW)

    tells = climb(ladder, FAMILY, {1, 3, 4})

    assert [each.to for each in tells] == told
    assert {each.lane for each in tells} == {lane}


def test_a_rung_with_nobody_reachable_tells_nobody() -> None:
    ladder = Ladder(1, 7, steps_for(FAMILY, NOW), 1, (), NOW)
    without = circle(member(1, Role.PARENT, state="left"), member(4, Role.PARENT))

    assert climb(ladder, FAMILY, set()) == []
    assert [each.to for each in climb(ladder, without, {1, 4})] == [4]


def test_before_the_first_answer_the_parents_are_told_after_48_hours() -> None:
    due_at = NOW - timedelta(hours=24)

    assert first_steps(FAMILY, due_at, NOW) == (Step(Rung.FIRST, (1, 4), timedelta(hours=24)),)
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


@pytest.mark.parametrize(
    ("zone", "day", "minute", "due_at"),
    [
        ("Europe/Chisinau", date(2026, 3, 28), 18 * 60, "2026-03-28T16:00"),
        ("Europe/Chisinau", date(2026, 3, 29), 18 * 60, "2026-03-29T15:00"),
        ("Europe/Chisinau", date(2026, 3, 29), 2 * 60 + 30, "2026-03-29T00:30"),
        ("Europe/Chisinau", date(2026, 10, 24), 18 * 60, "2026-10-24T15:00"),
        ("Europe/Chisinau", date(2026, 10, 25), 18 * 60, "2026-10-25T16:00"),
        ("America/Mexico_City", date(2026, 3, 8), 18 * 60, "2026-03-09T00:00"),
        ("Asia/Shanghai", date(2026, 10, 25), 18 * 60, "2026-10-25T10:00"),
    ],
    ids=[
        "the evening before the short night",
        "the evening after the short night",
        "a minute that the clocks skip",
        "the evening before the long night",
        "the evening after the long night",
        "a country without summer time",
        "a country that never had it",
    ],
)
def test_grace_is_added_to_the_instant_and_not_to_the_wall_clock(
    zone: str, day: date, minute: int, due_at: str
) -> None:
    wanted = datetime.fromisoformat(due_at).replace(tzinfo=UTC)

    found = due(day, minute, zone)

    assert found == wanted
    assert grace_from(found, []) == wanted + timedelta(hours=24)


@pytest.mark.parametrize(
    ("delays", "grace"),
    [
        ([], 24),
        ([100, 100], 24),
        ([1, 2, 1, 2, 1, 1, 2, 2, 1, 1, 2, 1], 24),
        ([1, 1, 1, 1, 1, 96, 1, 1, 1, 1, 1, 1], 24),
        ([0, 24, 48, 72, 96, 120, 144], 192),
        ([0, 24, 48, 72, 96, 120, 144, 0, 24, 48, 72, 96], 192),
        ([240] * 12, 9 * 24),
    ],
    ids=["no answer yet", "too few", "at once", "one late day", "weekly once", "weekly", "never more than nine days"],
)
def test_grace_is_learned_from_real_answers(delays: list[int], grace: int) -> None:
    found = grace_from(NOW, [timedelta(hours=each) for each in delays])

    assert found == NOW + timedelta(hours=grace)
