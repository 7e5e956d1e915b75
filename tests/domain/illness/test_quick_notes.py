"""Notes with one tap: what comes soon after stands in the same message, and only its author takes it back."""

from datetime import timedelta

import pytest

from bot.domain.illness.illnesses import Happening, Illness, IllnessEvent, IllnessState
from bot.domain.illness.quick_notes import (
    NoteTaken,
    can_take_back,
    data_of,
    first_of,
    is_said,
    newest_of_each,
    tell_note_taken,
    together_with,
)
from bot.domain.notifications import Lane
from tests.domain.family import FATHER, GRANDMA, GRANDPA, MOTHER, NOW, told


def note(number: int, what: str, minutes: int, first: int | None = None, degrees: int | None = None) -> IllnessEvent:
    at = NOW + timedelta(minutes=minutes)
    return IllnessEvent(number, 1, GRANDMA, at, Happening(what), data_of(first, degrees))


NOTES = [note(5, "given", 0), note(6, "degrees", 4, 5, 385)]


@pytest.mark.parametrize(
    ("by", "minutes", "first"),
    [(GRANDMA, 5, 5), (GRANDMA, 10, 5), (GRANDMA, 11, None), (GRANDPA, 5, None)],
    ids=["soon", "within ten minutes of the first", "later, in a message of its own", "somebody else"],
)
def test_what_one_person_notes_within_ten_minutes_is_one_message(by: int, minutes: int, first: int | None) -> None:
    assert together_with(NOTES, by, NOW + timedelta(minutes=minutes)) == first
    assert together_with([], by, NOW) is None
    assert [first_of(each) for each in NOTES] == [5, 5]


@pytest.mark.parametrize(
    ("by", "what", "degrees", "seconds", "said"),
    [
        (GRANDMA, "given", None, 60, True),
        (GRANDMA, "given", None, 61, False),
        (GRANDPA, "given", None, 0, False),
        (GRANDMA, "degrees", 385, 270, True),
        (GRANDMA, "degrees", 390, 270, False),
    ],
)
def test_a_thumb_that_taps_twice_has_said_it_once(
    by: int, what: str, degrees: int | None, seconds: int, *, said: bool
) -> None:
    assert is_said(NOTES, by, Happening(what), degrees, NOW + timedelta(seconds=seconds)) is said


def test_only_its_author_takes_a_note_back_and_nothing_else_is_taken_back_as_one() -> None:
    assert can_take_back(NOTES[0], GRANDMA, NOW + timedelta(minutes=10))
    assert not can_take_back(NOTES[0], GRANDMA, NOW + timedelta(minutes=11))
    assert not can_take_back(NOTES[0], GRANDPA, NOW)
    assert not can_take_back(note(7, "worse", 0), GRANDMA, NOW)


def test_the_alert_shows_the_newest_of_each_kind() -> None:
    later = note(9, "given", 90)
    assert newest_of_each([*NOTES, later]) == [NOTES[1], later]


def test_a_note_wakes_nobody_and_what_comes_soon_after_changes_its_message() -> None:
    ill = Illness(1, 7, GRANDMA, IllnessState.OPEN, ("fever",), NOW)
    for more in (False, True):
        tells = tell_note_taken(ill, GRANDMA, 5, [MOTHER, FATHER], more=more)
        said = [each for each in tells if isinstance(each.event, NoteTaken)]
        assert told(said, NoteTaken) == [MOTHER, FATHER]
        assert {(each.lane, each.card, each.edits_card) for each in said} == {(Lane.NOTICE, "notes:5", more)}
