"""What is a telephone number, and who is asked for one."""

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.shared_numbers import NumberWished, cleaned, tell_wish
from tests.domain.family import GRANDMA, MOTHER, told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+86 138 0000-0000", "+8613800000000"),
        ("(0551) 123456", "0551123456"),
        (" 12345 ", "12345"),
        ("1234", ""),
        ("1234567890123456", ""),
        ("call 138 0000 0000", ""),
        ("", ""),
        ("+", ""),
        ("../../etc", ""),
    ],
)
def test_a_number_is_digits_and_nothing_else(text: str, number: str) -> None:
    assert cleaned(text) == number


def test_a_wish_waits_for_the_day_and_stands_once_on_each_phone() -> None:
    tells = [*tell_wish(3, 7, [MOTHER, GRANDMA]), *tell_wish(3, 7, [MOTHER])]
    assert told(tells, NumberWished) == [MOTHER, GRANDMA, MOTHER]
    assert {each.lane for each in tells} == {Lane.NOTICE}
    assert len({each.card for each in tells}) == 1
