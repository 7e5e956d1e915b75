"""Sends notices whose time has come, on the school's clock."""

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.school.notices import NoticeReceipt
from bot.queries.school import notices
from bot.services.notifications import notify
from bot.services.school import notice_waiting, notice_weekly
from bot.services.school.notice_drafts import teachable
from bot.services.school.notices import send_out

BATCH = 10


def run_once(tx: Tx) -> int:
    """Send what is due; how many were due. Where its author teaches no more, who does reads it first."""
    due = notices.due(tx, BATCH)
    for each in due:
        author, rooms = each.author_id, teachable(tx, each)
        if author is None or not rooms:
            notice_waiting.leave(tx, each)
            continue
        notices.set_classes(tx, each.id, rooms)
        sent = notice_weekly.issue(tx, each) if each.weekly_until else each.id if send_out(tx, each) else None
        if sent is not None:
            card = f"receipt:{sent}"
            notify(tx, [Notification(author, NoticeReceipt(sent), Lane.NOTICE, card=card, written=True)])
        if each.weekly_until:
            notice_weekly.go_on(tx, each, author)
    return len(due)
