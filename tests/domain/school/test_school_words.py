"""A word from the school: whom it is for, until when it can be taken back, and what is still added to it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.school_words import (
    NOTES,
    WordNoteSent,
    WordSent,
    addressed,
    tell_answered,
    tell_changed,
    tell_note,
    tell_word,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, told, whole
from tests.domain.school.builders import COLLEAGUE, TEACHER, word

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOTE = {"kind": "voice", "file_id": "v"}


@pytest.mark.parametrize(
    ("what", "state", "after", "can"),
    [
        ("good", "sent", 10 * MINUTE, True),
        ("good", "sent", 11 * MINUTE, False),
        ("call", "sent", 11 * MINUTE, False),
        ("absent", "sent", 12 * HOUR, True),
        ("absent", "sent", 12 * HOUR + MINUTE, False),
        ("good", "undone", MINUTE, False),
        ("good", "draft", MINUTE, False),
    ],
)
def test_a_word_is_taken_back_for_ten_minutes_and_an_absence_all_day(
    what: str, state: str, after: timedelta, can: bool
) -> None:
    assert word(what, state=state).can_undo(NOW + after) is can


def test_what_was_never_sent_is_neither_taken_back_nor_over() -> None:
    assert not word(sent_at=None).can_undo(NOW)
    assert not word("absent", sent_at=None).is_over(NOW + 48 * HOUR)


@pytest.mark.parametrize(("after", "over"), [(12 * HOUR, False), (12 * HOUR + MINUTE, True)])
def test_the_day_on_which_a_child_was_missed_has_twelve_hours(after: timedelta, over: bool) -> None:
    assert word("absent").is_over(NOW + after) is over


@pytest.mark.parametrize(
    ("made", "after", "takes"),
    [
        ({}, 10 * MINUTE, True),
        ({}, 11 * MINUTE, False),
        ({"state": "undone"}, MINUTE, False),
        ({"body": {"notes": [NOTE] * (NOTES - 1)}}, MINUTE, True),
        ({"body": {"notes": [NOTE] * NOTES}}, MINUTE, False),
        ({"body": {"what": ["call"]}}, MINUTE, False),
        ({"sent_at": None}, 10 * MINUTE, True),
        ({"sent_at": NOW + HOUR}, HOUR + 10 * MINUTE, True),
    ],
    ids=[
        "fresh",
        "what is typed later is for somebody else",
        "taken back",
        "the last note",
        "one more",
        "without health notes",
        "not sent yet",
        "from its sending on",
    ],
)
def test_what_a_teacher_adds_belongs_to_a_word_while_it_is_fresh(
    made: dict[str, Any], after: timedelta, takes: bool
) -> None:
    assert word(**made).takes_notes(NOW + after) is takes


def test_those_who_bring_the_child_up_come_first_and_a_stand_in_hears_nothing() -> None:
    assert addressed(whole()) == [GRANDMA, GRANDPA, MOTHER, FATHER]
    assert addressed(circle(MOTHER, adult(GRANDMA, is_suspended=True), AUNT)) == [MOTHER]


def test_a_teacher_who_is_of_the_family_tells_themselves_nothing() -> None:
    own = word(author_id=MOTHER)

    assert told(tell_word(own, [GRANDMA, MOTHER]), WordSent) == [GRANDMA]
    assert told(tell_changed(own, [GRANDMA, MOTHER]), WordSent) == [GRANDMA]


@pytest.mark.parametrize(
    ("what", "note", "messages", "lane"),
    [
        ("good", {"kind": "voice"}, [False], Lane.NOTICE),
        ("good", {"kind": "video_note", "text": "hello"}, [True, False], Lane.NOTICE),
        ("good", {"kind": "video_note"}, [False], Lane.NOTICE),
        ("ill", {"kind": "photo"}, [False], Lane.URGENT),
    ],
    ids=["a voice", "a round film with words", "a round film", "of an illness"],
)
def test_what_is_added_is_a_message_of_its_own(
    what: str, note: dict[str, str], messages: list[bool], lane: Lane
) -> None:
    tells = tell_note(word(what, body={"notes": [note]}), 0, [FATHER])

    assert [each.event.words for each in tells if isinstance(each.event, WordNoteSent)] == messages
    assert {each.lane for each in tells} == {lane}


def test_the_answer_goes_to_whoever_teaches_the_class_now() -> None:
    assert [(each.to, each.lane) for each in tell_answered(word(author_id=TEACHER), COLLEAGUE)] == [
        (COLLEAGUE, Lane.NOTICE)
    ]
