"""What has its time goes on with its class: to whoever has the class then, as a draft, and not beyond its end."""

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.school.notice_waiting import NoticesPassedOn, NoticesStopped
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school import notice_weekly, notices, schools, staffing
from bot.services.notifications import notify
from bot.services.school import notice_drafts as drafts

_WAITS = (NoticeState.SCHEDULED,)


def pass_on(tx: Tx, class_id: int, to: int) -> list[int]:
    """Nothing leaves in the name of somebody who does not teach the class: it waits for a tap of who does."""
    waiting = [found for each in notices.scheduled(tx, class_id) if (found := notices.get(tx, each))]
    return [_pass_on(tx, each, class_id, to) for each in waiting if class_id not in drafts.teachable(tx, each)]


def _pass_on(tx: Tx, found: Notice, class_id: int, to: int) -> int:
    """Of what is for other classes of its author, too, only this class's part."""
    others = drafts.teachable(tx, found)
    if others:
        number = notice_weekly.copy(tx, found.id, author_id=to)
        notices.set_classes(tx, number, [class_id])
        notices.set_classes(tx, found.id, others)
        return number
    notices.change(tx, found.id, _WAITS, state=NoticeState.DRAFT, send_at=None, weekly_until=None, author_id=to)
    return found.id


def tell_passed_on(tx: Tx, class_id: int, to: int, unsent: list[int]) -> None:
    """Nothing where there is nothing."""
    about = NoticesPassedOn(class_id, tuple(unsent))
    notify(tx, [Notification(to, about, Lane.NOTICE, written=True)] if unsent else [])


def leave(tx: Tx, found: Notice) -> None:
    """Its time has come, and who wrote it does not teach there any more: who does reads it first, if anybody does."""
    for class_id in notices.classes(tx, found.id):
        holder = _holder(tx, found, class_id)
        if holder is not None:
            tell_passed_on(tx, class_id, holder, [_pass_on(tx, found, class_id, holder)])
            return
    notices.change(tx, found.id, _WAITS, state=NoticeState.WITHDRAWN, send_at=None)


def _holder(tx: Tx, found: Notice, class_id: int) -> int | None:
    """What was written to a whole school is for who leads it."""
    if found.school_id is None:
        return schools.teaches(tx, class_id)
    return next(iter(staffing.leads(tx, found.school_id)), None)


def end(tx: Tx, class_id: int) -> None:
    """The class is over; what is for other classes, too, goes to those alone. Who wrote the rest reads that it ends."""
    stopped: dict[int, list[int]] = {}
    for each in notices.scheduled(tx, class_id):
        found = notices.get(tx, each)
        others = [room for room in notices.classes(tx, each) if room != class_id]
        if others:
            notices.set_classes(tx, each, others)
            continue
        notices.change(tx, each, _WAITS, state=NoticeState.WITHDRAWN, send_at=None)
        if found is not None and found.author_id is not None:
            stopped.setdefault(found.author_id, []).append(each)
    notify(
        tx,
        [
            Notification(author, NoticesStopped(class_id, tuple(unsent)), Lane.NOTICE, written=True)
            for author, unsent in sorted(stopped.items())
        ],
    )
