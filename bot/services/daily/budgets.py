"""Eight messages a week are a promise: whether one more has room among what Homeline begins with those at home."""

from collections.abc import Collection

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.presence import COACHED_AGAIN
from bot.domain.daily import asking
from bot.domain.daily.asking import WEEK
from bot.domain.daily.rhythm import is_due
from bot.domain.local_time import at_wall_clock, local
from bot.queries.circle import presence
from bot.queries.daily import check_ins, own_weeks


def has_room(tx: Tx, circle: Circle, slot: str, people: Collection[int]) -> bool:
    """Beside the questions of a child in one slot, and what `people` are told and asked besides."""
    child, today = circle.child, local(tx.now, circle.child.zone).date()
    since = today - WEEK
    begun = check_ins.begun(tx, child.id, slot, since)
    besides = [at for each in presence.next_coached(tx, people) for at in (each, each - COACHED_AGAIN)]
    besides += own_weeks.asked_since(tx, people, at_wall_clock(since, 0, child.zone))
    days = [local(each, child.zone).date() for one in (*begun, besides) for each in one if each is not None]
    asked_today = any(asked is not None and local(asked, child.zone).date() == today for asked, _reminded in begun)
    return asking.has_room(days, today, lambda day: is_due(child.rhythm, day) and (day > today or not asked_today))
