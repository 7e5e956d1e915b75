"""What goes with the alerts: the danger card, everything of an illness, and the card for somebody in need."""

from bot.domain import crisis, illness_tellings, school_illness
from bot.domain.tell import About, Lane, kinds_in

_URGENT = kinds_in(illness_tellings, school_illness, crisis)


def lane_of(about: About) -> Lane:
    """The lane in which somebody is answered: behind thousands of other answers, these are the next."""
    return Lane.URGENT if type(about).__name__ in _URGENT else Lane.REPLY
