"""A family that has not been here for a year and a half: asked twice, then erased."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.domain.notifications import Event, Told
from bot.domain.privacy.retention import kept

ASK_AGAIN = timedelta(days=30)
QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class FamilyIdle(Event):
    """Shall it be kept? Any tap keeps it."""

    while_stopped = Told.NOBODY
    child_id: int
    erased_at: datetime


def idle_at(last: date) -> datetime:
    """When a family counts as gone whose adults were last here on that day."""
    return datetime(last.year, last.month, last.day, tzinfo=UTC) + kept("idle")


def erased_at(now: datetime, asked: int) -> datetime:
    """When all of it goes, if nobody comes, with so many questions asked before this one."""
    return now + ASK_AGAIN * (QUESTIONS - asked)
