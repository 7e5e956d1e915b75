"""Four weeks of twenty families of every kind, as they come on their phones."""

from tests.month.run import run
from tests.month.table import table
from tests.month.town import families


def test_a_month_of_twenty_families_brings_nothing_false_nothing_by_night_no_flood_and_no_wrong_silence() -> None:
    _lines, faults = table([run(families(20, seed=1))])
    assert faults == []
