"""A phone that is lost or back: each adult who knows its owner reads it once, however many children they share."""

from dataclasses import replace

from bot.domain.circle.circles import Circle
from bot.domain.circle.reach import PhoneBack, PhoneLost, WordsLost, tell_back, tell_lost, tell_words_lost
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, LILY, MOTHER, adult, circle, heard, told

TOM = Circle(replace(LILY, id=8), (adult(MOTHER), adult(GRANDMA), adult(AUNT)))


def test_each_adult_reads_it_once_with_the_first_child_that_they_share() -> None:
    tells = tell_lost([circle(MOTHER, FATHER, GRANDMA), TOM], GRANDMA)

    assert heard(tells) == [(each, "PhoneLost", Lane.ROUTINE) for each in (MOTHER, FATHER, AUNT)]
    assert [each.event.child_id for each in tells if isinstance(each.event, PhoneLost)] == [7, 7, 8]


def test_on_separate_lines_the_other_parent_reads_nothing_of_it() -> None:
    apart = circle(MOTHER, FATHER, GRANDMA, separate_lines=True)

    assert told(tell_lost([apart], FATHER), PhoneLost) == [GRANDMA]
    assert told(tell_back([apart], FATHER, ()), PhoneBack) == [GRANDMA]


def test_who_has_not_heard_of_the_loss_hears_nothing_of_its_end() -> None:
    assert told(tell_back([circle(MOTHER, FATHER, GRANDMA)], GRANDMA, {FATHER}), PhoneBack) == [MOTHER]


def test_where_nobody_else_is_nobody_is_told() -> None:
    assert tell_lost([circle(GRANDMA), circle(GRANDMA, adult(MOTHER, state="pending"))], GRANDMA) == []
    assert tell_lost([], GRANDMA) == []


def test_lost_words_are_named_to_who_wrote_them_be_they_of_the_circle_or_not() -> None:
    teacher = 50

    assert heard(tell_words_lost(circle(MOTHER, GRANDMA), teacher, MOTHER)) == [
        (teacher, WordsLost.__name__, Lane.NOTICE)
    ]
