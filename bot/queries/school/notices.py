"""Notices as rows: what was posted, which households it went to, and who has confirmed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, bindparam, delete, func, select, update

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import enrolment, notice, notice_class, notice_household, notice_pupil, notice_reader
from bot.db.transaction import Tx
from bot.domain.local_time import DAY
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.notices import MONTH, Household, Level, Notice, NoticeState

DUE = (
    select(notice)
    .where(is_in(notice, NoticeState.SCHEDULED), notice.c.send_at <= NOW)
    .order_by(notice.c.send_at)
    .limit(LIMIT)
)

_OF_CLASS = select(notice).join(notice_class, notice_class.c.notice_id == notice.c.id)
_GET = select(notice).where(notice.c.id == bindparam("key"))
_CLASSES = (
    select(notice_class.c.class_id)
    .where(notice_class.c.notice_id == bindparam("notice"))
    .order_by(notice_class.c.class_id)
)
_HOUSEHOLDS = (
    select(notice_household)
    .where(notice_household.c.notice_id == bindparam("notice"))
    .order_by(notice_household.c.child_id)
)
_HOUSEHOLDS_AMONG = _HOUSEHOLDS.where(notice_household.c.child_id.in_(bindparam("among", expanding=True)))
_READERS = (
    select(notice_reader)
    .where(notice_reader.c.notice_id == bindparam("notice"))
    .order_by(notice_reader.c.child_id, notice_reader.c.person_id)
)


class Changes(TypedDict, total=False):
    """Columns of a notice that may be set."""

    state: NoticeState
    author_id: int
    level: Level
    urgent: bool
    errand: bool
    body: dict[str, Any]
    revision: int
    send_at: datetime | None
    weekly_until: datetime | None
    sent_at: datetime
    answer_until: datetime | None
    outcome_at: datetime | None


def get(tx: Tx, notice_id: int) -> Notice | None:
    """One notice."""
    row = tx.first(_GET, {"key": notice_id})
    return as_notice(row) if row else None


def draft(tx: Tx, class_id: int, author_id: int, body: dict[str, Any]) -> int:
    """A notice that is being written, for classes that are still to be chosen; its number."""
    values = {"class_id": class_id, "author_id": author_id, "body": body}
    return tx.add(notice, state=NoticeState.DRAFT, level=Level.TAP, created_at=tx.now, **values)


def classes(tx: Tx, notice_id: int) -> list[int]:
    """The classes that a notice is for."""
    return [row.class_id for row in tx.all(_CLASSES, {"notice": notice_id})]


def set_classes(tx: Tx, notice_id: int, chosen: Sequence[int]) -> None:
    """It is for these; the first of them stands for all where one is named."""
    tx.change(delete(notice_class).where(notice_class.c.notice_id == notice_id))
    tx.add_once(notice_class, [{"notice_id": notice_id, "class_id": each} for each in chosen])
    if chosen:
        tx.change(update(notice).where(notice.c.id == notice_id).values(class_id=chosen[0]))


_PUPILS = (
    select(enrolment.c.child_id)
    .join(notice_class, notice_class.c.class_id == enrolment.c.class_id)
    .join(notice, notice.c.id == notice_class.c.notice_id)
    .outerjoin(
        notice_pupil,
        (notice_pupil.c.notice_id == notice.c.id) & (notice_pupil.c.child_id == enrolment.c.child_id),
    )
    .where(notice.c.id == bindparam("notice"), enrolment.c.state == EnrolmentState.ACTIVE)
    .where(~notice.c.chosen | notice_pupil.c.child_id.is_not(None))
)


_PUPILS_AMONG = _PUPILS.where(enrolment.c.child_id.in_(bindparam("children", expanding=True)))


def pupils(tx: Tx, notice_id: int, among: Sequence[int] | None = None) -> set[int]:
    """The children who are now in the classes of a notice; of these the chosen ones, where it is for them alone."""
    if among is None:
        return {row.child_id for row in tx.all(_PUPILS, {"notice": notice_id})}
    return {row.child_id for row in tx.all(_PUPILS_AMONG, {"notice": notice_id, "children": [*among]})}


def newest_draft(tx: Tx, author_id: int) -> Notice | None:
    """What a teacher began last and has not sent."""
    mine = notice.c.author_id == author_id, notice.c.state == NoticeState.DRAFT
    row = tx.first(select(notice).where(*mine).order_by(notice.c.id.desc()).limit(1))
    return as_notice(row) if row else None


def change(tx: Tx, notice_id: int, was: tuple[NoticeState, ...], **values: Unpack[Changes]) -> bool:
    """Set columns of a notice that is in one of the states `was`; whether it was."""
    same = notice.c.id == notice_id, notice.c.state.in_(was)
    return tx.change(update(notice).where(*same).values(**values)) == 1


def remind_once(tx: Tx, found: Notice) -> bool:
    """Count a reminder; false when somebody's tap was faster."""
    same = notice.c.id == found.id, notice.c.reminders == found.reminders, notice.c.state == NoticeState.SENT
    return tx.change(update(notice).where(*same).values(reminders=found.reminders + 1, reminded_at=tx.now)) == 1


