"""The codes on the school's slips as rows: two for each pupil, for who is at home and for the parent far away."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update

from bot.db.tables import child, invite, pupil
from bot.db.transaction import Tx
from bot.domain.circle.circles import Role
from bot.domain.circle.joining import InviteKind
from bot.domain.school.rosters import Pupil
from bot.domain.school.slips import LIFETIME
from bot.queries.circle import invites
from bot.queries.circle.invites import Into
from bot.queries.school import rosters


def make(tx: Tx, pupils: Iterable[Pupil]) -> tuple[str, ...]:
    """New codes for each, for home and for far away; those before them let nobody in. Their tokens, in that order.

    However many they are, few statements: an alert that is raised meanwhile waits for them.
    """
    these = [each.id for each in pupils]
    end(tx, these)
    both = [Into(pupil_id=each, role=role) for each in these for role in (Role.GUARDIAN, Role.PARENT)]
    return tuple(invites.create_all(tx, InviteKind.SLIP, both, expires_at=tx.now + LIFETIME))


def end(tx: Tx, pupils: Iterable[int]) -> None:
    """Nobody comes in any more by the codes of these; their rows stay for a while, to say so kindly."""
    open_ = invite.c.pupil_id.in_(list(pupils)), invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    tx.change(update(invite).where(*open_).values(revoked_at=tx.now))


def given(tx: Tx, class_id: int) -> set[int]:
    """The pupils of a class who have a code that still works."""
    works = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None), invite.c.expires_at > tx.now
    here = select(invite.c.pupil_id).join(pupil, pupil.c.id == invite.c.pupil_id).where(pupil.c.class_id == class_id)
    return {row.pupil_id for row in tx.all(here.where(*works))}


def lock(tx: Tx, pupil_id: int) -> Pupil | None:
    """One pupil, whom nobody else changes until the transaction ends."""
    tx.scalar(select(pupil.c.id).where(pupil.c.id == pupil_id).with_for_update())
    return rosters.get(tx, pupil_id)


def came_beside(tx: Tx, pupil_id: int, made_at: datetime) -> bool:
    """Whether a pupil's family has come by a slip since this one was made, and so by its other code."""
    came_at = tx.scalar(select(pupil.c.slip_at).where(pupil.c.id == pupil_id))
    return came_at is not None and made_at <= came_at


def note_came(tx: Tx, pupil_id: int) -> None:
    """The family has come by it."""
    tx.change(update(pupil).where(pupil.c.id == pupil_id).values(slip_at=tx.now))


def untie(tx: Tx, pupil_id: int) -> None:
    """It was another family: the paper is made anew, and the pupil has nobody yet."""
    end(tx, [pupil_id])
    tx.change(update(pupil).where(pupil.c.id == pupil_id).values(child_id=None, slip_at=None))


def born(tx: Tx, child_id: int, year: int, month: int | None) -> None:
    """When a child was born, as the family says afterwards."""
    tx.change(update(child).where(child.c.id == child_id).values(birth_year=year, birth_month=month))
