"""A year of birth is taken from the list as far as it goes; the family says the rest."""

from bot.domain.circle.circles import Role
from bot.domain.notifications import Lane
from bot.domain.school.slips import SlipOpened, birth_year, tell_opened


def test_the_year_is_the_childs_own_else_that_of_most_else_of_a_child_in_primary_school() -> None:
    assert birth_year(2016, [2017, 2017], 2026) == 2016
    assert birth_year(None, [2016, 2017, 2017], 2026) == 2017
    assert birth_year(None, [], 2026) == 2017


def test_teachers_hear_softly_who_has_come() -> None:
    told, other = tell_opened(3, 7, Role.PARENT, [5, 6])
    assert (other.to, other.event) == (6, told.event)
    assert (told.to, told.event, told.lane) == (5, SlipOpened(3, 7, "parent"), Lane.NOTICE)
    assert not told.event.rings
