"""Who is given the text to read to the child."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.queries.circle import circles
from bot.queries.privacy import childs_say


def begin(tx: Tx, circle: Circle, at_home: Member) -> None:
    """Somebody looks after the child now: they are given the text, and so is the parent who has added the child."""
    added = circles.added_by(tx, circle.child.id)
    childs_say.plan(tx, at_home.id, tx.now)
    host = circle.member(added) if added is not None else None
    if host:
        childs_say.plan_first(tx, host.id)
