"""Who waits to come into a class: the teacher is asked on one card, a yes is taken back for a day, and who is told."""

from datetime import timedelta

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.admitting import (
    EnrolmentDecided,
    EnrolmentsAsked,
    PupilRefused,
    PupilWaitsAgain,
    PupilWelcomed,
    mark_of,
    may_take_back,
    numbered,
    tell_asked,
    tell_changed,
    tell_refused,
    tell_waits_again,
    tell_welcomed,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, told, whole
from tests.domain.school.builders import TEACHER


@pytest.mark.parametrize(
    ("ago", "edits"), [(None, False), (timedelta(minutes=59), True), (timedelta(hours=1), False)], ids=str
)
def test_families_who_ask_within_an_hour_stand_on_one_card(ago: timedelta | None, edits: bool) -> None:
    (asked,) = tell_asked(3, TEACHER, None if ago is None else NOW - ago, NOW)

    assert (asked.to, asked.event, asked.card) == (TEACHER, EnrolmentsAsked(3), "enrol:3")
    assert asked.edits_card is edits


def test_the_family_hears_and_the_teachers_see_it_in_the_same_card() -> None:
    decided, yes = tell_changed(EnrolmentDecided(3, 7, welcome=True), [TEACHER, 98]), tell_welcomed(whole(), 5, 3)

    assert told(decided, EnrolmentDecided) == [TEACHER, 98]
    assert {(each.card, each.edits_card) for each in decided} == {("enrol:3", True)}
    assert told(yes, PupilWelcomed) == [MOTHER, FATHER, GRANDMA, GRANDPA]
    assert {each.lane for each in yes} == {Lane.NOTICE}


def test_who_sleeps_reads_only_that_the_teacher_looks_once_more() -> None:
    again = tell_waits_again(whole(), 5, 3)

    assert told(again, PupilWaitsAgain) == [MOTHER, FATHER, GRANDMA, GRANDPA]
    assert {each.card for each in again} == {each.card for each in tell_welcomed(whole(), 5, 3)}


@pytest.mark.parametrize(
    ("asked_by", "hear"), [(GRANDMA, [GRANDMA]), (AUNT, []), (None, [])], ids=["who asked", "no stand-in", "erased"]
)
def test_a_no_is_told_to_who_asked_and_to_nobody_else(asked_by: int | None, hear: list[int]) -> None:
    assert told(tell_refused(whole(), 3, asked_by), PupilRefused) == hear


def test_a_yes_is_taken_back_for_a_day() -> None:
    assert may_take_back(NOW - timedelta(hours=23), NOW)
    assert not may_take_back(NOW - timedelta(hours=24), NOW)
    assert not may_take_back(None, NOW)


def test_a_yes_to_all_is_a_yes_to_those_who_stood_there() -> None:
    assert mark_of({4: None, 5: 2}) == mark_of({5: 2, 4: None})
    others: list[dict[int, int | None]] = [{4: None, 5: None}, {4: None, 5: 3}, {4: 2, 5: 2}, {4: None}, {9: 2}]
    assert len({mark_of(each) for each in ({4: None, 5: 2}, *others)}) == 6


def test_children_of_one_name_are_told_apart_before_they_are_in_the_class() -> None:
    assert numbered(["Lily", "Tom"], ["Lily", "Anvar", "Anvar"]) == [("Lily", 2), ("Anvar", 1), ("Anvar", 2)]
