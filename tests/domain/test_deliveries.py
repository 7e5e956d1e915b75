"""Whether a letter has come, and when to look."""

from datetime import timedelta

import pytest

from bot.domain.deliveries import delivery, first_look, next_look, of_parts
from tests.domain.family import NOW


def test_one_reader_who_has_it_is_enough() -> None:
    assert delivery(["waits", "arrived"]) == "arrived"
    assert delivery(["waits", "coming", ""]) == "coming"
    assert delivery(["waits", ""]) == "waits"
    assert delivery(["", ""]) == "lost"
    assert delivery([]) == "lost"


@pytest.mark.parametrize(
    ("after", "first", "then"),
    [
        (0, 10, 60),  # handed over as it was sent: its author still looks
        (10, 10, 50),
        (59, 10, 1),
        (60, 60, 15 * 60),
        (3 * 24 * 3600, 60, 15 * 60),  # it had waited for somebody at home
    ],
)
def test_a_letter_is_looked_for_soon_and_then_less_often(after: int, first: int, then: int) -> None:
    now = NOW + timedelta(seconds=after)

    assert first_look(NOW, now) - now == timedelta(seconds=first)
    assert next_look(NOW, now) == timedelta(seconds=then)


@pytest.mark.parametrize(
    ("states", "word"),
    [
        ([], ""),
        (["", ""], ""),
        (["arrived", "arrived", ""], "arrived"),
        (["arrived", "coming"], "coming"),
        (["arrived", "waits", "lost"], "waits"),
        (["arrived", "lost"], "part"),
        (["lost", "lost"], "lost"),
    ],
)
def test_of_several_messages_a_reader_has_all_or_it_is_said_what_is_missing(states: list[str], word: str) -> None:
    assert of_parts(states) == word
