"""Coming in: who is asked about a joiner, what they read, and when guessed links rest (SG-11, SG-15)."""

from datetime import timedelta

import pytest

from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.joining import (
    JoinAsked,
    JoinDecided,
    MemberJoined,
    TurnedAway,
    Welcomed,
    WrongLinks,
    may_decide,
    tell_decided,
    tell_join_asked,
    token_in,
)
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, MOTHER, NOW, adult, circle, told

DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)
NEWCOMER = adult(FATHER, state="pending", invited_by=MOTHER)


@pytest.mark.parametrize(
    ("links", "rest"),
    [
        (WrongLinks(), False),
        (WrongLinks(9, NOW), False),
        (WrongLinks(10, NOW), True),
        (WrongLinks(10, NOW - DAY + MOMENT), True),
        (WrongLinks(10, NOW - DAY), False),
    ],
    ids=["none", "nine", "ten", "to the end of the day", "a day later"],
)
def test_after_ten_made_up_links_none_is_looked_up_for_a_day(links: WrongLinks, rest: bool) -> None:
    assert links.rest(NOW) is rest


def test_the_day_begins_with_the_first_of_them() -> None:
    first = WrongLinks().one_more(NOW)

    assert first.one_more(NOW + DAY - MOMENT) == WrongLinks(2, NOW)
    assert first.one_more(NOW + DAY) == WrongLinks(1, NOW + DAY)


@pytest.mark.parametrize(
    ("around", "asked"),
    [
        (circle(MOTHER, GRANDMA, NEWCOMER), {MOTHER: "Ben"}),
        (circle(adult(MOTHER, state="left"), GRANDMA, AUNT, NEWCOMER), {GRANDMA: "Ben", AUNT: "Ben"}),
        (circle(MOTHER, GRANDMA, NEWCOMER, separate_lines=True), {MOTHER: "Ben"}),
        (
            circle(adult(MOTHER, state="left"), adult(6, Role.PARENT), GRANDMA, NEWCOMER,
                   separate_lines=True),
            {GRANDMA: "Ben"},
        ),
        (
            circle(adult(MOTHER, state="left"), adult(6, Role.PARENT), NEWCOMER, separate_lines=True),
            {6: ""},
        ),
    ],
    ids=["who invited", "the others once they left", "who invited, though apart", "who may know", "without a name"],
)  # fmt: skip
def test_who_invited_is_asked_and_a_parent_apart_reads_no_name(around: Circle, asked: dict[int, str]) -> None:
    tells = tell_join_asked(around, NEWCOMER, "Ben", MOTHER)

    assert {each.to: each.event.name for each in tells if isinstance(each.event, JoinAsked)} == asked
    assert {each.lane for each in tells} == {Lane.NOTICE}
    if around.child.separate_lines:
        assert [each.person_id for each in around.active if may_decide(around, NEWCOMER, each.person_id)] == [*asked]


def test_a_guest_of_one_parent_is_nothing_to_the_other_on_separate_lines_alone() -> None:
    guest = adult(GRANDMA, state="pending", invited_by=MOTHER)

    assert may_decide(circle(MOTHER, FATHER, guest), guest, FATHER)
    assert not may_decide(circle(MOTHER, FATHER, guest, separate_lines=True), guest, FATHER)


def test_a_yes_is_told_to_everybody_and_a_no_to_nobody_else() -> None:
    around = circle(MOTHER, GRANDMA, AUNT, adult(FATHER))
    yes = tell_decided(around, adult(FATHER), "Ben", adult(MOTHER), welcome=True)
    no = tell_decided(circle(MOTHER, GRANDMA, AUNT, NEWCOMER), NEWCOMER, "Ben", adult(MOTHER), welcome=False)

    assert (told(yes, Welcomed), told(yes, JoinDecided), told(yes, MemberJoined)) == (
        [FATHER],
        [MOTHER],
        [GRANDMA, AUNT],
    )
    assert {each.lane for each in yes if each.to in {FATHER, MOTHER}} == {Lane.REPLY}
    assert {each.lane for each in yes if isinstance(each.event, MemberJoined)} == {Lane.NOTICE}
    assert (told(no, TurnedAway), told(no, JoinDecided), told(no, MemberJoined)) == ([FATHER], [MOTHER], [])


TOKEN = "q3VnXv0-9tL2mBzK_aWcRg"


@pytest.mark.parametrize(
    "words",
    [
        f"https://t.me/homeline_bot?start={TOKEN}",
        f"t.me/homeline_bot?start={TOKEN}",
        f"http://telegram.me/homeline_bot?start={TOKEN}.",
        f"tg://resolve?domain=homeline_bot&start={TOKEN}",
        f"Mum, open this: (t.me/homeline_bot?start={TOKEN}) and tap ✅",
        f"/start {TOKEN}",
        f"她说点这个{TOKEN}，快一点",
        TOKEN,
    ],
)
def test_an_invite_is_found_however_it_was_copied(words: str) -> None:
    assert token_in(words) == TOKEN


@pytest.mark.parametrize("words", ["https://t.me/homeline_bot?start=q3VnX", "t.me/homeline_bot?start=q3VnX\n"])
def test_a_link_that_was_cut_off_is_one_where_nothing_else_was_said(words: str) -> None:
    assert token_in(words) == "q3VnX"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Lily can say donaudampfschifffahrts",
        "donaudampfschiffahrten",
        "LILYISWELLLILYISWELLOK",
        f"https://example.org/{TOKEN}",
        f"https://example.org/?start={TOKEN}",
        f"x{TOKEN}",
        "Play this with her: https://t.me/quiz_bot?start=x",
        f"Play this with her: t.me/quiz_bot?start={TOKEN}2",
        "She writes /start me up",
        "+86 138 0013 8000 1380",
    ],
)
def test_words_are_taken_for_no_invite(words: str) -> None:
    assert token_in(words) == ""
