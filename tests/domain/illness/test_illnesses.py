"""Illness: who comes first, who has answered, when what follows, and until when it can be undone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import (
    Happening,
    Illness,
    IllnessEvent,
    alerted_first,
    ask_next,
    at_home,
    escalation_after,
    has_answered,
    is_relied_on,
    lost_alerts,
    reached,
    since_worse,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, adult, circle, whole

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TEACHER = 50


def thread(**values: object) -> Illness:
    """A thread that was opened now."""
    row = {"id": 1, "child_id": 1, "opened_by": 2, "state": "open", "what": (), "opened_at": NOW, **values}
    return Illness(**row)  # type: ignore[arg-type] # the fields are given by name


@pytest.mark.parametrize(
    ("state", "minutes", "allowed"),
    [("draft", 600, True), ("open", 10, True), ("open", 10.1, False), ("closed", 1, False), ("undone", 1, False)],
)
def test_undo_is_open_until_ten_minutes_after_the_alert(state: str, minutes: float, allowed: bool) -> None:
    found = thread(state=state, alerted_at=None if state == "draft" else NOW)
    assert found.can_undo(NOW + timedelta(minutes=minutes)) is allowed


def test_the_escalation_repeats_brings_stand_ins_and_ends() -> None:
    repeat_at = NOW + timedelta(minutes=15)
    assert escalation_after(thread(escalate_at=repeat_at), repeat_at) == (1, NOW + timedelta(minutes=60))
    assert escalation_after(thread(escalation=1), NOW) == (2, None)
    assert escalation_after(thread(escalation=2), NOW) == (2, None)


def test_after_an_outage_the_stand_ins_are_not_told_in_the_same_breath() -> None:
    late = NOW + timedelta(hours=9)
    assert escalation_after(thread(escalate_at=NOW), late) == (1, late + timedelta(minutes=15))


@pytest.mark.parametrize(
    ("zone", "asked", "morning"),
    [
        ("Asia/Shanghai", (2026, 11, 23, 12, 0), (2026, 11, 24, 0, 0)),
        ("Asia/Shanghai", (2026, 11, 23, 18, 0), (2026, 11, 24, 0, 0)),
        ("Asia/Shanghai", (2026, 11, 23, 23, 30), (2026, 11, 25, 0, 0)),
        ("Europe/Chisinau", (2027, 3, 27, 20, 0), (2027, 3, 28, 5, 0)),
        ("Europe/Chisinau", (2026, 10, 24, 20, 0), (2026, 10, 25, 6, 0)),
        ("America/New_York", (2026, 11, 1, 0, 0), (2026, 11, 1, 13, 0)),
    ],
)
def test_next_morning_is_eight_on_the_childs_clock(
    zone: str, asked: tuple[int, int, int, int, int], morning: tuple[int, int, int, int, int]
) -> None:
    assert ask_next(datetime(*asked, tzinfo=UTC), zone) == datetime(*morning, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opened_by", "first"),
    [
        (GRANDMA, [MOTHER, FATHER, GRANDPA]),
        (AUNT, [MOTHER, FATHER, GRANDMA, GRANDPA]),
        (TEACHER, [GRANDMA, GRANDPA, MOTHER, FATHER]),
        (None, [MOTHER, FATHER, GRANDMA, GRANDPA]),
    ],
    ids=["from home", "from the stand-in", "from school, home first", "from nobody who is known any more"],
)
def test_the_alert_goes_to_the_parents_and_the_other_guardians_and_never_to_who_tapped(
    opened_by: int | None, first: list[int]
) -> None:
    assert alerted_first(whole(), opened_by) == first


@pytest.mark.parametrize(
    ("opened_by", "reachable", "found"),
    [
        (GRANDMA, {MOTHER}, True),
        (GRANDMA, {GRANDPA, AUNT}, False),
        (GRANDMA, set(), False),
        (TEACHER, {GRANDPA}, True),
        (TEACHER, {FATHER}, True),
        (TEACHER, {AUNT}, False),
    ],
    ids=["a parent", "no parent", "nobody", "school finds home", "school finds a parent", "school finds neither"],
)
def test_an_alert_has_reached_somebody_when_a_parent_or_from_school_home_can_read_it(
    opened_by: int, reachable: set[int], found: bool
) -> None:
    assert reached(whole(), opened_by, reachable) is found


def events(*happened: tuple[int, str]) -> list[IllnessEvent]:
    return [IllnessEvent(place, 1, who, NOW, Happening(what), {}) for place, (who, what) in enumerate(happened, 1)]


@pytest.mark.parametrize(
    ("happened", "answered", "lost"),
    [
        (events(), set(), set()),
        (events((MOTHER, "seen"), (FATHER, "called")), {MOTHER, FATHER}, set()),
        (events((MOTHER, "calling")), set(), set()),
        (events((MOTHER, "seen"), (GRANDMA, "worse")), set(), set()),
        (events((MOTHER, "seen"), (TEACHER, "school"), (FATHER, "seen")), {FATHER}, set()),
        (events((FATHER, "undelivered"), (MOTHER, "seen")), {MOTHER}, {FATHER}),
        (events((FATHER, "undelivered"), (GRANDMA, "worse")), set(), set()),
    ],
    ids=[
        "nothing yet",
        "seen and talked",
        "calling is not yet talking",
        "worse asks everybody anew",
        "so does the school",
        "one was lost",
        "a newer alert went out since",
    ],
)
def test_only_what_followed_the_newest_alert_counts(
    happened: list[IllnessEvent], answered: set[int], lost: set[int]
) -> None:
    assert has_answered(happened) == answered
    assert lost_alerts(happened) == lost
    assert len(since_worse(happened)) <= len(happened)


@pytest.mark.parametrize(
    ("opened_by", "relied_on"),
    [(GRANDMA, [MOTHER, FATHER, AUNT]), (TEACHER, [MOTHER, FATHER, GRANDMA, GRANDPA, AUNT])],
    ids=["from home", "from school"],
)
def test_home_waits_for_the_others_and_the_school_for_home_too(opened_by: int, relied_on: list[int]) -> None:
    around = whole()

    assert [each.person_id for each in around.active if is_relied_on(around, opened_by, each)] == relied_on


@pytest.mark.parametrize(
    ("around", "opened_by", "spoken_with"),
    [
        (whole(), GRANDMA, [GRANDMA]),
        (whole(), AUNT, [AUNT]),
        (whole(), TEACHER, [GRANDMA, GRANDPA]),
        (circle(MOTHER, adult(GRANDMA, state="left"), GRANDPA, AUNT), GRANDMA, [GRANDPA]),
        (circle(MOTHER, adult(GRANDMA, state="left"), AUNT), GRANDMA, [AUNT]),
        (circle(MOTHER, adult(GRANDMA, state="left")), GRANDMA, []),
    ],
    ids=["who opened it", "a stand-in who did", "from school", "they have left", "the stand-in is there", "nobody"],
)
def test_home_is_whoever_opened_it_and_else_whoever_can_be_asked(
    around: Circle, opened_by: int, spoken_with: list[int]
) -> None:
    assert at_home(around, thread(opened_by=opened_by), NOW) == spoken_with


@pytest.mark.parametrize(
    ("seconds", "state", "waits"),
    [(60, "draft", False), (61, "draft", True), (61, "open", False), (None, "draft", False)],
    ids=["leaves by itself", "begun while nothing is shared", "it has left", "no time yet"],
)
def test_only_what_was_begun_while_nothing_is_shared_waits_for_a_tap(
    seconds: int | None, state: str, waits: bool
) -> None:
    alert_at = None if seconds is None else NOW + timedelta(seconds=seconds)

    assert thread(state=state, alert_at=alert_at).waits_for_choice is waits


@pytest.mark.parametrize(
    ("state", "outcome", "running", "unknown"),
    [
        ("draft", None, True, False),
        ("open", None, True, False),
        ("closed", "better", False, False),
        ("closed", "doctor", False, False),
        ("closed", "stopped", False, False),
        ("closed", "unknown", False, True),
        ("undone", None, False, False),
    ],
)
def test_a_thread_runs_until_it_is_closed_and_only_a_silence_leaves_its_end_unknown(
    state: str, outcome: str | None, running: bool, unknown: bool
) -> None:
    found = thread(state=state, outcome=outcome)

    assert (found.is_running, found.is_unknown) == (running, unknown)
    assert found.lacks_all_clear is (state == "closed" and outcome != "better")