def due(tx: Tx, limit: int) -> list[Notice]:
    """Scheduled notices whose time has come, the longest due first."""
    return [as_notice(row) for row in due_rows(tx, DUE, notice, limit=limit)]


def scheduled(tx: Tx, class_id: int) -> list[int]:
    """The notices of a class that wait for their time."""
    waiting = notice_class.c.class_id == class_id, notice.c.state == NoticeState.SCHEDULED
    return [row.id for row in tx.all(_OF_CLASS.where(*waiting).order_by(notice.c.id))]


def recent(tx: Tx, class_id: int, limit: int) -> list[Notice]:
    """The last notices of a class, drafts and what waits included, the newest first."""
    rows = tx.all(
        _OF_CLASS.where(notice_class.c.class_id == class_id, notice.c.state != NoticeState.WITHDRAWN)
        .order_by(notice.c.id.desc())
        .limit(limit)
    )
    return [as_notice(row) for row in rows]


def unsent(tx: Tx, author_id: int, class_id: int) -> list[Notice]:
    """What somebody has written and not sent: for a class, or for none yet; what waits for its time first."""
    mine = notice.c.author_id == author_id, is_in(notice, NoticeState.DRAFT, NoticeState.SCHEDULED)
    here = select(notice_class.c.class_id).where(notice_class.c.notice_id == notice.c.id)
    for_it = ~here.exists() | here.where(notice_class.c.class_id == class_id).exists()
    rows = tx.all(select(notice).where(*mine, for_it, notice.c.school_id.is_(None)).order_by(notice.c.id.desc()))
    return sorted(map(as_notice, rows), key=lambda each: each.state != NoticeState.SCHEDULED)


def sent_today(tx: Tx, class_id: int) -> int:
    """How many notices of a class went out in the last 24 hours, or wait for their time."""
    waits = (notice.c.state == NoticeState.SCHEDULED) & notice.c.weekly_until.is_(None)
    out = (notice.c.sent_at > tx.now - DAY) | waits
    here = notice_class.c.class_id == class_id, notice_class.c.notice_id == notice.c.id
    out &= notice.c.school_id.is_(None)  # whatever its school writes leaves room for its teacher
    return int(tx.scalar(select(func.count()).select_from(notice_class).join(notice, here[1]).where(here[0], out)))


def drafted_today(tx: Tx, author_id: int) -> int:
    """How many notices a teacher has begun in the last 24 hours."""
    begun = notice.c.author_id == author_id, notice.c.created_at > tx.now - DAY
    return int(tx.scalar(select(func.count()).select_from(notice).where(*begun)))


def urgent_this_month(tx: Tx, author_id: int) -> int:
    """How many urgent notices of a teacher went out in the last 30 days, or wait for their time."""
    out = (notice.c.sent_at > tx.now - MONTH) | (notice.c.state == NoticeState.SCHEDULED)
    own = notice.c.author_id == author_id, notice.c.urgent, out
    return int(tx.scalar(select(func.count()).select_from(notice).where(*own)))


def address(tx: Tx, notice_id: int, readers: list[tuple[int, int]]) -> None:
    """Write down to which households, and to which adults of each, a notice goes: (child, person)."""
    tx.add_once(notice_household, [{"notice_id": notice_id, "child_id": each} for each in {c for c, _ in readers}])
    tx.add_once(
        notice_reader, [{"notice_id": notice_id, "child_id": child, "person_id": person} for child, person in readers]
    )


def households(tx: Tx, notice_id: int, among: Sequence[int] | None = None) -> list[Household]:
    """Every household that a notice went to, or those of some children."""
    these = {"notice": notice_id}
    rows = tx.all(_HOUSEHOLDS, these) if among is None else tx.all(_HOUSEHOLDS_AMONG, {**these, "among": among})
    return [
        Household(row.child_id, row.confirmed_by, row.answer, row.claimed_by, row.confirmed_at, row.revision)
        for row in rows
    ]


