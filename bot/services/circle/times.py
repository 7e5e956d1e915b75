"""When it is quiet on somebody's phone: what waits is held or let go anew."""

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.queries.circle import people
from bot.services.notifications import reconsider


def keep_quiet(tx: Tx, me: Person, hours: tuple[int, int] | None) -> None:
    """From now on it is quiet in these hours, as minutes of their own day; with none, never."""
    start, end = hours or (0, 0)  # the same: none are wanted
    people.change(tx, me.id, quiet_from=start, quiet_until=end)
    reconsider(tx, me.id)
