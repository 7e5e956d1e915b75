"""Whose a letter is to see: who sent it, and whom it was for; nobody else, ever."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.circle.circles import Child, Circle, Member, MemberState, Role
from bot.domain.daily.letter_box import PAGE, PLAY_AFTER, Leaf, concerns, good_time, look_again, sheet

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
MOTHER, FATHER, GRANDMA, NEIGHBOUR, NEAR, STRANGER = range(1, 7)
ROLES = {MOTHER: Role.PARENT, FATHER: Role.PARENT, GRANDMA: Role.GUARDIAN, NEIGHBOUR: Role.STAND_IN, NEAR: Role.NEAR}
CHILD = Child(1, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, separate_lines=False, slot="evening", minute=1100)
CIRCLE = Circle(
    CHILD,
    tuple(
        Member(each, 1, each, role, "", "", MemberState.ACTIVE, role.is_at_home, NOW) for each, role in ROLES.items()
    ),
)
APART = replace(CIRCLE, child=replace(CHILD, separate_lines=True))


def leaf(author: int, *, to_child: bool = False, answers: int | None = None) -> Leaf:
    """A letter that was sent."""
    return Leaf(9, author, answers, to_child, "voice", "sent", None, NOW, None)


@pytest.mark.parametrize(
    ("found", "answered", "readers"),
    [
        (leaf(MOTHER, to_child=True), None, {MOTHER, GRANDMA, NEIGHBOUR}),
        (leaf(MOTHER), None, {MOTHER, GRANDMA}),
        (leaf(GRANDMA), None, {MOTHER, FATHER, GRANDMA}),
        (leaf(GRANDMA, answers=4), MOTHER, {MOTHER, GRANDMA}),
        (leaf(GRANDMA, answers=4), None, {GRANDMA}),
        (leaf(STRANGER), None, {MOTHER, FATHER}),  # of somebody at home who has left
    ],
)
@pytest.mark.parametrize("circle", [CIRCLE, APART], ids=["together", "apart"])
def test_a_letter_is_for_its_author_and_for_whom_it_was_sent(
    circle: Circle, found: Leaf, answered: int | None, readers: set[int]
) -> None:
    people = range(MOTHER, STRANGER + 1)
    assert {each for each in people if concerns(circle, found, answered, each, NOW)} == readers


def test_a_letter_that_was_lost_or_heard_does_not_wait() -> None:
    sent = leaf(MOTHER, to_child=True)
    assert sent.waits_to_be_played
    assert not replace(sent, told="lost").waits_to_be_played
    assert not replace(sent, played_at=NOW).waits_to_be_played
    assert not replace(sent, to_child=False).waits_to_be_played
    assert not replace(sent, purpose="goodnight").waits_to_be_played


def test_the_box_goes_by_month_five_a_page_and_never_mixes_two() -> None:
    days = [NOW - timedelta(days=3 * each) for each in range(20)]  # ten in November, ten in October
    leaves = [replace(leaf(MOTHER), id=100 - place, sent_at=day) for place, day in enumerate(days)]

    newest = sheet(leaves, "UTC", 0, 0)
    second = sheet(leaves, "UTC", 202611, 1)
    october = sheet(leaves, "UTC", newest.older, 0)

    assert (newest.month, newest.page, newest.more, newest.older) == (202611, 0, True, 202610)
    assert [each.id for each in (*newest.leaves, *second.leaves)] == list(range(100, 90, -1))
    assert len(newest.leaves) == PAGE
    assert not second.more
    assert (october.month, october.leaves[0].id, october.older) == (202610, 90, 0)


@pytest.mark.parametrize(("month", "page"), [(1, 0), (202612, 0), (202611, 7), (0, 99)])
def test_a_page_that_is_not_there_is_the_first_one_and_an_empty_box_is_one_too(month: int, page: int) -> None:
    assert sheet([leaf(MOTHER)], "UTC", month, page) == sheet([leaf(MOTHER)], "UTC", 0, 0)
    assert sheet([], "UTC", month, page).leaves == ()


@pytest.mark.parametrize(
    ("chosen", "sent", "comes"),
    [
        ("", "02:10", "02:10"),
        ("any", "02:10", "02:10"),
        ("homework", "07:00", "17:30"),
        ("homework", "18:00", "18:00"),
        ("homework", "20:30", "17:30"),
        ("bed", "18:00", "19:30"),
        ("bed", "20:59", "20:59"),
        ("bed", "21:00", "19:30"),
    ],
)
def test_a_letter_comes_at_the_hour_that_home_has_chosen(chosen: str, sent: str, comes: str) -> None:
    child = replace(CHILD, zone="UTC", letter_hour=chosen)
    at = NOW.replace(hour=int(sent[:2]), minute=int(sent[3:]))

    found = good_time(child, at)

    assert f"{found:%H:%M}" == comes
    assert timedelta() <= found - at < timedelta(days=1)


@pytest.mark.parametrize(
    ("told", "days", "again"),
    [(None, 0, 2), (None, 5, 7), ("waits", 5, 7), ("arrived", 1, 2), ("arrived", 2, None)],
)
def test_two_days_after_it_came_it_is_looked_at_once_more(told: str | None, days: int, again: int | None) -> None:
    found = look_again(NOW, told, NOW + timedelta(days=days))
    assert found == (None if again is None else NOW + timedelta(days=again))
    assert timedelta(days=2) == PLAY_AFTER
