"""Countries: each has clocks that exist, and what nobody offers has none."""

from zoneinfo import available_timezones

import pytest

from bot.domain.countries import HOMES, WORKPLACES, ZONES, zones


def test_every_country_that_is_offered_has_clocks_and_every_clock_is_real() -> None:
    assert {*HOMES, *WORKPLACES} == set(ZONES)
    assert {zone for each in ZONES.values() for zone in each} <= available_timezones()
    assert all(len(set(each)) == len(each) > 0 for each in ZONES.values())


def test_no_country_is_offered_twice() -> None:
    assert len(set(HOMES)) == len(HOMES)
    assert len(set(WORKPLACES)) == len(WORKPLACES)


@pytest.mark.parametrize("country", ["", "cn", "XX", "China", "CN "])
def test_any_other_text_has_no_clock(country: str) -> None:
    assert zones(country) == ()
