"""The pause of a household: what is open ends, and everybody is told."""

from datetime import datetime

from bot.domain.check_ins import card_of
from bot.domain.circle import Circle
from bot.domain.ladders import card_name
from bot.domain.pauses import tell_paused
from bot.storage import check_ins, circles, ladders, outbox
from bot.storage.tellings import tell
from bot.storage.transaction import Tx


def pause(tx: Tx, circle: Circle, by: int, until: datetime) -> None:
    """Open questions are let go, and nothing of them comes back afterwards."""
    child_id = circle.child.id
    if circles.pause(tx, child_id, until):
        check_ins.end_open(tx, child_id, "paused")
        ladders.end(tx, child_id)
        outbox.clear_card(tx, card_name(child_id))
        outbox.clear_card(tx, card_of(child_id))
        tell(tx, tell_paused(circle, by))


def resume(tx: Tx, circle: Circle, by: int) -> bool:
    """End it before its time; false when there is none."""
    if not circles.resume(tx, circle.child.id):
        return False
    tell(tx, tell_paused(circle, by, resumed=True))
    return True
