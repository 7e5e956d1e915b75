"""What families and teachers say to each other, as rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, and_, bindparam, or_, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import class_room, member, school_talk, school_thread
from bot.db.transaction import Tx
from bot.domain.deliveries import FIRST_LOOK
from bot.domain.local_time import DAY
from bot.domain.school.school_talks import Talk, TalkState, Thread, is_tied, tied

TO_CHECK = (
    select(school_talk.c.id, school_thread.c.child_id)
    .join(school_thread, school_thread.c.id == school_talk.c.thread_id)
    .where(school_talk.c.check_at <= NOW)
    .order_by(school_talk.c.check_at)
    .limit(LIMIT)
)

_GET = select(school_talk).where(school_talk.c.id == bindparam("key"))
_THREAD = select(school_thread).where(school_thread.c.id == bindparam("key"))
_THREADS = (
    select(school_thread)
    .where(school_thread.c.class_id == bindparam("class_id"), school_thread.c.child_id == bindparam("child"))
    .order_by(school_thread.c.id)
)
_SINCE = (
    select(school_talk)
    .where(
        school_talk.c.thread_id == bindparam("thread"),
        school_talk.c.state == TalkState.SENT,
        school_talk.c.sent_at >= bindparam("at"),
    )
    .order_by(school_talk.c.id)
)
_TWINS = (
    select(school_talk)
    .where(
        school_talk.c.author_id == bindparam("by"),
        school_talk.c.sent_at == bindparam("at"),
        school_talk.c.state == TalkState.SENT,
    )
    .order_by(school_talk.c.id)
)

SILENT = select(school_thread).where(school_thread.c.next_at <= NOW).order_by(school_thread.c.next_at).limit(LIMIT)


class Changes(TypedDict, total=False):
    """Columns of a thread that may be set."""

    last_at: datetime
    waits_since: datetime | None
    handed_at: datetime | None
    next_at: datetime | None
    reminded_at: datetime | None


def _thread(row: Row[Any]) -> Thread:
    times = row.waits_since, row.handed_at, row.next_at, row.reminded_at
    return Thread(row.id, row.class_id, row.child_id, row.line, *times)


def _talk(row: Row[Any]) -> Talk:
    body = row.body
    return Talk(
        id=row.id,
        thread_id=row.thread_id,
        author_id=row.author_id,
        from_school=row.from_school,
        state=TalkState(row.state),
        kind=body.get("kind", "text"),
        file_id=body.get("file_id", ""),
        text=body.get("text", ""),
        album=body.get("album", ""),
        seen_by=body.get("seen_by", 0),
        sent_at=row.sent_at,
        told=row.told,
    )


def get(tx: Tx, talk_id: int) -> tuple[Talk, Thread] | None:
    """One thing that was said, and where."""
    row = tx.first(_GET, {"key": talk_id})
    found = thread(tx, row.thread_id) if row else None
    return (_talk(row), found) if row and found else None


def thread(tx: Tx, thread_id: int) -> Thread | None:
    """One thread."""
    row = tx.first(_THREAD, {"key": thread_id})
    return _thread(row) if row else None


def threads_of(tx: Tx, class_id: int, child_id: int) -> list[Thread]:
    """The threads about a child in a class, one for each line."""
    return [_thread(row) for row in tx.all(_THREADS, {"class_id": class_id, "child": child_id})]


def on_line(tx: Tx, class_id: int, child_id: int, line: str) -> Thread:
    """The thread of a line, begun with the first word; whoever begins one holds the circle."""
    found = next((each for each in threads_of(tx, class_id, child_id) if each.line == line), None)
    if found is None:
        row = {"class_id": class_id, "child_id": child_id, "line": line, "begun_at": tx.now, "last_at": tx.now}
        found = thread(tx, tx.add(school_thread, **row))
    assert found is not None
    return found


def waiting(tx: Tx, classes: Sequence[int]) -> list[Thread]:
    """Where families of these classes wait for an answer, the longest first."""
    here = school_thread.c.class_id.in_(classes), school_thread.c.waits_since.is_not(None)
    return [_thread(row) for row in tx.all(select(school_thread).where(*here).order_by(school_thread.c.waits_since))]


def with_lead(tx: Tx, school_ids: Sequence[int]) -> list[Thread]:
    """What whoever leads these schools reads: handed on to them, or with no teacher who is not of the child's family;
    those who wait the longest first."""
    own = select(member.c.id).where(
        member.c.child_id == school_thread.c.child_id, member.c.person_id == class_room.c.teacher_id
    )
    waits = school_thread.c.waits_since
    theirs = or_(school_thread.c.handed_at.is_not(None), and_(waits.is_not(None), own.exists()))
    found = (
        select(school_thread)
        .join(class_room, class_room.c.id == school_thread.c.class_id)
        .where(class_room.c.school_id.in_(school_ids), class_room.c.ends_at > tx.now, theirs)
        .order_by(waits.is_(None), waits, school_thread.c.id)
    )
    return [_thread(row) for row in tx.all(found)]


def hand_on(tx: Tx, thread_id: int, waits_since: datetime | None) -> bool:
    """From now on whoever leads the school reads it too; false where they do already."""
    free = school_thread.c.id == thread_id, school_thread.c.handed_at.is_(None)
    values = {"handed_at": tx.now, "waits_since": waits_since}
    return tx.change(update(school_thread).where(*free).values(**values)) == 1


def hand_back(tx: Tx, thread_id: int) -> bool:
    """The class's teachers read it alone again; false where they do already."""
    handed = school_thread.c.id == thread_id, school_thread.c.handed_at.is_not(None)
    return tx.change(update(school_thread).where(*handed).values(handed_at=None)) == 1


