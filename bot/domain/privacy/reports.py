"""Reporting what somebody wrote, and hearing nothing more from them; the writer never learns of either (SG-18)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.notifications import Event, Lane, Notification, Told

UNDO_FOR = timedelta(minutes=10)
SHOWN = 5
KINDS = ("letter", "notice", "word", "talk", "promise", "alert")


class ReportOutcome(StrEnum):
    """What has become of a report."""

    ACTED = "acted"
    PASSED_ON = "passed_on"
    KEPT = "kept"  # nothing was changed


@dataclass(frozen=True, slots=True)
class ItemsShown(Event):
    """The last things that people wrote to this person, each to be reported."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ItemReported(Event):
    """It is with whoever answers for the safety of children."""

    while_stopped = Told.NOBODY
    report_id: int


@dataclass(frozen=True, slots=True)
class ReportTakenBack(Event):
    """It is not."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class WriterMuted(Event):
    """Nothing that this writer writes comes any more; only illness does."""

    while_stopped = Told.NOBODY
    what: str
    item_id: int


@dataclass(frozen=True, slots=True)
class WriterUnmuted(Event):
    """It comes again."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ReportAnswered(Event):
    """What has become of a report, to the reporter alone."""

    while_stopped = Told.NOBODY
    outcome: str


def tell_outcome(reporter: int, outcome: ReportOutcome) -> list[Notification]:
    """The reporter hears what was done; nobody else does."""
    return [Notification(reporter, ReportAnswered(outcome), Lane.NOTICE, written=True)]