def readers(
    tx: Tx, notice_id: int, person_id: int | None = None, among: Collection[int] | None = None
) -> list[tuple[int, int, bool]]:
    """Every adult a notice went to, by household: (child, person, whether they have confirmed).

    Or one of them; or those of some children.
    """
    this = [] if person_id is None else [notice_reader.c.person_id == person_id]
    this += [] if among is None else [notice_reader.c.child_id.in_(among)]
    rows = tx.all(_READERS.where(*this) if this else _READERS, {"notice": notice_id})
    return [(row.child_id, row.person_id, row.confirmed_at is not None) for row in rows]


def confirm(tx: Tx, found: Notice, child_id: int, person_id: int, answer: str | None = None) -> bool:
    """A household confirms this text through one adult; false when it says nothing new."""
    notice_id = found.id
    mine = (
        notice_reader.c.notice_id == notice_id,
        notice_reader.c.child_id == child_id,
        notice_reader.c.person_id == person_id,
    )
    new = tx.change(
        update(notice_reader).where(*mine, notice_reader.c.confirmed_at.is_(None)).values(confirmed_at=tx.now)
    )
    values = {"confirmed_by": person_id, "confirmed_at": tx.now, "revision": found.revision}
    if tx.change(update(notice_household).where(*_open(notice_id, child_id)).values(answer=answer, **values)):
        return True
    answered = answer is not None and _answer_anew(tx, notice_id, child_id, answer, values)
    return bool(new) or answered


def unconfirm(tx: Tx, notice_id: int, child_id: int, person_id: int) -> bool:
    """Somebody takes their own confirmation back; false when it was another's, or none."""
    mine = (*_same(notice_id, child_id), notice_household.c.confirmed_by == person_id)
    tx.change(
        update(notice_reader)
        .where(
            notice_reader.c.notice_id == notice_id,
            notice_reader.c.child_id == child_id,
            notice_reader.c.person_id == person_id,
        )
        .values(confirmed_at=None)
    )
    return tx.change(update(notice_household).where(*mine).values(confirmed_by=None, confirmed_at=None)) == 1


def claim(tx: Tx, notice_id: int, child_id: int, person_id: int) -> bool:
    """One adult takes the errand; false when somebody has it."""
    free = (*_same(notice_id, child_id), notice_household.c.claimed_by.is_(None))
    return tx.change(update(notice_household).where(*free).values(claimed_by=person_id)) == 1


def unclaim(tx: Tx, notice_id: int, child_id: int, person_id: int) -> bool:
    """Give the errand back; false when it is not this person's."""
    own = (*_same(notice_id, child_id), notice_household.c.claimed_by == person_id)
    return tx.change(update(notice_household).where(*own).values(claimed_by=None)) == 1


def _answer_anew(tx: Tx, notice_id: int, child_id: int, answer: str, values: dict[str, Any]) -> bool:
    """Plans change: the newest answer of a household counts. Answers are sealed, so they are compared here."""
    old = tx.first(select(notice_household.c.answer, notice_household.c.revision).where(*_same(notice_id, child_id)))
    if old is None or (old.answer, old.revision) == (answer, values["revision"]):
        return False
    return tx.change(update(notice_household).where(*_same(notice_id, child_id)).values(answer=answer, **values)) == 1


def _same(notice_id: int, child_id: int) -> tuple[Any, ...]:
    return notice_household.c.notice_id == notice_id, notice_household.c.child_id == child_id


def _open(notice_id: int, child_id: int) -> tuple[Any, ...]:
    return *_same(notice_id, child_id), notice_household.c.confirmed_at.is_(None)


def as_notice(row: Row[Any]) -> Notice:
    """A row with all columns."""
    return Notice(
        id=row.id,
        class_id=row.class_id,
        author_id=row.author_id,
        state=NoticeState(row.state),
        level=Level(row.level),
        urgent=row.urgent,
        text=row.body["text"],
        media=tuple(row.body["media"]),
        revision=row.revision,
        send_at=row.send_at,
        sent_at=row.sent_at,
        reminders=row.reminders,
        reminded_at=row.reminded_at,
        errand=row.errand,
        most_parts=row.body.get("parts", 1),
        weekly_until=row.weekly_until,
        chosen=row.chosen,
        school_id=row.school_id,
        choices=tuple(row.body.get("choices", ())),
        answer_until=row.answer_until,
        earlier=tuple(row.body.get("earlier", ())),
        stray=bool(row.body.get("stray")),
    )
