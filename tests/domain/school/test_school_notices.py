"""Whoever teaches a class reads that the school wrote to it; who wrote does not."""

from bot.domain.notifications import Lane
from bot.domain.school.school_notices import SchoolNoticeWent, tell_went

LEAD, ZHAO, SECOND = 1, 2, 3


def test_everybody_who_teaches_the_class_reads_it_once_and_quietly() -> None:
    told = tell_went(7, 3, [ZHAO, SECOND, ZHAO], LEAD)

    assert [each.to for each in told] == [ZHAO, SECOND]
    assert {each.event for each in told} == {SchoolNoticeWent(3, 7)}
    assert {each.lane for each in told} == {Lane.ROUTINE}
    assert SchoolNoticeWent.silent


def test_who_wrote_it_and_teaches_the_class_reads_nothing() -> None:
    assert tell_went(7, 3, [LEAD], LEAD) == []
