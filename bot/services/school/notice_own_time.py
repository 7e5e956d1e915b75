"""A notice gets its time."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.domain.school.notice_choices import DeadlineAsked
from bot.domain.school.notices import Notice, NoticeScheduled, NoticeState
from bot.queries.circle import people
from bot.queries.school import notices
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts


def schedule(tx: Tx, me: Person, found: Notice, at: datetime, message_id: int | None) -> str:
    """It waits until then, and is no longer being written; the limit that this one is over, else empty."""
    if found.is_over(at):  # nobody could answer any more
        reply(tx, me, DeadlineAsked(found.id, passed=True), edit=message_id)
        return ""
    if limit := drafts.too_many(tx, me, found):
        return limit
    notices.change(tx, found.id, drafts.UNSENT, state=NoticeState.SCHEDULED, send_at=at, weekly_until=None)
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeScheduled(found.id), edit=message_id)
    return ""
