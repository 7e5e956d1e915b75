"""Which idea, and when."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.circle.circles import Child
from bot.domain.daily.ideas import IdeaCard, choose, is_birthday_time, next_offer, week_of
from bot.domain.local_time import local


def card(name: str, week: int, *, fits: str = "", skip: str = "", band: str = "6-9") -> IdeaCard:
    """A card of the plan."""
    return IdeaCard(name, week, band, "theme", frozenset(skip.split()), frozenset(fits.split()), (), False)


PLAN = (
    card("first", 1),
    card("younger", 1, band="3-5"),
    card("second", 2, skip="separated"),
    card("third", 3, fits="harder_day"),
    card("spare", 0),
    card("ill", 0, fits="illness"),
)


def test_the_plan_is_followed_and_begins_anew_when_all_were_there() -> None:
    used: dict[str, int] = {}
    order = []
    for _ in range(5):
        chosen = choose(PLAN, "6-9", [], used, ())
        used[chosen] = used.get(chosen, 0) + 1
        order.append(chosen)

    assert order == ["first", "second", "third", "spare", "first"]


def test_what_happened_comes_first_but_not_twice() -> None:
    assert choose(PLAN, "6-9", ["illness"], {}, ()) == "ill"
    assert choose(PLAN, "6-9", ["illness"], {"ill": 1}, ()) == "first"
    assert choose(PLAN, "6-9", ["harder_day"], {}, ()) == "third"


def test_reasons_to_skip_hold() -> None:
    assert choose(PLAN, "6-9", [], {"first": 1}, {"separated"}) == "third"
    assert choose(PLAN, "6-9", [], {}, {"first"}) == "second"


@pytest.mark.parametrize(
    ("after", "zone", "place", "wall"),
    [
        (datetime(2026, 11, 23, 8, tzinfo=UTC), "Asia/Dubai", 0, "2026-11-29 10:00"),
        (datetime(2026, 11, 29, 5, 59, tzinfo=UTC), "Asia/Dubai", 0, "2026-11-29 10:00"),
        (datetime(2026, 11, 29, 6, 0, tzinfo=UTC), "Asia/Dubai", 0, "2026-12-06 10:00"),
        (datetime(2026, 11, 23, 8, tzinfo=UTC), "Asia/Dubai", 1, "2026-11-28 10:00"),
        (datetime(2026, 10, 24, 8, tzinfo=UTC), "Europe/Rome", 0, "2026-10-25 10:00"),  # the clocks go back that day
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "Europe/Rome", 0, "2027-03-28 10:00"),  # and forward
    ],
)
def test_the_next_one_is_at_ten_on_the_wall(after: datetime, zone: str, place: int, wall: str) -> None:
    assert f"{local(next_offer(after, zone, place), zone):%Y-%m-%d %H:%M}" == wall


def test_weeks_and_birthdays_are_those_of_the_wall() -> None:
    child = Child(1, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, False, "evening", 1080)

    assert week_of(datetime(2026, 11, 29, 21, tzinfo=UTC), "Asia/Dubai") == "2026-W49"
    assert is_birthday_time(child, date(2026, 5, 7))
    assert not is_birthday_time(child, date(2026, 5, 8))
    assert not is_birthday_time(child, date(2026, 6, 1))
