"""🎓 A family's page of its child's school: who teaches, the last notices, and what is still open."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class SchoolPageShown(Event):
    """The page, for each class in which the child is."""

    while_stopped = Told.AT_HOME
    child_id: int
