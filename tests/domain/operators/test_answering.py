"""Who answers reports, and that an answered one is changed where its words stand."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.operators.answering import answerers, card_of, tell_changed
from bot.domain.operators.operators import Operator, OperatorRole

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
BORIS = Operator(1, "Boris", OperatorRole.SAFEGUARDING, 8, NOW, NOW)


def test_reports_are_for_those_who_have_come_for_them_once_each() -> None:
    others = [replace(BORIS, role=each, person_id=9) for each in OperatorRole if each is not OperatorRole.SAFEGUARDING]
    assert answerers([BORIS, replace(BORIS, id=2), replace(BORIS, id=3, person_id=None), *others]) == [8]


def test_what_becomes_of_a_report_changes_the_message_with_its_words() -> None:
    (told,) = tell_changed(5, [8])
    assert (told.to, told.card, told.edits_card) == (8, card_of(5), True)
