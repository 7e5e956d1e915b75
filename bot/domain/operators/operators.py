"""Who runs an installation from inside Telegram: let in from a shell alone, each for one kind of work."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.roles import Action, Standing, may
from bot.domain.notifications import Event, Told

LINK_LIFE = timedelta(days=1)


class OperatorRole(StrEnum):
    """What an operator looks after."""

    COORDINATOR = "coordinator"  # schools
    SAFEGUARDING = "safeguarding"  # what families report, and places that are closed
    TECHNICAL = "technical"  # the machine

    @property
    def standing(self) -> Standing:
        """Where this role stands in the table of roles."""
        return Standing(self.value)


@dataclass(frozen=True, slots=True)
class Operator:
    """One role of one person; nobody has taken it up while there is no `person_id`."""

    id: int
    called: str  # as who let them in has written it
    role: OperatorRole
    person_id: int | None
    link_until: datetime
    joined_at: datetime | None


def allowed(roles: frozenset[OperatorRole], action: Action) -> bool:
    """Whether somebody with these roles may do this."""
    return any(may(each.standing, action) for each in roles)


@dataclass(frozen=True, slots=True)
class OperatorShown(Event):
    """What an operator can do: their first card."""

    while_stopped = Told.NOBODY
    joined: str = ""  # the role that they have just taken up


@dataclass(frozen=True, slots=True)
class OperatorEnded(Event):
    """An operator no longer is one."""

    while_stopped = Told.NOBODY
    role: str


@dataclass(frozen=True, slots=True)
class StatusShown(Event):
    """How the installation is, without anything about people."""

    while_stopped = Told.NOBODY
