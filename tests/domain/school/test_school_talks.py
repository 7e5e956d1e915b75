"""Whose words stand together, who reads for the school, and what belongs to what was just said."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.school_talks import (
    FAMILY,
    HOME,
    UNDO_FOR,
    Talk,
    TalkState,
    TalksWaiting,
    TalkToFamily,
    TalkToSchool,
    Thread,
    answered_line,
    at_school,
    card_of,
    follows,
    line_of,
    lines,
    readers,
    tell_answered,
    tell_family,
    tell_gone,
    tell_school,
    tied,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, heard, told, whole
from tests.domain.school.builders import COLLEAGUE, TEACHER

APART = whole(separate_lines=True)


def talk(**other: Any) -> Talk:
    """Grandma has written just now."""
    plain = Talk(1, 5, GRANDMA, False, TalkState.SENT, "text", "", "No shoes today.", "", NOW)
    return replace(plain, **other)


def thread(line: str = FAMILY) -> Thread:
    return Thread(5, 3, 7, line, NOW, None)


def test_a_family_has_one_line_and_who_only_steps_in_reads_none() -> None:
    assert lines(whole()) == [FAMILY]
    assert readers(whole(), FAMILY) == [MOTHER, FATHER, GRANDMA, GRANDPA]
    assert AUNT not in readers(whole(), FAMILY)


def test_on_separate_lines_each_parent_has_one_and_home_has_one() -> None:
    assert lines(APART) == [str(MOTHER), str(FATHER), HOME]
    assert readers(APART, str(MOTHER)) == [MOTHER]
    assert readers(APART, HOME) == [GRANDMA, GRANDPA]
    assert readers(APART, FAMILY) == []
    assert readers(whole(), str(MOTHER)) == []  # together again, the older words stay whose they were


@pytest.mark.parametrize(
    ("circle", "line", "author", "goes"),
    [
        (whole(), FAMILY, MOTHER, FAMILY),
        (APART, FAMILY, MOTHER, str(MOTHER)),  # written before the lines parted
        (APART, FAMILY, GRANDMA, HOME),
        (APART, str(FATHER), FATHER, str(FATHER)),
        (whole(), str(FATHER), FATHER, str(FATHER)),  # never to a wider line
        (APART, FAMILY, 99, FAMILY),  # who has left: nobody reads it
    ],
)
def test_an_answer_goes_to_the_line_of_who_asked_and_never_to_a_wider_one(
    circle: Any, line: str, author: int, goes: str
) -> None:
    assert answered_line(circle, thread(line), author) == goes


def test_who_is_of_the_family_does_not_read_for_the_school() -> None:
    assert at_school(whole(), [TEACHER, MOTHER, COLLEAGUE, TEACHER]) == [TEACHER, COLLEAGUE]
    member = APART.member(MOTHER)
    assert member is not None
    assert line_of(APART, member) == str(MOTHER)


def test_office_hours_decide_between_the_words_and_one_list() -> None:
    tells = tell_school(talk(), [TEACHER], [COLLEAGUE])
    assert told(tells, TalkToSchool) == [TEACHER]
    assert told(tells, TalksWaiting) == [COLLEAGUE]
    assert {each.lane for each in tells} == {Lane.NOTICE}
    assert len({each.card for each in tell_school(talk(id=2), [], [COLLEAGUE]) + tells if each.to == COLLEAGUE}) == 1


def test_a_teachers_words_come_as_a_notice_and_those_of_another_adult_without_a_sound() -> None:
    said = tell_family(talk(from_school=True, author_id=TEACHER), 7, [MOTHER])
    assert heard(said) == [(MOTHER, "TalkToFamily", Lane.NOTICE)]
    assert said[0].event.rings
    soft = tell_family(talk(), 7, [MOTHER])
    assert heard(soft) == [(MOTHER, "TalkShared", Lane.NOTICE)]
    assert not soft[0].event.rings


def test_long_words_come_in_pages_of_which_the_last_has_the_plain_name() -> None:
    long = talk(text="a" * 4000, from_school=True)
    cards = [each.card for each in tell_family(long, 7, [MOTHER])]
    assert cards == [card_of(1, 0, 2), card_of(1, 1, 2)] == ["talk:1:0", "talk:1"]
    assert [each.card for each in tell_gone(long, [MOTHER])] == cards
    assert all(each.edits_card for each in [*tell_gone(long, [MOTHER]), *tell_answered(long, [TEACHER])])
    assert TalkToFamily(1, 7, 1).page == 1


@pytest.mark.parametrize(
    ("before", "kind", "album", "later", "goes_on"),
    [
        ({}, "text", "", 30, True),
        ({}, "voice", "", 30, True),
        ({}, "text", "", 61, False),
        ({}, "photo", "9", 1, False),
        ({"album": "9", "kind": "photo"}, "photo", "9", 1, True),
        ({"album": "9", "kind": "photo"}, "text", "", 1, False),
        ({"from_school": True}, "text", "", 1, False),  # a teacher's next words may be a notice
        ({"from_school": True, "text": "a" * 4000}, "text", "", 1, True),
        ({"from_school": True, "text": "a" * 4000, "album": tied(1)}, "text", "", 1, True),  # cut in three
        ({"from_school": True, "album": tied(1)}, "text", "", 1, False),
        ({"album": tied(1)}, "voice", "", 1, True),  # a family's next words, with a receipt of their own
        ({"from_school": True, "album": "9", "kind": "photo"}, "photo", "9", 1, True),
        ({"state": TalkState.UNDONE}, "text", "", 1, False),
    ],
)
def test_what_follows_within_a_minute_belongs_to_it(
    before: dict[str, Any], kind: str, album: str, later: int, goes_on: bool
) -> None:
    assert follows(talk(**before), kind, album, NOW + timedelta(seconds=later)) is goes_on


def test_it_can_be_taken_back_for_ten_minutes() -> None:
    assert talk().can_be_undone(NOW + UNDO_FOR)
    assert not talk().can_be_undone(NOW + UNDO_FOR + timedelta(seconds=1))
    assert not talk(state=TalkState.UNDONE).can_be_undone(NOW)
