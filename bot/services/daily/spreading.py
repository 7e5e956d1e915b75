"""Finds the minute at which home is asked about a child."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.daily.spreading import minutes, roomy
from bot.domain.local_time import next_at
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.daily import spreading as spreading_rows


def minute_for(tx: Tx, child: Child, slot: str) -> int:
    """One of this slot in which there is room."""
    at = {each: next_at(tx.now, each, child.zone) for each in minutes(slot, child.id)}
    asked = spreading_rows.asked_at(tx, at.values())
    return roomy({minute: asked.get(instant, 0) for minute, instant in at.items()})


def begin(tx: Tx, child: Child) -> None:
    """From now on somebody at home can be asked; where that was so before, nothing changes."""
    minute = minute_for(tx, child, child.slot)
    if check_ins.schedule_once(tx, child.id, next_at(tx.now, minute, child.zone)) and minute != child.minute:
        circles.change_child(tx, child.id, minute=minute)
