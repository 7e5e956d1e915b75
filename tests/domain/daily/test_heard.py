"""Whose taps speak for home, and who hears that a silence is over."""

from bot.domain.daily.heard import speaks_for_home, tell_heard_again
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOBODY, NOW, adult, whole


def test_everybody_at_home_and_who_steps_in_speaks_for_home_and_no_parent_does() -> None:
    assert [each for each in (MOTHER, FATHER, GRANDMA, GRANDPA, AUNT) if speaks_for_home(adult(each))] == [
        GRANDMA,
        GRANDPA,
        AUNT,
    ]


def test_exactly_those_hear_it_who_were_told_unless_they_read_the_thing_itself() -> None:
    told = [MOTHER, FATHER, AUNT, NOBODY, GRANDMA]
    tells = tell_heard_again(whole(), adult(GRANDMA), told, [FATHER], NOW)
    assert [each.to for each in tells] == [MOTHER, AUNT]
