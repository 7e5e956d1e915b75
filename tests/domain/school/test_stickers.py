"""Which stickers stand beside a word, and until when."""

from datetime import timedelta

import pytest

from bot.domain.school.stickers import Sticker, may_be_put, on, toggled
from tests.domain.family import NOW
from tests.domain.school.builders import word


def test_one_tap_puts_it_there_and_a_second_takes_it_away() -> None:
    one = word(body={"stickers": ["tried"]})

    assert toggled(word(), Sticker.TRIED) == [Sticker.TRIED]
    assert toggled(one, Sticker.TRIED) == []
    assert toggled(one, Sticker.HELPED) == [Sticker.HELPED, Sticker.TRIED]
    assert on(one) == [Sticker.TRIED]


@pytest.mark.parametrize(
    ("what", "state", "minutes", "may"),
    [("good", "sent", 10, True), ("good", "sent", 11, False), ("good", "undone", 1, False), ("call", "sent", 1, False)],
)
def test_it_stands_beside_good_news_alone_while_that_can_be_taken_back(
    what: str, state: str, minutes: int, may: bool
) -> None:
    assert may_be_put(word(what, state=state), NOW + timedelta(minutes=minutes)) is may
