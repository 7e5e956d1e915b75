"""Which page is read tonight."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.daily.book_pages import PageWanted, tell_wanted, tonights
from bot.domain.daily.letters import Letter, LetterState

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
FIRST = Letter(5, 1, 10, 4, True, "voice", "f", "", "", None, LetterState.SHELVED, NOW, None, None, "reading")
SECOND = replace(FIRST, id=6)


@pytest.mark.parametrize(
    ("nights", "answered", "comes"),
    [(None, False, True), (1, True, True), (1, False, False), (2, False, True), (9, False, True)],
)
def test_an_answer_unlocks_the_next_page_and_after_two_evenings_it_comes_without_one(
    nights: int | None,
    answered: bool,
    comes: bool,
) -> None:
    last = None if nights is None else replace(FIRST, id=1, sent_at=NOW - timedelta(days=nights))

    assert tonights([SECOND, FIRST], last, NOW, answered=answered) == (FIRST if comes else None)
    assert tonights([], last, NOW, answered=answered) is None


def test_only_who_has_photographed_a_page_is_asked_for_it_once_more() -> None:
    (told,) = tell_wanted(FIRST, by=20)
    assert (told.to, told.event) == (10, PageWanted(5, 20))
