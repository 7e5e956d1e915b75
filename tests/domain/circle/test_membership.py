"""Places in a circle: who may close, open or end whose, and who draws and takes away a line (SG-11, SG-13, SG-23)."""

import pytest

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.membership import (
    MemberOpened,
    MemberSuspended,
    PlaceSuspended,
    can_keep,
    can_open,
    can_remove,
    can_suspend,
    may_change_lines,
    tell_lines,
    tell_opened,
    tell_removed,
    tell_suspended,
)
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, heard, told, whole


@pytest.mark.parametrize(
    ("other", "hold", "let_go", "remove", "keep"),
    [
        (adult(GRANDMA), True, False, True, False),
        (adult(GRANDMA, is_suspended=True), False, True, True, False),
        (adult(GRANDMA, is_removed=True), False, False, False, True),
        (adult(GRANDMA, is_removed=True, is_suspended=True), False, False, False, True),
        (adult(GRANDMA, state="pending"), False, False, False, False),
        (adult(GRANDMA, state="left"), False, False, False, False),
        (adult(MOTHER), False, False, False, False),
        (adult(MOTHER, is_suspended=True), False, False, False, False),
        (adult(MOTHER, is_removed=True), False, False, False, False),
        (adult(FATHER), False, False, False, False),
        (adult(FATHER, is_suspended=True), False, False, False, False),
        (adult(FATHER, is_removed=True), False, False, False, False),
    ],
    ids=[
        "open",
        "held",
        "put out",
        "put out while held",
        "waits",
        "gone",
        "one's own",
        "one's own, held",
        "one's own, put out",
        "the other parent's, apart",
        "theirs, held",
        "theirs, put out",
    ],
)
def test_a_place_is_closed_opened_and_ended_by_another_adult_who_sees_it(
    other: Member, hold: bool, let_go: bool, remove: bool, keep: bool
) -> None:
    around = circle(MOTHER, FATHER, GRANDMA, separate_lines=True)

    assert (
        can_suspend(around, MOTHER, other),
        can_open(around, MOTHER, other),
        can_remove(around, MOTHER, other),
        can_keep(around, MOTHER, other),
    ) == (hold, let_go, remove, keep)


@pytest.mark.parametrize(
    ("around", "who", "may"),
    [
        (whole(), MOTHER, True),
        (whole(), GRANDMA, True),
        (whole(separate_lines=True), MOTHER, False),
        (whole(separate_lines=True), GRANDMA, True),
        (circle(MOTHER, GRANDMA, separate_lines=True), MOTHER, True),
        (circle(MOTHER, adult(FATHER, is_suspended=True), separate_lines=True), MOTHER, False),
        (circle(MOTHER, adult(FATHER, state="pending"), separate_lines=True), MOTHER, False),
        (circle(MOTHER, adult(FATHER, state="left"), separate_lines=True), MOTHER, False),
    ],
    ids=[
        "a parent draws it",
        "a guardian draws it",
        "a parent ends it",
        "a guardian ends it",
        "no other parent was ever here",
        "the other is held",
        "the other waits",
        "the other has left",
    ],
)
def test_anybody_draws_a_line_and_no_parent_takes_it_away_from_another(around: Circle, who: int, may: bool) -> None:
    assert may_change_lines(around, who) is may


@pytest.mark.parametrize(
    ("around", "nobody"),
    [
        (circle(MOTHER, FATHER, adult(GRANDMA, is_suspended=True)), True),
        (circle(MOTHER, FATHER, adult(GRANDMA, is_suspended=True), AUNT), False),
    ],
    ids=["nobody can be asked now", "the stand-in can be asked"],
)
def test_who_is_held_reads_only_that_and_the_others_read_who(around: Circle, nobody: bool) -> None:
    held = adult(GRANDMA, is_suspended=True)
    tells = tell_suspended(around, MOTHER, held)

    assert told(tells, PlaceSuspended) == [GRANDMA]
    assert {each.lane for each in tells if each.to == GRANDMA} == {Lane.REPLY}
    assert {each.lane for each in tells if each.to != GRANDMA} <= {Lane.NOTICE}
    assert [each.event.number for each in tells if isinstance(each.event, PlaceSuspended)] == ["7-30"]
    assert told(tells, MemberSuspended) == [each for each in (FATHER, AUNT) if around.member(each)]
    assert {each.event.nobody for each in tells if isinstance(each.event, MemberSuspended)} == {nobody}


def test_the_other_parent_does_not_read_whom_the_line_hides() -> None:
    around = circle(MOTHER, adult(FATHER, is_removed=True), GRANDMA, AUNT, separate_lines=True)
    tells = tell_removed(around, GRANDMA, adult(FATHER, is_removed=True), NOW)

    assert heard(tells) == [(FATHER, "PlaceEnded", Lane.REPLY), (AUNT, "MemberRemoved", Lane.NOTICE)]
    assert told(tell_opened(around, GRANDMA, adult(FATHER)), MemberOpened) == [AUNT]


def test_everybody_else_reads_that_a_line_is_drawn() -> None:
    assert heard(tell_lines(whole(), MOTHER, separate=True)) == [
        (each, "LinesChanged", Lane.NOTICE) for each in (FATHER, GRANDMA, GRANDPA, AUNT)
    ]
