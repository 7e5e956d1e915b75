"""A family that is gone: after a year and a half it is asked twice, a month apart, and then erased (SG-06)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.privacy.idle import erased_at, idle_at


@pytest.mark.parametrize(
    ("last", "idle"),
    [
        (date(2026, 1, 1), datetime(2027, 7, 3, tzinfo=UTC)),
        (date(2026, 12, 31), datetime(2028, 7, 1, tzinfo=UTC)),
        (date(2024, 2, 29), datetime(2025, 8, 30, tzinfo=UTC)),
    ],
    ids=["new year", "over a leap day", "from a leap day"],
)
def test_sg_06_a_family_is_gone_after_a_year_and_a_half(last: date, idle: datetime) -> None:
    assert idle_at(last) == idle


@pytest.mark.parametrize(("asked", "days"), [(0, 60), (1, 30)], ids=["the first question", "the second"])
def test_sg_06_each_question_leaves_a_month(asked: int, days: int) -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert erased_at(now, asked) == now + timedelta(days=days)
