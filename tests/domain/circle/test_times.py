"""When a child is asked about once its time has changed: never twice on one day at home."""

from datetime import UTC, datetime

import pytest

from bot.domain.circle.times import PLACES, SlotChanged, next_after_change, tell_slot_changed
from bot.domain.countries import ZONES
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, told, whole


@pytest.mark.parametrize(
    ("now", "clock", "zone", "asked", "then"),
    [
        ("2026-11-23T08:00", (18, 0), "Asia/Shanghai", False, "2026-11-23T10:00"),
        ("2026-11-23T10:00", (18, 0), "Asia/Shanghai", False, "2026-11-24T10:00"),
        ("2026-11-23T08:00", (7, 30), "Asia/Shanghai", False, "2026-11-23T23:30"),
        ("2026-11-23T08:00", (18, 0), "Asia/Shanghai", True, "2026-11-24T10:00"),
        ("2026-11-23T16:30", (18, 0), "Asia/Shanghai", True, "2026-11-25T10:00"),
        ("2026-10-24T08:00", (18, 0), "Europe/Chisinau", True, "2026-10-25T16:00"),
        ("2027-03-27T08:00", (18, 0), "Europe/Chisinau", True, "2027-03-28T15:00"),
    ],
    ids=[
        "later today",
        "this very minute is over",
        "that hour was over today",
        "asked today already",
        "after midnight at home, asked already",
        "over the long night",
        "over the short night",
    ],
)
def test_a_child_is_asked_about_at_the_new_time_and_once_a_day(
    now: str, clock: tuple[int, int], zone: str, asked: bool, then: str
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = next_after_change(at, clock[0] * 60 + clock[1], zone, asked_today=asked)

    assert found == datetime.fromisoformat(then).replace(tzinfo=UTC)


def test_the_other_adults_read_it_in_one_message() -> None:
    tells = tell_slot_changed(whole(), MOTHER)

    assert told(tells, SlotChanged) == [FATHER, GRANDMA, GRANDPA, AUNT]
    assert {(each.card, each.lane) for each in tells} == {("slot:7", Lane.ROUTINE)}


def test_every_country_is_offered_once_to_who_has_moved() -> None:
    assert sorted(PLACES) == sorted(ZONES)
