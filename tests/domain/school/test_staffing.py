"""Who works at a school: what a colleague is, whom a lead takes out, and who has the classes then (SG-17)."""

from dataclasses import replace
from typing import Any, get_type_hints

import pytest

from bot.domain.circle.roles import Standing
from bot.domain.events import KINDS
from bot.domain.notifications import Lane
from bot.domain.school.staffing import (
    FOR_LEADS,
    FOR_TEACHERS,
    ClassWith,
    Colleague,
    TeacherAsked,
    TeacherDecided,
    TeacherGone,
    can_help,
    can_take,
    can_take_out,
    tell_asked,
    tell_decided,
    tell_families,
    tell_gone,
)
from tests.domain.family import MOTHER, NOW, told

LEAD, OTHER_LEAD, ZHAO = 60, 61, 62


def colleague(**other: Any) -> Colleague:
    """A teacher who works here."""
    plain = Colleague(1, 9, ZHAO, "Zhao", lead=False, since=NOW, is_here=True, waits=False, was_here=True)
    return replace(plain, **other)


@pytest.mark.parametrize(
    ("place", "standing", "can_go"),
    [
        ({}, Standing.TEACHER, True),
        ({"lead": True}, Standing.LEAD, False),
        ({"is_here": False, "waits": True}, Standing.PENDING, False),
        ({"is_here": False}, Standing.STRANGER, False),
        ({"is_here": False, "lead": True}, Standing.STRANGER, False),
        ({"person_id": LEAD}, Standing.TEACHER, False),
    ],
    ids=["a teacher", "a lead", "who waits", "who has gone", "a lead who has gone", "oneself"],
)
def test_sg_17_what_a_colleague_is_and_whom_a_lead_takes_out(
    place: dict[str, Any], standing: Standing, can_go: bool
) -> None:
    assert colleague(**place).standing is standing
    assert can_take_out(colleague(**place), LEAD) is can_go


@pytest.mark.parametrize(
    ("place", "teacher", "can"),
    [({}, LEAD, True), ({}, ZHAO, False), ({"is_here": False}, LEAD, False), ({"lead": True}, MOTHER, True)],
    ids=["a colleague", "who has it already", "who has gone", "a lead"],
)
def test_a_class_is_given_to_somebody_else_who_is_here(place: dict[str, Any], teacher: int, can: bool) -> None:
    assert can_take(colleague(**place), teacher) is can
    assert can_help(colleague(**place), teacher, []) is can
    assert not can_help(colleague(**place), teacher, [colleague(**place).person_id])


def test_the_first_of_the_leads_has_the_classes_and_the_others_read_that_somebody_has_gone() -> None:
    tells = tell_gone(colleague(), [LEAD, OTHER_LEAD], [3, 4], [8])

    assert {
        each.to: (each.event.classes, each.event.unsent) for each in tells if isinstance(each.event, TeacherGone)
    } == {
        LEAD: ((3, 4), (8,)),
        OTHER_LEAD: ((), ()),
    }
    assert tell_gone(colleague(), [], [3], []) == []


def test_every_lead_is_asked_and_sees_in_the_same_message_what_became_of_it() -> None:
    asked, decided = tell_asked(colleague(), [LEAD, OTHER_LEAD]), tell_decided(colleague(), [LEAD], welcome=True)

    assert told(asked, TeacherAsked) == [LEAD, OTHER_LEAD]
    assert told(decided, TeacherDecided) == [LEAD]
    assert {each.card for each in [*asked, *decided]} == {"staff:1"}


def test_families_read_one_line_and_the_next_takes_its_place() -> None:
    tells = tell_families(3, [MOTHER])

    assert told(tells, ClassWith) == [MOTHER]
    assert [(each.lane, each.card) for each in tells] == [(Lane.NOTICE, "class_with:3")]


def test_sg_17_whatever_only_a_teacher_or_a_lead_may_read_is_something_that_can_be_told() -> None:
    assert set(KINDS) >= FOR_TEACHERS | FOR_LEADS
    assert not FOR_TEACHERS & FOR_LEADS


# What names a class and no child of it, and is for families, or for a teacher whose class it was.
NOT_FOR_TEACHERS_ALONE = {
    *("ClassCarried", "ClassEnded", "ClassLost", "ClassRenamed", "ClassWith", "FamilyFirst", "NoticesStopped"),
    "ClassClosed",  # to an operator
    *("OwnNumberAsked", "OwnNumberKept", "PosterRests", "PupilAsked", "SlipClosed"),
    *("SchoolPlaceAsked",),
}


def test_sg_17_what_is_said_of_a_class_and_no_one_child_goes_to_nobody_who_teaches_it_no_more() -> None:
    said = {name: set(get_type_hints(event)) for name, event in KINDS.items()}
    of_class = {name for name, names in said.items() if "class_id" in names and "child_id" not in names}

    assert of_class - FOR_TEACHERS - FOR_LEADS == NOT_FOR_TEACHERS_ALONE
