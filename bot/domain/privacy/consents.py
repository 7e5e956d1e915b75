"""What somebody has agreed to, and takes back as easily."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class ConsentsShown(Event):
    """How each of their consents stands, with one tap for each."""

    while_stopped = Told.NOBODY
