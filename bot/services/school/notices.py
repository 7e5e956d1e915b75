"""Sends a notice out: now, or when its time has come; the households are those of this moment."""

from bot.db.transaction import Tx
from bot.domain.school.notice_notifications import tell_sent
from bot.domain.school.notices import Notice, NoticeState
from bot.domain.school.schools import family
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices
from bot.services.notifications import notify


def send_out(tx: Tx, found: Notice) -> bool:
    """Send a notice that has not gone out; false when another tap or tick was faster."""
    if not notices.change(
        tx, found.id, (NoticeState.DRAFT, NoticeState.SCHEDULED), state=NoticeState.SENT, sent_at=tx.now, send_at=None
    ):
        return False
    readers = _readers(tx, found.class_id)
    notices.address(tx, found.id, readers)
    notify(tx, tell_sent(found, sorted({person for _child, person in readers})))
    return True


def _readers(tx: Tx, class_id: int) -> list[tuple[int, int]]:
    found = [circles.get(tx, child_id) for child_id in enrolments.children(tx, class_id)]
    return [(circle.child.id, each.person_id) for circle in found if circle for each in family(circle)]
