"""Which number stands in what somebody has typed."""

import pytest

from bot.domain.school.school_numbers import number_in


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+998 71 200 00 00", "+998 71 200 00 00"),
        ("  0551-1234567 ", "0551-1234567"),
        ("Office: (0551) 123-4567.", "(0551) 123-4567"),
        ("0551-1234567 转 8001", "0551-1234567 转 8001"),
        ("+7 (495) 123-45-67 доб. 12", "+7 (495) 123-45-67 доб. 12"),
        ("０５５１－１２３４５６７", "0551-1234567"),
        ("٠٥٥١ ١٢٣ ٤٥٦٧", "0551 123 4567"),
        ("Ring 71200 after 8", "71200"),
        ("+998  71\n200 00 00", "+998 71 200 00 00"),
    ],
)
def test_the_one_number_is_found_as_it_is_written(typed: str, number: str) -> None:
    assert number_in(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "later",
        "112",
        "12 34",
        "+998 71 200 00 00 or +998 71 200 00 01",
        "1234567890123456789",
        "https://example.org",
        "<b>Li Na</b>",
        "+" * 4000,
        "1 " * 2000,
    ],
)
def test_no_number_or_several_are_asked_for_again(typed: str) -> None:
    assert number_in(typed) == ""
