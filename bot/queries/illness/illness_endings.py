"""How threads have ended, as rows."""

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.db.columns import is_in
from bot.db.tables import illness, illness_event
from bot.db.transaction import Tx
from bot.domain.illness.illnesses import ENDS, Happening, Illness, IllnessEvent, IllnessState, Outcome
from bot.queries.illness import illnesses

_NEWEST = select(illness).where(illness.c.child_id == bindparam("child")).order_by(illness.c.id.desc()).limit(1)


def newest(tx: Tx, child_id: int) -> Illness | None:
    """The thread that runs, or the one that was begun last."""
    row = tx.first(_NEWEST, {"child": child_id})
    return illnesses.from_row(row) if row else None


def end(tx: Tx, illness_id: int) -> IllnessEvent | None:
    """What ended a thread, if anybody did."""
    said = illnesses.events(tx, illness_id, *ENDS)
    return said[-1] if said else None


def forget(tx: Tx, found: IllnessEvent) -> None:
    """It was taken back."""
    tx.change(illness_event.delete().where(illness_event.c.id == found.id))


def was_better(tx: Tx, child_id: int, since: datetime) -> bool:
    """Whether somebody has said since then that the child is better."""
    over = illness.c.child_id == child_id, is_in(illness, IllnessState.CLOSED), illness.c.closed_at > since
    return any(row.outcome == Outcome.BETTER for row in tx.all(select(illness.c.outcome).where(*over)))


def has_thanked(tx: Tx, illness_id: int, person_id: int) -> bool:
    """Whether this person has sent a heart for how it ended."""
    return bool(_hearts(tx, illness_id, person_id))


def unthank(tx: Tx, illness_id: int, person_id: int) -> bool:
    """A heart is taken back; false when there was none."""
    hearts = [each.id for each in _hearts(tx, illness_id, person_id)]
    return tx.change(illness_event.delete().where(illness_event.c.id.in_(hearts))) > 0


def _hearts(tx: Tx, illness_id: int, person_id: int) -> list[IllnessEvent]:
    ended = end(tx, illness_id)
    hearts = illnesses.events(tx, illness_id, Happening.THANKED)
    return [each for each in hearts if ended and each.person_id == person_id and each.id > ended.id]
