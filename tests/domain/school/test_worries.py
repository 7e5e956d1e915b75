"""Who reads a worry about a child: one person of the school, never the writer, never an adult of the child's circle."""

from dataclasses import replace

from bot.domain.circle.circles import MemberState
from bot.domain.notifications import Lane
from bot.domain.school.staffing import Colleague
from bot.domain.school.worries import PART, Worry, is_reader, parts_of, reader_of, tell_changed, tell_lost, tell_reader
from tests.domain.family import GRANDMA, NOW, whole
from tests.domain.school.builders import COLLEAGUE, TEACHER

LEAD, SECOND_LEAD = 60, 61


def colleague(person: int, *, lead: bool = False, named: bool = False, here: bool = True) -> Colleague:
    return Colleague(person, 1, person, "Zhao", lead, NOW, here, False, True, named)


STAFF = [colleague(LEAD, lead=True), colleague(TEACHER), colleague(COLLEAGUE)]
NAMED = [colleague(LEAD, lead=True), colleague(TEACHER), colleague(COLLEAGUE, named=True)]


def test_it_goes_to_whom_the_lead_has_named_and_where_nobody_is_named_to_the_lead() -> None:
    assert reader_of(NAMED, whole(), TEACHER) == COLLEAGUE
    assert reader_of(STAFF, whole(), TEACHER) == LEAD
    assert reader_of([*STAFF[:2], colleague(COLLEAGUE, named=True, here=False)], whole(), TEACHER) == LEAD
    assert reader_of([colleague(TEACHER)], whole(), TEACHER) is None


def test_nobody_writes_to_themselves_and_to_nobody_else_in_their_place() -> None:
    assert reader_of(NAMED, whole(), COLLEAGUE) is None
    assert reader_of([*STAFF, colleague(SECOND_LEAD, lead=True)], whole(), LEAD) is None
    assert is_reader(NAMED, COLLEAGUE)
    assert not is_reader(NAMED, LEAD)


def test_it_never_reaches_an_adult_of_the_childs_circle_whatever_they_are_there_now() -> None:
    here = [colleague(GRANDMA, named=True), *STAFF]
    for state in MemberState:
        circle = whole()
        members = tuple(replace(each, state=state) if each.person_id == GRANDMA else each for each in circle.members)
        assert reader_of(here, replace(circle, members=members), TEACHER) == LEAD
    assert reader_of([colleague(GRANDMA, lead=True), colleague(TEACHER)], whole(), TEACHER) is None
    assert reader_of([colleague(GRANDMA, named=True), colleague(LEAD, lead=True)], whole(), LEAD) is None


def test_a_long_text_loses_nothing_and_each_part_fits_however_it_is_escaped() -> None:
    text = "ab&" * 1_365
    assert "".join(parts_of(text)) == text
    assert max(map(len, parts_of(text))) == PART
    assert PART * len("&amp;") < 4_096


def test_it_waits_for_its_readers_day_and_that_it_is_lost_does_not() -> None:
    note = Worry(5, 1, 7, TEACHER, LEAD, "words", 9, NOW, None)
    assert [(each.to, each.lane, each.card, each.written) for each in tell_reader(note, LEAD)] == [
        (LEAD, Lane.NOTICE, "worry:5", True)
    ]
    assert [each.to for each in tell_lost(note)] == [TEACHER]
    assert {each.lane for each in tell_lost(note)} == {Lane.REPLY}
    orphan = replace(note, author_id=None)
    assert [*tell_lost(orphan), *tell_changed(orphan)] == []
