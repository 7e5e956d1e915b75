"""How a letter is laid out, and what is said of its way."""

from datetime import timedelta
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.circle.circles import Circle
from bot.domain.daily.letters import (
    CUT_AT,
    PAGE_ROOM,
    TOGETHER,
    Letter,
    belongs,
    is_sentence,
    may_record_answer,
    pages,
    recipients,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, people, whole


def letter(author: int, *, to_child: bool, state: str = "sent", **other: Any) -> Letter:
    row = {"id": 1, "child_id": 7, "author_id": author, "answers_id": None, "to_child": to_child, "kind": "voice"}
    rest = {"file_id": "f", "text": "", "album": "", "idea_id": None, "told": None, "played_at": None}
    return Letter(**{**row, **rest, "state": state, "sent_at": NOW, **other})


@given(st.sampled_from(["text", "voice", "photo", "video_note"]), st.text(max_size=9000))
def test_no_sign_of_a_letter_is_lost(kind: str, text: str) -> None:
    laid_out = pages(kind, text)

    assert "".join(page.text for page in laid_out) == text
    assert all(len(escape(page.text)) <= PAGE_ROOM or page.media for page in laid_out)
    assert [page.media for page in laid_out].count(True) == (kind != "text")
    assert laid_out[0].intro
    assert not any(page.intro for page in laid_out[1:])


@pytest.mark.parametrize(
    ("before", "kind", "text", "one_child", "follows"),
    [
        ({"state": "draft"}, "voice", "", False, True),
        ({"state": "draft"}, "text", "Here is her new coat", False, True),
        ({"state": "draft"}, "text", "hello", True, False),
        ({"state": "sent"}, "photo", "", True, True),
        ({"state": "sent"}, "photo", "", False, False),
        ({"state": "sent"}, "text", "Where is the menu here?", True, False),
        ({"state": "sent", "kind": "text", "text": "a" * CUT_AT}, "text", "end", False, True),
        ({"state": "undone"}, "photo", "", True, False),
        ({"state": "sent", "sent_at": NOW - TOGETHER - timedelta(seconds=1)}, "photo", "", True, False),
    ],
)
def test_what_follows_at_once_belongs_together(
    before: dict[str, Any], kind: str, text: str, *, one_child: bool, follows: bool
) -> None:
    first = letter(GRANDMA, to_child=False, **before)
    assert belongs(first, kind, text, NOW, one_child=one_child) is follows


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Tell Lily that I love her", True),
        ("你好，小梅什么时候回来", True),
        ("what\nis that", True),
        ("hello", False),
        ("thank you", False),
        ("谢谢您", False),
        ("/privacy for me please", False),
        ("x" * 4096, False),
        ("", False),
    ],
)
def test_a_sentence_is_more_than_a_greeting(said: str, is_one: bool) -> None:
    assert is_sentence(said) is is_one


@pytest.mark.parametrize(
    ("around", "sent", "answered", "readers"),
    [
        (whole(), letter(MOTHER, to_child=True), None, [GRANDMA, GRANDPA]),
        (
            circle(MOTHER, adult(GRANDMA, away_until=NOW + timedelta(1)), AUNT),
            letter(MOTHER, to_child=True),
            None,
            [AUNT],
        ),
        (circle(MOTHER), letter(MOTHER, to_child=True), None, []),
        (whole(), letter(GRANDMA, to_child=False), None, [MOTHER, FATHER]),
        (whole(), letter(GRANDMA, to_child=False, answers_id=2), letter(FATHER, to_child=True), [FATHER]),
        (whole(), letter(GRANDMA, to_child=False, answers_id=2), None, []),
        (circle(MOTHER, GRANDMA), letter(GRANDMA, to_child=False, answers_id=2), letter(FATHER, to_child=True), []),
    ],
    ids=[
        "those at home",
        "the stand-in while grandmother is away",
        "nobody yet",
        "the parents",
        "the child's answer, to one parent alone",
        "an answer to what is gone",
        "an answer to who has left",
    ],
)
def test_a_letter_goes_to_those_at_home_or_to_the_parents_it_is_for(
    around: Circle, sent: Letter, answered: Letter | None, readers: list[int]
) -> None:
    assert people(recipients(around, sent, NOW, answered)) == readers


@pytest.mark.parametrize(
    ("state", "minutes", "can"),
    [("sent", 10, True), ("sent", 10.1, False), ("waiting", 0, True), ("draft", 0, False), ("undone", 0, False)],
)
def test_a_letter_is_taken_back_within_ten_minutes(state: str, minutes: float, can: bool) -> None:
    assert letter(MOTHER, to_child=True, state=state).can_be_undone(NOW + timedelta(minutes=minutes)) is can


@pytest.mark.parametrize(
    ("who", "to_child", "state", "may"),
    [
        (GRANDMA, True, "sent", True),
        (AUNT, True, "sent", True),
        (FATHER, True, "sent", False),
        (GRANDMA, False, "sent", False),
        (GRANDMA, True, "undone", False),
    ],
)
def test_the_childs_answer_is_recorded_by_who_plays_it(who: int, to_child: bool, state: str, may: bool) -> None:
    assert may_record_answer(adult(who), letter(MOTHER, to_child=to_child, state=state)) is may
