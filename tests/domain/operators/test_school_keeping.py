"""How many families have come is told of ten and more."""

from bot.domain.operators.school_keeping import told


def test_of_few_households_no_number_is_told() -> None:
    assert [told(each) for each in (0, 1, 9, 10, 250)] == [None, None, None, 10, 250]
