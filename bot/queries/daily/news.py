"""What stays of an answer beside its face: in which words it was told, and what was seen that day."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import bindparam, select, update

from bot.db.columns import Instant
from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import CheckIn, CheckInState
from bot.domain.daily.news import WAYS, Seen, takes_more
from bot.domain.privacy.childs_say import is_mood
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses

_TOGETHER = timedelta(hours=12)  # of one evening, and of no other

_WAYS = (
    select(check_in.c.way)
    .where(check_in.c.child_id == bindparam("child"), check_in.c.way.is_not(None))
    .order_by(check_in.c.answered_at.desc())
    .limit(WAYS)
)
_LAST_ANSWERED = (
    select(check_in.c.local_date)
    .where(
        check_in.c.child_id == bindparam("child"),
        check_in.c.local_date < bindparam("before"),
        check_in.c.state == CheckInState.ANSWERED,
    )
    .order_by(check_in.c.local_date.desc())
    .limit(1)
)
_SEEN = select(check_in.c.seen).where(check_in.c.id == bindparam("key"))
_NEWEST = (
    select(check_in.c.id)
    .where(
        check_in.c.child_id == bindparam("child"),
        check_in.c.state == CheckInState.ANSWERED,
        check_in.c.answered_by == bindparam("by"),
        check_in.c.answered_at >= bindparam("since", type_=Instant),
    )
    .order_by(check_in.c.answered_at.desc())
    .limit(1)
)


def ways_told(tx: Tx, child_id: int) -> list[int]:
    """In which ways the last answers about a child were said, the newest first."""
    return [row.way for row in tx.all(_WAYS, {"child": child_id})]


def last_answered(tx: Tx, child_id: int, before: str) -> str:
    """The last local date before this one on which home had answered; empty where it never had."""
    return tx.scalar(_LAST_ANSWERED, {"child": child_id, "before": before}) or ""


def seen(tx: Tx, check_in_id: int) -> tuple[Seen, ...]:
    """What was seen on the day of an answer."""
    found = tx.scalar(_SEEN, {"key": check_in_id})
    return tuple(map(Seen, found.split(","))) if found else ()


def note_seen(tx: Tx, check_in_id: int, by: int, what: Collection[Seen]) -> bool:
    """Keep what was seen with an answer; false when it is not this person's answer, or not any more."""
    mine = check_in.c.id == check_in_id, check_in.c.answered_by == by, check_in.c.state == CheckInState.ANSWERED
    return tx.change(update(check_in).where(*mine).values(seen=",".join(what) or None)) == 1


def takes_seen(tx: Tx, found: CheckIn, person_id: int) -> bool:
    """Whether this person can say what they saw that day.

    They have answered with a face and may pass it on as one still, sharing goes on, the child is not ill, for an
    illness has questions of its own, and the day is not long over.
    """
    if found.answered_by != person_id or found.answered_at is None or not is_mood(found.face):
        return False
    mine = circles.membership(tx, found.child_id, person_id, Action.ANSWER_CHECK_IN)
    if mine is None or not takes_more(found.answered_at, tx.now, mine[0].child.zone):
        return False
    told = circles.faces_told(tx, found.child_id, person_id)
    return told and illnesses.running(tx, found.child_id) is None


def answered_with(tx: Tx, found: CheckIn, person_id: int) -> list[CheckIn]:
    """The answers that one person has given about each of their children in these hours; `found` is one of them."""
    if found.answered_at is None or not circles.has_several(tx, person_id):
        return [found]
    since = found.answered_at - _TOGETHER
    mine = [circle.child.id for circle, _me in circles.of_person(tx, person_id, Action.ANSWER_CHECK_IN)]
    numbers = [tx.scalar(_NEWEST, {"child": each, "by": person_id, "since": since}) for each in mine]
    others = [each for number in numbers if number and (each := check_ins.get(tx, number))]
    return [found if each.child_id == found.child_id else each for each in others] or [found]
