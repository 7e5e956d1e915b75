"""Takes a notice that went out back from the phones; its words can become a draft."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.limits import DRAFTS_A_DAY
from bot.domain.people import Person
from bot.domain.school.notice_withdrawing import tell_withdrawn
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school import notice_weekly, notices, schools
from bot.services.notifications import notify
from bot.services.school import class_groups
from bot.services.school import notice_drafts as drafts


def taught(tx: Tx, me: Person, notice_id: int) -> Notice | None:
    """A notice that is this person's to take back: their own, or of the one class that they teach now."""
    own = drafts.mine(tx, me, notice_id)
    found = own or notices.get(tx, notice_id)
    if found is None or own is not None:
        return own
    rooms = notices.classes(tx, found.id)
    return found if len(rooms) == 1 and schools.my_class(tx, rooms[0], me.id) else None


def withdraw(tx: Tx, notice: Notice) -> bool:
    """The words go where they were read; false when another tap was faster."""
    if not notices.change(tx, notice.id, (NoticeState.SENT,), state=NoticeState.WITHDRAWN):
        return False
    readers = {person for _child, person, _confirmed in notices.readers(tx, notice.id)}
    notify(tx, tell_withdrawn(notice, sorted(readers)))
    class_groups.change(tx, replace(notice, state=NoticeState.WITHDRAWN))
    return True


def use_again(tx: Tx, me: Person, notice: Notice) -> int | None:
    """A draft of the same words, for the same families; none after as many as anybody writes in a day."""
    if notices.drafted_today(tx, me.id) >= DRAFTS_A_DAY:
        return None
    kept = {
        **notice.body,
        "media": [each for each in notice.media if not each.get("refused")],
        "parts": 1,
        "earlier": [],
    }
    return notice_weekly.copy(tx, notice.id, body=kept, author_id=me.id, urgent=False)
