"""When something hard may be going on: when the writer is asked again, and until when a text waits."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.privacy.crisis import good_moment, is_last_asking, kept_until, next_asking
from tests.domain.family import NOW, person

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)


def test_sg_27_a_text_waits_for_ninety_days_and_no_longer() -> None:
    assert kept_until(NOW) == NOW + 90 * DAY


@pytest.mark.parametrize(
    ("after", "last"),
    [(DAY, False), (83 * DAY - MOMENT, False), (83 * DAY, True), (90 * DAY, True)],
    ids=["after a day", "before the last week", "a week before it goes", "when it goes"],
)
def test_sg_27_its_writer_is_asked_once_more_a_week_before_it_goes(after: timedelta, last: bool) -> None:
    assert is_last_asking(NOW, NOW + after) is last
    assert next_asking(NOW, NOW + after) == (None if last else NOW + 83 * DAY)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "hushed", "quiet", "then"),
    [
        ("2026-11-23T08:00", None, (None, None), "2026-11-23T08:00"),
        ("2026-11-23T08:00", "2026-11-23T10:00", (None, None), "2026-11-23T10:00"),
        ("2026-11-23T08:00", "2026-11-22T10:00", (None, None), "2026-11-23T08:00"),
        ("2026-11-23T08:00", "2026-11-23T14:00", (None, None), "2026-11-24T00:00"),
        ("2026-11-23T14:00", None, (None, None), "2026-11-24T00:00"),
        ("2026-11-23T08:00", None, (9 * 60, 17 * 60), "2026-11-23T09:00"),
        ("2026-11-23T14:00", None, (22 * 60, 9 * 60), "2026-11-24T01:00"),
    ],
    ids=[
        "by day",
        "when the hush ends",
        "the hush is over",
        "the hush ends at night",
        "at night",
        "who sleeps by day",
        "who sleeps longer",
    ],
)
def test_sg_27_nobody_is_asked_about_their_own_words_at_night_or_in_the_hush(
    now: str, hushed: str | None, quiet: tuple[int | None, int | None], then: str
) -> None:
    until = utc(hushed) if hushed else None
    writer = person(zone="Asia/Shanghai", hushed_until=until, quiet_from=quiet[0], quiet_until=quiet[1])

    assert good_moment(writer, utc(now)) == utc(then)
