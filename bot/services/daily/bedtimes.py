"""When a child goes to bed, and what comes then."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.bedtimes import next_evening
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.daily import bedtimes, book_pages, goodnights


def at_home(tx: Tx, circle: Circle) -> list[Person]:
    """Who plays something this evening."""
    return list(people.get_many(tx, [each.person_id for each in circle.askable(tx.now)]).values())


def plan(tx: Tx, circle: Circle) -> None:
    """The next evening, as long as something waits for it."""
    waits = goodnights.shelf(tx, circle.child.id) or book_pages.readings(tx, circle.child.id)
    at = next_evening(tx.now, bedtimes.minute(tx, circle), circle.child.zone, at_home(tx, circle)) if waits else None
    bedtimes.plan(tx, circle.child.id, at)
