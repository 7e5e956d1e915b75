"""Sends notices whose time has come, on the school's clock."""

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.school.notices import NoticeReceipt, NoticeState
from bot.queries.school import notices
from bot.services.notifications import notify
from bot.services.school.notice_drafts import teachable
from bot.services.school.notices import send_out

BATCH = 10


def run_once(tx: Tx) -> int:
    """Send what is due; how many were due. What a class that has ended still had scheduled goes to nobody."""
    due = notices.due(tx, BATCH)
    for each in due:
        author, rooms = each.author_id, teachable(tx, each)
        if author is None or not rooms:
            notices.change(tx, each.id, (NoticeState.SCHEDULED,), state=NoticeState.WITHDRAWN)
            continue
        notices.set_classes(tx, each.id, rooms)
        if send_out(tx, each):
            card = f"receipt:{each.id}"
            notify(tx, [Notification(author, NoticeReceipt(each.id), Lane.NOTICE, card=card, written=True)])
    return len(due)
