"""What had its time when its class ended, or went to somebody else: it never leaves in silence, nor unread."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class NoticesPassedOn(Event):
    """To who has a class now: what was still to be sent waits for their tap."""

    while_stopped = Told.AT_HOME
    class_id: int
    unsent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoticesStopped(Event):
    """To who wrote it: the class is over, and what was still to be sent goes to nobody."""

    while_stopped = Told.AT_HOME
    class_id: int
    unsent: tuple[int, ...]
