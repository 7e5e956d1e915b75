"""How many children are asked about when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.db.tables import child
from bot.db.transaction import Tx

_ASKED_AT = (
    select(child.c.next_check_in_at, func.count().label("many"))
    .where(child.c.next_check_in_at.in_(bindparam("instants", expanding=True)))
    .group_by(child.c.next_check_in_at)
)


def asked_at(tx: Tx, instants: Iterable[datetime]) -> dict[datetime, int]:
    """Of these instants how many children are asked about at each; one at which nobody is is left out."""
    return {row.next_check_in_at: row.many for row in tx.all(_ASKED_AT, {"instants": list(instants)})}
