"""Reports, and whom somebody wants to hear no more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.tables import report, silenced
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Event
from bot.domain.privacy.reports import UNDO_FOR
from bot.queries import audit
from bot.queries.school import notices, school_words
from bot.services.privacy import reportable

# The notifications that carry what somebody wrote: the kind of thing, and where its number stands.
_CARRIES = {
    "LetterArrived": ("letter", "letter_id"),
    "NoticeSent": ("notice", "notice_id"),
    "NoticePart": ("notice", "notice_id"),
    "NoticeReminded": ("notice", "notice_id"),
    "NoticeCorrected": ("notice", "notice_id"),
    "WordSent": ("word", "word_id"),
    "WordNoteSent": ("word", "word_id"),
    "PromiseTold": ("promise", "promise_id"),
}
_SILENCED = select(silenced).where(silenced.c.person_id == bindparam("reader")).order_by(silenced.c.at.desc())


@dataclass(frozen=True, slots=True)
class Report:
    """One report; `payload` is what was written, and by whom as the reporter knows them."""

    id: int
    person_id: int
    author_id: int
    payload: dict[str, Any]
    at: datetime
    closed_at: datetime | None
    outcome: str | None


def _report(row: Row[Any]) -> Report:
    return Report(row.id, row.person_id, row.author_id, row.payload, row.at, row.closed_at, row.outcome)


def add(tx: Tx, reporter: int, found: reportable.Written) -> int:
    """Report a thing; one that was reported already is not reported twice."""
    payload = {"what": found.what, "id": found.id, "child_id": found.child_id, **found.content}
    for each in tx.all(select(report).where(report.c.person_id == reporter, report.c.closed_at.is_(None))):
        if (each.payload["what"], each.payload["id"]) == (found.what, found.id):
            return int(each.id)
    number = tx.add(report, person_id=reporter, author_id=found.author_id, payload=payload, at=tx.now)
    audit.note(tx, AuditEvent.REPORTED, reporter, child_id=found.child_id, entity=audit.REPORT, entity_id=number)
    return number


def get(tx: Tx, report_id: int) -> Report | None:
    """One report."""
    row = tx.first(select(report).where(report.c.id == report_id))
    return _report(row) if row else None


def listed(tx: Tx, *, closed: bool) -> list[Report]:
    """The reports that wait, the oldest first; with `closed` all of them."""
    waits = [] if closed else [report.c.closed_at.is_(None)]
    return [_report(row) for row in tx.all(select(report).where(*waits).order_by(report.c.at, report.c.id))]


def read_by_operator(tx: Tx, report_id: int) -> Report | None:
    """One report with its words, for whoever runs the bot; each reading is written down."""
    found = get(tx, report_id)
    if found is not None:
        child_id = found.payload["child_id"]
        audit.note(tx, AuditEvent.READ_BY_OPERATOR, None, child_id=child_id, entity=audit.REPORT, entity_id=found.id)
    return found


def take_back(tx: Tx, reporter: int, report_id: int) -> bool:
    """Forget a report, for ten minutes."""
    fresh = report.c.person_id == reporter, report.c.closed_at.is_(None), report.c.at >= tx.now - UNDO_FOR
    return tx.change(delete(report).where(report.c.id == report_id, *fresh)) == 1


def close(tx: Tx, report_id: int, outcome: str) -> Report | None:
    """End a report with what became of it; none where nothing waits under this number."""
    waits = report.c.id == report_id, report.c.closed_at.is_(None)
    if not tx.change(update(report).where(*waits).values(closed_at=tx.now, outcome=outcome)):
        return None
    return get(tx, report_id)


def silence(tx: Tx, reader: int, found: reportable.Written) -> None:
    """From now on nothing that this writer writes reaches the reader."""
    tx.add_once(silenced, {"person_id": reader, "author_id": found.author_id, "child_id": found.child_id, "at": tx.now})


def hear_again(tx: Tx, reader: int, author_id: int) -> bool:
    """Let them through again; whether they were silenced."""
    both = silenced.c.person_id == reader, silenced.c.author_id == author_id
    return tx.change(delete(silenced).where(*both)) == 1


def silenced_by(tx: Tx, reader: int) -> list[tuple[int, int]]:
    """Whom this reader hears no more, with the child about whom they wrote."""
    return [(row.author_id, row.child_id) for row in tx.all(_SILENCED, {"reader": reader})]


def is_silenced(tx: Tx, reader: int, about: Event) -> bool:
    """Whether it carries what a silenced writer wrote; what is urgent, an absence and illness always come."""
    carries = _CARRIES.get(type(about).__name__)
    authors = {author for author, _child in silenced_by(tx, reader)} if carries else set()
    if carries is None or not authors:
        return False
    what, number = carries[0], int(getattr(about, carries[1]))
    found = reportable.of(tx, reader, what, number)
    return found is not None and found.author_id in authors and not _always_comes(tx, what, number)


def _always_comes(tx: Tx, what: str, number: int) -> bool:
    notice = notices.get(tx, number) if what == "notice" else None
    word = school_words.get(tx, number) if what == "word" else None
    return bool((notice and notice.urgent) or (word and word.what in {"ill", "absent"}))
