"""A menu of any size stays within what Telegram takes and a phone shows, and every button is on one page."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.menus import BUTTONS, MOST, ROWS, pages


@given(st.lists(st.integers(1, 8), max_size=200))
def test_every_row_is_on_one_page_and_no_page_is_too_large(widths: list[int]) -> None:
    rows = [tuple(f"{number}.{place}" for place in range(width)) for number, width in enumerate(widths)]
    found = pages(rows)
    assert [row for page in found for row in page] == rows
    assert all(len(page) <= ROWS + 1 and sum(map(len, page)) <= BUTTONS for page in found)


@given(st.lists(st.integers(1, 8), max_size=200))
def test_what_does_not_grow_stays_whole_as_far_as_telegram_takes_it(widths: list[int]) -> None:
    rows = [(number,) * width for number, width in enumerate(widths)]
    found = pages(rows, growing=False)
    assert [row for page in found for row in page] == rows
    assert all(sum(map(len, page)) <= MOST for page in found)
    assert len(found) == 1 or sum(widths) > MOST


def test_three_children_of_a_parent_need_no_second_page() -> None:
    assert len(pages([("a", "b")] * 13)) == len(pages([("a", "b")] * (ROWS + 1))) == 1
    assert len(pages([("a", "b")] * (ROWS + 2))) == 2
