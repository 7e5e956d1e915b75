"""What goes with the alerts: the danger card, everything of an illness, and the card for somebody in need."""

from bot.domain.illness import notifications
from bot.domain.notifications import Event, Lane, kinds_in
from bot.domain.privacy import crisis
from bot.domain.school import school_illness

_URGENT = kinds_in(notifications, school_illness, crisis)


def lane_of(about: Event) -> Lane:
    """The lane in which somebody is answered: behind thousands of other answers, these are the next."""
    return Lane.URGENT if type(about).__name__ in _URGENT else Lane.REPLY
