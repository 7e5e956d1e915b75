"""A child that is being added, after something else was done in between."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class ChildGoesOn(Event):
    """To who was adding a child and did something else: the way on."""

    while_stopped = Told.EVERYBODY
    child: str
