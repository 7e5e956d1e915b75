"""Which year something belongs to, how large it may be, and what a file is called."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.daily.keepsakes import (
    ENDINGS,
    STEPS,
    Entry,
    Kept,
    Kind,
    Missing,
    key_of,
    megabytes,
    missing_of,
    name_in,
    of_year,
    sizes,
    steps,
    year_of_life,
)
from tests.domain.family import LILY

NOON = datetime(2026, 11, 23, 8, tzinfo=UTC)


def kept(day: date, number: int = 1, *, media: str = "", size: int = 0) -> Kept:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    file_id = "file" if media else ""
    return Kept(key_of(at, Kind.LETTER, number), Kind.LETTER, day, 7, media=media, file_id=file_id, size=size)


@pytest.mark.parametrize(
    ("age", "first", "after"),
    [(0, date(2018, 5, 1), date(2019, 5, 1)), (8, date(2026, 5, 1), date(2027, 5, 1))],
)
def test_a_year_of_life_begins_with_the_month_of_birth(age: int, first: date, after: date) -> None:
    assert year_of_life(LILY, age) == (first, after)


def test_each_thing_belongs_to_one_year_of_life() -> None:
    last, first = kept(date(2026, 4, 30), media="photo", size=2_000_000), kept(date(2026, 5, 1), 2)
    assert sizes(LILY, [last, first]) == {8: 0, 7: 2_000_000}
    assert of_year(LILY, [first, last], 7) == [last]
    assert of_year(LILY, [last], 8) == []


def test_who_was_born_in_february_has_no_year_that_lacks_a_day() -> None:
    """Of a birthday only the month is known, so the 29th is no day of its own."""
    child = replace(LILY, birth_year=2020, birth_month=2)
    assert year_of_life(child, 6) == (date(2026, 2, 1), date(2027, 2, 1))
    assert list(sizes(child, [kept(date(2024, 2, 29)), kept(date(2025, 1, 31))])) == [4]


def test_what_telegram_did_not_say_is_guessed_and_never_nothing() -> None:
    assert kept(date(2026, 5, 1), media="photo").guess > 0
    assert kept(date(2026, 5, 1)).guess == 0
    assert [megabytes(each) for each in (0, 400_000, 2_600_000)] == [1, 1, 3]


@pytest.mark.parametrize("media", ENDINGS)
def test_a_file_is_called_by_its_day_and_by_nothing_that_anybody_wrote(media: str) -> None:
    assert name_in(kept(date(2026, 5, 1), media=media), 12) == f"files/2026-05-01-012.{ENDINGS[media]}"


def test_things_of_one_second_keep_their_order_and_have_a_key_each() -> None:
    keys = [key_of(NOON, Kind.SCHOOL, 3, place) for place in range(3)]
    assert sorted(keys) == keys
    assert len({*keys}) == 3


@pytest.mark.parametrize(("done", "whole", "shown"), [(0, 0, 0), (0, 7, 0), (1, 20, 0), (7, 7, STEPS), (3, 6, 5)])
def test_a_step_is_a_tenth(done: int, whole: int, shown: int) -> None:
    assert steps(done, whole) == shown


def test_only_what_is_missing_is_named() -> None:
    there = Entry(kept(date(2026, 5, 1), media="photo"), "files/x.jpg")
    gone = Entry(kept(date(2026, 5, 2), media="voice"), missing=Missing.GONE)
    assert missing_of([there, gone]) == "2026-05-02 voice gone"
