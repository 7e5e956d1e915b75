"""The pupils that were chosen for a notice, as rows; beside them the notice says that it is for them alone."""

from sqlalchemy import delete, select, update

from bot.db.tables import notice, notice_pupil
from bot.db.transaction import Tx


def chosen(tx: Tx, notice_id: int) -> set[int]:
    """The children whose names were tapped."""
    rows = tx.all(select(notice_pupil.c.child_id).where(notice_pupil.c.notice_id == notice_id))
    return {row.child_id for row in rows}


def toggle(tx: Tx, notice_id: int, child_id: int) -> None:
    """One child more, or one less; from now on it is for these alone, also while they are none."""
    one = notice_pupil.c.notice_id == notice_id, notice_pupil.c.child_id == child_id
    if not tx.change(delete(notice_pupil).where(*one)):
        tx.add_once(notice_pupil, {"notice_id": notice_id, "child_id": child_id})
    tx.change(update(notice).where(notice.c.id == notice_id).values(chosen=True))


def everybody(tx: Tx, notice_id: int) -> None:
    """It is for the whole of its classes."""
    tx.change(delete(notice_pupil).where(notice_pupil.c.notice_id == notice_id))
    tx.change(update(notice).where(notice.c.id == notice_id).values(chosen=False))


def copy(tx: Tx, notice_id: int, to: int) -> None:
    """The same children for another notice."""
    tx.add_once(notice_pupil, [{"notice_id": to, "child_id": each} for each in sorted(chosen(tx, notice_id))])
