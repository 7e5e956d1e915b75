"""Reports as rows, and whom somebody wants to hear no more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.tables import member, muted, report
from bot.db.transaction import Tx
from bot.domain.privacy.reports import UNDO_FOR, ReportOutcome
from bot.queries.privacy import reportable

_MUTED = select(muted).where(muted.c.person_id == bindparam("reader")).order_by(muted.c.at.desc())


@dataclass(frozen=True, slots=True)
class Report:
    """One report; `payload` is what was written, and by whom as the reporter knows them."""

    id: int
    person_id: int
    author_id: int
    payload: dict[str, Any]
    at: datetime
    closed_at: datetime | None
    outcome: ReportOutcome | None


def _report(row: Row[Any]) -> Report:
    outcome = ReportOutcome(row.outcome) if row.outcome else None
    return Report(row.id, row.person_id, row.author_id, row.payload, row.at, row.closed_at, outcome)


def get(tx: Tx, report_id: int) -> Report | None:
    """One report."""
    row = tx.first(select(report).where(report.c.id == report_id))
    return _report(row) if row else None


def add(tx: Tx, reporter: int, author_id: int, payload: dict[str, Any]) -> int:
    """A report of something that somebody wrote; its number."""
    return tx.add(report, person_id=reporter, author_id=author_id, payload=payload, at=tx.now)


def open_of(tx: Tx, reporter: int) -> list[Report]:
    """What this person has reported and nobody has answered yet."""
    mine = report.c.person_id == reporter, report.c.closed_at.is_(None)
    return [_report(row) for row in tx.all(select(report).where(*mine))]


def listed(tx: Tx, *, closed: bool) -> list[Report]:
    """The reports that wait, the oldest first; with `closed` all of them."""
    waits = [] if closed else [report.c.closed_at.is_(None)]
    return [_report(row) for row in tx.all(select(report).where(*waits).order_by(report.c.at, report.c.id))]


def may_answer(tx: Tx, found: Report, person_id: int) -> bool:
    """Whether a report is of other people: nobody answers what they, or somebody of their own circle, have reported."""
    mine = member.c.person_id == person_id, member.c.child_id == found.payload.get("child_id", 0)
    own = person_id in {found.person_id, found.author_id} or tx.scalar(select(member.c.id).where(*mine)) is not None
    return not own


def take_back(tx: Tx, reporter: int, report_id: int) -> bool:
    """Forget a report, for ten minutes."""
    fresh = report.c.person_id == reporter, report.c.closed_at.is_(None), report.c.at >= tx.now - UNDO_FOR
    return tx.change(delete(report).where(report.c.id == report_id, *fresh)) == 1


def close(tx: Tx, report_id: int, outcome: ReportOutcome) -> Report | None:
    """End a report with what became of it; none where nothing waits under this number."""
    waits = report.c.id == report_id, report.c.closed_at.is_(None)
    if not tx.change(update(report).where(*waits).values(closed_at=tx.now, outcome=outcome)):
        return None
    return get(tx, report_id)


def mute(tx: Tx, reader: int, found: reportable.Written) -> None:
    """From now on nothing that this writer writes reaches the reader."""
    tx.add_once(muted, {"person_id": reader, "author_id": found.author_id, "child_id": found.child_id, "at": tx.now})


def unmute(tx: Tx, reader: int, author_id: int) -> bool:
    """Let them through again; whether they were muted."""
    both = muted.c.person_id == reader, muted.c.author_id == author_id
    return tx.change(delete(muted).where(*both)) == 1


def muted_by(tx: Tx, reader: int) -> list[tuple[int, int]]:
    """Whom this reader hears no more, with the child about whom they wrote."""
    return [(row.author_id, row.child_id) for row in tx.all(_MUTED, {"reader": reader})]
