"""What follows is added: on a line of its own, or where Telegram has cut a text in two."""

import pytest

from bot.domain.school.notice_drafts import MEDIA_MOST, TEXT_MOST, fits, is_cut, joined, media_of


@pytest.mark.parametrize(
    ("before", "more", "cut", "whole"),
    [
        ("Trip on Friday.", "Bring a coat.", 15, "Trip on Friday.\nBring a coat."),
        ("", "Bring a coat.", 0, "Bring a coat."),
        ("Trip", "", 4, "Trip"),
        ("in the mid", "dle", 4096, "in the middle"),
        ("a whole line", "and the next", 4010, "a whole line\nand the next"),
    ],
)
def test_words_are_joined_as_they_were_written(before: str, more: str, cut: int, whole: str) -> None:
    assert joined(before, more, cut) == whole


def test_nothing_grows_without_end() -> None:
    assert fits("x" * TEXT_MOST, MEDIA_MOST)
    assert not fits("x" * TEXT_MOST + "x", 0)
    assert not fits("", MEDIA_MOST + 1)
    assert [is_cut(each) for each in (3999, 4000, 4096)] == [False, True, True]
    assert media_of({"kind": "text", "file_id": ""}) == []
