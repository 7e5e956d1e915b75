"""When a child goes to bed: by age or as the family says, and while somebody is awake to play something."""

from datetime import UTC, datetime

import pytest

from bot.domain.daily.bedtimes import is_awake, minute_of, next_evening
from bot.domain.people import Person

HOME = "Europe/Chisinau"


def somebody(quiet: tuple[int, int] | None = None, *, reachable: bool = True) -> Person:
    start, end = quiet or (None, None)
    return Person(
        id=1,
        telegram_id=1,
        name="Fang",
        language="en",
        zone=HOME,
        country=None,
        consented=True,
        health_notes=True,
        voice=True,
        quiet_from=start,
        quiet_until=end,
        urgent_only=False,
        paused_until=None,
        reachable=reachable,
        teaches=False,
    )


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """On Homeline's clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("chosen", "years", "minute"),
    [(None, 4, 1170), (None, 6, 1230), (None, 11, 1230), (None, 12, 1260), (1320, 4, 1320)],
)
def test_younger_children_go_to_bed_earlier_unless_the_family_says_when(
    chosen: int | None, years: int, minute: int
) -> None:
    assert minute_of(chosen, years) == minute


@pytest.mark.parametrize(
    ("after", "people", "found"),
    [
        (at(23, 12), [somebody()], at(23, 18, 30)),
        (at(23, 18, 30), [somebody()], at(24, 18, 30)),  # not twice in one evening
        (at(23, 12), [somebody((20 * 60, 6 * 60))], at(23, 17, 30)),  # home sleeps early: before that
        (at(23, 12), [somebody((20 * 60, 6 * 60)), somebody()], at(23, 18, 30)),  # one of them is awake
        (at(23, 17, 45), [somebody((20 * 60, 6 * 60))], at(24, 17, 30)),
        (at(23, 12), [somebody((10 * 60, 9 * 60))], at(24, 18, 30)),  # nobody is awake in the evening: as usual
        (at(24, 20, month=10), [somebody()], at(25, 18, 30, month=10)),  # the night in which the clocks went back
    ],
)
def test_the_next_evening_finds_somebody_awake(after: datetime, people: list[Person], found: datetime) -> None:
    assert next_evening(after, 20 * 60 + 30, HOME, people) == found


def test_a_phone_that_is_off_plays_nothing() -> None:
    assert is_awake(at(23, 12), [somebody()])
    assert not is_awake(at(23, 12), [somebody(reachable=False)])
    assert not is_awake(at(23, 23), [somebody()])
    assert not is_awake(at(23, 12), [])