def add(tx: Tx, thread_id: int, author: int, body: dict[str, Any], *, from_school: bool) -> Talk:
    """Something that was said now; whether it arrives is looked at soon."""
    row = {"thread_id": thread_id, "author_id": author, "from_school": from_school, "state": TalkState.SENT}
    found = get(tx, tx.add(school_talk, **row, body=body, sent_at=tx.now, check_at=tx.now + FIRST_LOOK))
    assert found is not None
    change(tx, thread_id, last_at=tx.now)
    return found[0]


def change(tx: Tx, thread_id: int, **values: Unpack[Changes]) -> None:
    """Set columns of one thread."""
    tx.change(update(school_thread).where(school_thread.c.id == thread_id).values(**values))


def undo(tx: Tx, talk_id: int) -> bool:
    """Take back what was said; whether it stood."""
    stood = school_talk.c.id == talk_id, school_talk.c.state == TalkState.SENT
    return tx.change(update(school_talk).where(*stood).values(state=TalkState.UNDONE, body={}, check_at=None)) == 1


def last(tx: Tx, thread_id: int, limit: int) -> list[Talk]:
    """What was said last in a thread and stands, the oldest of it first."""
    here = school_talk.c.thread_id == thread_id, school_talk.c.state == TalkState.SENT
    rows = tx.all(select(school_talk).where(*here).order_by(school_talk.c.id.desc()).limit(limit))
    return [_talk(row) for row in reversed(rows)]


def since(tx: Tx, thread_id: int, at: datetime) -> list[Talk]:
    """What was said in a thread from then on, and stands."""
    return [_talk(row) for row in tx.all(_SINCE, {"thread": thread_id, "at": at})]


def mark_seen(tx: Tx, talk: Talk, by: int) -> None:
    """Somebody at the school says that they have seen it."""
    row = tx.first(select(school_talk.c.body).where(school_talk.c.id == talk.id))
    if row is not None:
        tx.change(update(school_talk).where(school_talk.c.id == talk.id).values(body={**row.body, "seen_by": by}))


def twins(tx: Tx, talk: Talk) -> list[Talk]:
    """The same, as a teacher has sent it at one moment to every line of a family; the first one carries the receipt."""
    rows = tx.all(_TWINS, {"by": talk.author_id, "at": talk.sent_at})
    return [
        each
        for each in map(_talk, rows)
        if (each.kind, each.text, each.file_id) == (talk.kind, talk.text, talk.file_id)
    ]


def tie(tx: Tx, talk: Talk) -> str:
    """The name that all parts of what is sent as one share, which this one has from now on, on every line."""
    if is_tied(talk.album):
        return talk.album
    name = tied(talk.id)
    for each in twins(tx, talk):
        here = school_talk.c.id == each.id
        body = tx.scalar(select(school_talk.c.body).where(here))
        tx.change(update(school_talk).where(here).values(body={**body, "album": name}))
    return name


def newest_of(tx: Tx, author: int) -> Talk | None:
    """What somebody has said last, to whomever."""
    mine = select(school_talk).where(school_talk.c.author_id == author)
    row = tx.first(mine.order_by(school_talk.c.sent_at.desc(), school_talk.c.id.desc()).limit(1))
    return _talk(row) if row else None


def of_album(tx: Tx, talk: Talk) -> list[Talk]:
    """All that was sent as one, such as several pictures, else the thing itself."""
    if not talk.album:
        return [talk]
    lately = since(tx, talk.thread_id, talk.sent_at - DAY)
    return [each for each in lately if (each.album, each.author_id) == (talk.album, talk.author_id)]


def said_today(tx: Tx, author: int) -> int:
    """How much somebody has said in the last 24 hours."""
    lately = school_talk.c.author_id == author, school_talk.c.sent_at > tx.now - DAY
    return len(tx.all(select(school_talk.c.id).where(*lately)))


def to_check(tx: Tx, limit: int) -> list[tuple[Talk, Thread]]:
    """What is to be looked at on its way, the longest due first."""
    found = [get(tx, row.id) for row in due_rows(tx, TO_CHECK, school_talk, limit=limit)]
    return [each for each in found if each]


def note_way(tx: Tx, talk_id: int, told: str | None, after: timedelta | None) -> None:
    """What its author knows of its way, and when to look again; none ends it."""
    again = None if after is None else tx.now + after
    tx.change(update(school_talk).where(school_talk.c.id == talk_id).values(told=told, check_at=again))


def look_at_once(tx: Tx, talk_id: int) -> None:
    """Something of it did not come: its author's card says so soon."""
    sent = school_talk.c.id == talk_id, school_talk.c.state == TalkState.SENT
    tx.change(update(school_talk).where(*sent).values(check_at=tx.now))


def silent(tx: Tx, limit: int) -> list[Thread]:
    """Where a family waits, and the next step is due; the longest due first."""
    return [_thread(row) for row in due_rows(tx, SILENT, school_thread, limit=limit)]
