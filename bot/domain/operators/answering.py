"""An operator answers what families report: its words are read while it is open, and never of one's own family."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.operators.operators import Operator, OperatorRole


@dataclass(frozen=True, slots=True)
class ReportsShown(Event):
    """What waits, without a word of it."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ReportRead(Event):
    """One report with its words, while it is open; the same message says afterwards that it is not."""

    while_stopped = Told.NOBODY
    report_id: int


@dataclass(frozen=True, slots=True)
class DutyShown(Event):
    """The dates of the safeguarding file."""

    while_stopped = Told.NOBODY


def card_of(report_id: int) -> str:
    """The message in which an operator reads a report."""
    return f"report:{report_id}"


def answerers(operators: Iterable[Operator]) -> list[int]:
    """The people who answer reports, once each."""
    found = (each for each in operators if each.role is OperatorRole.SAFEGUARDING and each.person_id is not None)
    return list(dict.fromkeys(each.person_id for each in found if each.person_id is not None))


def tell_changed(report_id: int, people: Iterable[int]) -> list[Notification]:
    """Wherever its words stand, the message changes; elsewhere nothing is said."""
    about = ReportRead(report_id)
    return [Notification(each, about, Lane.REPLY, card=card_of(report_id), edits_card=True) for each in people]
