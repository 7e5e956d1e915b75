"""A school year of four households in two classes, as it comes on all their phones."""

from tests.year.run import run


def test_in_a_school_year_nothing_is_lost_nobody_is_asked_twice_and_every_silence_is_told() -> None:
    assert run(4, seed=1).faults == []
