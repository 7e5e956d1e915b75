"""What goes out every week: each time a notice of its own, with confirmations of its own."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.domain.school.notice_weekly import MOST, WeeklyOver, next_at
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.circle import people
from bot.queries.school import notice_weekly, notices, schools
from bot.services.notifications import notify
from bot.services.school import notice_drafts as drafts
from bot.services.school.notices import send_out


def begin(tx: Tx, me: Person, found: Notice, first: datetime, last: datetime) -> bool:
    """From `first` to `last`; one that was weekly already has other times now. False where there are many already."""
    if found.weekly_until is None and notice_weekly.count(tx, me.id) >= MOST:
        return False
    people.end_dialogue(tx, me.id)
    return notices.change(tx, found.id, drafts.UNSENT, state=NoticeState.SCHEDULED, send_at=first, weekly_until=last)


def issue(tx: Tx, found: Notice) -> int:
    """One of them goes out now; its number."""
    number = notice_weekly.copy(tx, found.id)
    sent = notices.get(tx, number)
    assert sent is not None
    send_out(tx, sent)
    return number


def put_off(tx: Tx, found: Notice, author: int) -> int:
    """Nobody knows whether this week's went out: it is a draft, its number is answered, and the weeks go on."""
    number = notice_weekly.copy(tx, found.id)
    go_on(tx, found, author)
    return number


def go_on(tx: Tx, found: Notice, author: int) -> None:
    """It waits for its next week; after the last its teacher reads that it is over."""
    zone = schools.clock(tx, found.class_id, people.get(tx, author))
    following = next_at(found.weekly_until or tx.now, tx.now, zone)
    if following is not None:
        notices.change(tx, found.id, (NoticeState.SCHEDULED,), send_at=following)
        return
    notices.change(tx, found.id, (NoticeState.SCHEDULED,), state=NoticeState.WITHDRAWN)
    notify(tx, [Notification(author, WeeklyOver(found.id), Lane.NOTICE, written=True)])
