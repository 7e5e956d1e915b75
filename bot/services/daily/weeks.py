"""Who is shown the week, from when on."""

from bot.db.transaction import Tx
from bot.domain.daily.weeks import next_sunday
from bot.queries.circle import people
from bot.queries.daily import weeks


def begin(tx: Tx, person_id: int) -> None:
    """A parent has come in: the week is shown to them on Sundays."""
    weeks.plan(tx, person_id, next_sunday(tx.now, people.get(tx, person_id).zone, person_id))
