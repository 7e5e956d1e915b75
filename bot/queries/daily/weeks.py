"""What the days of a child have brought, as rows of several tables; what an adult may not know is not in it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import call, check_in, member, notice, notice_reader, person, promise, school_word, school_word_told
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.daily.calls import CallState
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.promises import PromiseState
from bot.domain.daily.weeks import Day, Mark, Said, days_until
from bot.domain.daily.weeks import week as as_week
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.privacy.childs_say import keeps_faces
from bot.domain.school.notices import NoticeState
from bot.domain.school.school_words import WordKind, WordState
from bot.queries.circle import circles
from bot.queries.daily import letter_box
from bot.queries.illness import illness_pages
from bot.queries.school import stickers

DUE = (
    select(person.c.id)
    .where(person.c.week_at.is_not(None), person.c.week_at <= NOW)
    .order_by(person.c.week_at)
    .limit(LIMIT)
)

_PLACE_OF_PARENT = (
    select(member.c.id)
    .where(
        member.c.person_id == bindparam("whose"),
        member.c.role == Role.PARENT,
        member.c.state == MemberState.ACTIVE,
    )
    .limit(1)
)
_PLAN = update(person).where(person.c.id == bindparam("key")).values(week_at=bindparam("at"))


def due(tx: Tx, limit: int) -> list[int]:
    """Parents whose Sunday evening has come, the longest due first."""
    return [row.id for row in due_rows(tx, DUE, person, limit=limit)]


def is_a_parent(tx: Tx, person_id: int) -> bool:
    """Whether somebody is a parent in any circle, be their place held or closed for now."""
    return tx.first(_PLACE_OF_PARENT, {"whose": person_id}) is not None


def plan(tx: Tx, person_id: int, at: datetime | None) -> None:
    """When a parent is shown the week next; none is never."""
    tx.change(_PLAN, {"key": person_id, "at": at})


def week(tx: Tx, circle: Circle, person_id: int, last: date) -> tuple[Day, ...]:
    """The seven days that end with `last`, on the child's calendar."""
    child, days = circle.child, days_until(last)
    hides = keeps_faces(child, tx.now) or not circles.agreed(tx, circle, person_id)
    return as_week(
        days,
        said(tx, child.id, days, person_id),
        hides_faces=hides,
        ill=_ill(tx, circle, person_id),
        marks=_marks(tx, circle, person_id, days),
        stickers=_stickers(tx, circle, person_id, days),
    )


def _ill(tx: Tx, circle: Circle, person_id: int) -> list[tuple[date, date]]:
    zone = circle.child.zone
    return [
        (local(each.opened_at, zone).date(), local(each.closed_at or tx.now, zone).date())
        for each in illness_pages.seen_by(tx, circle, person_id)
        if not each.is_plain
    ]


def _marks(tx: Tx, circle: Circle, person_id: int, days: tuple[date, ...]) -> dict[date, set[Mark]]:
    zone = circle.child.zone
    since, until = at_wall_clock(days[0], 0, zone), at_wall_clock(days[-1] + DAY, 0, zone)
    found = defaultdict[date, set[Mark]](set)

    def mark(at: datetime, what: Mark) -> None:
        found[local(at, zone).date()].add(what)

    for leaf in letter_box.seen_by(tx, circle, person_id):
        if since <= leaf.sent_at < until:
            mark(leaf.sent_at, Mark.TO_CHILD if leaf.to_child else Mark.FROM_HOME)
    for at in calls(tx, circle, person_id, since, until):
        mark(at, Mark.CALL)
    for day, what in promises(tx, circle, person_id, days):
        found[day].add(what)
    for at in school(tx, circle.child.id, person_id, since, until):
        mark(at, Mark.SCHOOL)
    return found


def _stickers(tx: Tx, circle: Circle, person_id: int, days: tuple[date, ...]) -> dict[date, set[str]]:
    zone = circle.child.zone
    found = defaultdict[date, set[str]](set)
    for at, put in stickers.told(tx, circle.child.id, person_id, at_wall_clock(days[0], 0, zone)):
        found[local(at, zone).date()] |= put
    return found


def said(tx: Tx, child_id: int, days: tuple[date, ...], person_id: int) -> list[Said]:
    """How the child was said to be on these days, the oldest first; what somebody keeps for a talk is theirs alone."""
    between = check_in.c.local_date >= days[0].isoformat(), check_in.c.local_date <= days[-1].isoformat()
    columns = check_in.c.local_date, check_in.c.state, check_in.c.face, check_in.c.held, check_in.c.answered_by
    rows = tx.all(select(*columns).where(check_in.c.child_id == child_id, *between).order_by(check_in.c.due_at))
    found = []
    for row in rows:
        kept = row.held and row.answered_by != person_id
        state, face = (CheckInState.HEARD, None) if kept else (row.state, row.face)
        found.append(Said(date.fromisoformat(row.local_date), state, face))
    return found


def calls(tx: Tx, circle: Circle, person_id: int, since: datetime, until: datetime) -> list[datetime]:
    """Calls that have taken place."""
    happened = call.c.child_id == circle.child.id, is_in(call, CallState.HAPPENED)
    rows = tx.all(select(call.c.at, call.c.planned_by).where(*happened, call.c.at >= since, call.c.at < until))
    return [row.at for row in rows if not _hides(circle, person_id, row.planned_by)]


def promises(tx: Tx, circle: Circle, person_id: int, days: tuple[date, ...]) -> list[tuple[date, Mark]]:
    """What was promised for these days, and not let go."""
    stands = is_in(promise, PromiseState.PLANNED, PromiseState.ASKED, PromiseState.KEPT)
    mine = promise.c.child_id == circle.child.id, stands
    between = promise.c.day >= days[0].isoformat(), promise.c.day <= days[-1].isoformat()
    rows = tx.all(select(promise.c.day, promise.c.made_by, promise.c.visit).where(*mine, *between))
    return [
        (date.fromisoformat(row.day), Mark.VISIT if row.visit else Mark.PROMISE)
        for row in rows
        if not _hides(circle, person_id, row.made_by)
    ]


def school(tx: Tx, child_id: int, person_id: int, since: datetime, until: datetime) -> Iterable[datetime]:
    """When a notice or good news of the school came to this adult."""
    mine = notice_reader.c.child_id == child_id, notice_reader.c.person_id == person_id
    sent = notice.c.state == NoticeState.SENT, notice.c.sent_at >= since, notice.c.sent_at < until
    joined = notice_reader.join(notice, notice.c.id == notice_reader.c.notice_id)
    for row in tx.all(select(notice.c.sent_at).select_from(joined).where(*mine, *sent)):
        yield row.sent_at
    told = select(school_word_told.c.word_id).where(school_word_told.c.person_id == person_id)
    words = school_word.c.child_id == child_id, school_word.c.state == WordState.SENT, school_word.c.id.in_(told)
    between = school_word.c.sent_at >= since, school_word.c.sent_at < until
    for row in tx.all(select(school_word.c.kind, school_word.c.sent_at).where(*words, *between)):
        if row.kind == WordKind.GOOD:
            yield row.sent_at


def _hides(circle: Circle, person_id: int, other: int) -> bool:
    """Whether it is of the other parent, on separate lines."""
    return any(each.person_id == other and circle.hides(each, person_id) for each in circle.members)
