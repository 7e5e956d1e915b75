"""Around a visit: the days on which something is said, and to whom."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.promises import Promise, PromiseState, next_step
from bot.domain.daily.visits import FirstEvening, tell_first_evening, tell_goodbye
from bot.domain.local_time import local
from tests.domain.family import FATHER, GRANDMA, MOTHER, whole

HOME = "Asia/Shanghai"
DAY = date(2026, 11, 27)
VISIT = Promise(1, 1, 1, True, "", DAY, PromiseState.KEPT, 3)


def noon(days: int) -> datetime:
    """At home, so many days after the visit began."""
    return datetime(2026, 11, 27, 4, tzinfo=UTC) + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "step"),
    [(-4, "11-24 17"), (-1, "11-27 00"), (0, "11-28 12"), (1, "11-29 17"), (2, "11-30 17"), (3, None)],
)
def test_a_visit_has_one_step_a_day_until_the_first_evening_apart(days: int, step: str | None) -> None:
    assert VISIT.leaves == date(2026, 11, 30)
    found = next_step(DAY, noon(days), HOME, VISIT.leaves)
    assert (f"{local(found, HOME):%m-%d %H}" if found else None) == step


def test_the_goodbye_is_the_parents_and_the_first_evening_also_of_who_is_with_the_child() -> None:
    visit = replace(VISIT, made_by=MOTHER)
    assert [each.to for each in tell_goodbye(visit)] == [MOTHER]
    evening, late = (tell_first_evening(whole(separate_lines=True), visit, noon(3).replace(hour=h)) for h in (4, 14))
    assert {each.to for each in evening} >= {MOTHER, GRANDMA}
    assert FATHER not in {each.to for each in evening}
    assert {each.event for each in evening} == {FirstEvening(1)}
    assert {local(each.not_before, HOME).strftime("%d %H") for each in evening if each.not_before} == {"30 19"}
    assert {local(each.not_before, HOME).strftime("%d %H") for each in late if each.not_before} == {"01 19"}
