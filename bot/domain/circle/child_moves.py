"""🕰 A child moves: asked by another clock from then on, and the emergency numbers are those of the new place."""

from dataclasses import dataclass

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class ChildPlaceAsked(Event):
    """Where the child lives now: a country, and a city where a country has several clocks."""

    while_stopped = Told.NOBODY
    child_id: int
    page: int = 0
    country: str = ""
    again: bool = False  # a country that is on no button


@dataclass(frozen=True, slots=True)
class ChildMoved(Event):
    """Told to the other adults, and to who said it; `by` did."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int


def tell_moved(circle: Circle, by: int) -> list[Notification]:
    """The other adults learn by which clock the child is asked about now."""
    about = ChildMoved(circle.child.id, by)
    card = f"moved:{circle.child.id}"
    return [Notification(each.person_id, about, Lane.ROUTINE, card=card) for each in circle.others(by)]
