"""A person: ready once all of consent has been asked and the main point agreed to (SG-01)."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.local_time import at_wall_clock
from bot.domain.people import NOWHERE
from tests.domain.family import person


@pytest.mark.parametrize(
    ("consented", "health_notes", "voice", "ready"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, True, False),
        (True, True, None, False),
        (False, True, True, False),
        (False, None, None, False),
    ],
    ids=["all agreed", "two declined", "health not asked yet", "voice not asked yet", "taken back", "a newcomer"],
)
def test_a_no_to_health_or_voice_is_an_answer_and_a_no_to_the_main_point_is_not_enough(
    consented: bool, health_notes: bool | None, voice: bool | None, ready: bool
) -> None:
    assert person(consented=consented, health_notes=health_notes, voice=voice).is_ready is ready


MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def clock(day: int, hour: int, minute: int = 0) -> datetime:
    """In Anhui, so many days after that Monday."""
    return at_wall_clock(MONDAY.date() + timedelta(days=day), hour * 60 + minute, "Asia/Shanghai")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (clock(0, 21, 59), None),
        (clock(0, 22), clock(1, 7)),
        (clock(1, 6, 59), clock(1, 7)),
        (clock(1, 7), None),
    ],
)
def test_who_has_chosen_nothing_sleeps_at_night_on_their_own_clock(now: datetime, until: datetime | None) -> None:
    assert person(zone="Asia/Shanghai").asleep_until(now) == until
    assert person(zone="Asia/Shanghai").awake_from(now) == (until or now)


def test_who_wants_every_message_or_whose_clock_nobody_knows_is_held_nothing() -> None:
    anytime = person(zone="Asia/Shanghai", quiet_from=0, quiet_until=0)
    assert anytime.asleep_until(clock(0, 3)) is None
    assert person().asleep_until(clock(0, 3)) is None
    assert person(zone=NOWHERE, quiet_from=0, quiet_until=23 * 60).asleep_until(clock(0, 12)) is None
    assert anytime.awake_from(clock(0, 3)) == clock(0, 7)  # and yet three is no hour to propose for a call


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (clock(0, 23), None),  # Monday's night is worked
        (clock(1, 6), None),
        (clock(1, 8, 59), None),
        (clock(1, 9), clock(1, 17)),
        (clock(1, 23), None),  # and Tuesday's
        (clock(2, 16, 59), clock(2, 17)),
        (clock(2, 17), None),
        (clock(2, 22), clock(3, 7)),  # Wednesday's is a night
        (clock(3, 6), clock(3, 7)),
        (clock(3, 10), None),
        (clock(7, 3), clock(7, 7)),  # Sunday's, before the next night at work
    ],
)
def test_who_works_on_mondays_and_tuesdays_at_night_sleeps_on_the_days_after(
    now: datetime, until: datetime | None
) -> None:
    assert person(zone="Asia/Shanghai", work_nights=0b0000011).asleep_until(now) == until
