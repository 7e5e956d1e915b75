"""Invites: links that let one person in, kept as keyed hashes only."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, Select, and_, bindparam, func, or_, select, union, update

from bot.db.tables import class_room, invite, pupil
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.joining import InviteKind

LIFETIME = timedelta(days=7)
_NEWEST = invite.c.id.desc()
_UNUSED = and_(or_(invite.c.used_at.is_(None), ~invite.c.single_use), invite.c.revoked_at.is_(None))
A_DAY = timedelta(days=1)
_BY_TOKEN = select(invite).where(invite.c.token_hash.in_(bindparam("hashes", expanding=True)))
_BY_ID = select(invite).where(invite.c.id == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Invite:
    """One link; `problem` says why it cannot be used: used, expired, revoked, or nothing."""

    id: int
    kind: InviteKind
    child_id: int | None
    class_id: int | None
    school_id: int | None
    role: Role | None
    created_by: int | None
    single_use: bool
    created_at: datetime
    for_whom: str | None
    problem: str
    pupil_id: int | None = None
    used_by: int | None = None


class Into(TypedDict, total=False):
    """Where a link leads, and who has made it for whom."""

    child_id: int
    class_id: int
    school_id: int
    pupil_id: int
    role: Role
    created_by: int
    for_whom: str | None


def create(
    tx: Tx, kind: InviteKind, *, single_use: bool = True, expires_at: datetime | None = None, **into: Unpack[Into]
) -> str:
    """A new link's token: 22 signs, 128 bits from the system's generator. Only its keyed hash is stored."""
    return create_all(tx, kind, [into], single_use=single_use, expires_at=expires_at)[0]


def create_all(
    tx: Tx, kind: InviteKind, links: Iterable[Into], *, single_use: bool = True, expires_at: datetime | None = None
) -> list[str]:
    """A new token for each of these links, which lead to places of one sort; written at once, however many they are."""
    same = {"kind": kind, "single_use": single_use, "created_at": tx.now, "expires_at": expires_at or tx.now + LIFETIME}
    made = [(secrets.token_urlsafe(16), into) for into in links]
    tx.add_all(invite, [{"token_hash": tx.keyring.look_up(token), **same, **into} for token, into in made])
    return [token for token, _into in made]


def find(tx: Tx, token: str) -> Invite | None:
    """The invite behind a token, usable or not."""
    return _invite(tx, _BY_TOKEN, {"hashes": tx.keyring.look_ups(token)})


def by_id(tx: Tx, invite_id: int) -> Invite | None:
    """The invite with this number, usable or not."""
    return _invite(tx, _BY_ID, {"key": invite_id})


def open_ones(tx: Tx, circle: Circle, person_id: int) -> list[Invite]:
    """The circle's invites that nobody has used yet, the newest first, as far as they are this person's business."""
    into = invite.c.child_id == circle.child.id, invite.c.kind == InviteKind.MEMBER
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None), invite.c.expires_at > tx.now
    rows = tx.all(select(invite).where(*into, *unused).order_by(invite.c.id.desc()))
    return [each for each in (_usable(row, tx.now) for row in rows) if _concerns(circle, each, person_id)]


def _concerns(circle: Circle, found: Invite, person_id: int) -> bool:
    """On separate lines a parent sees nothing of whom the other parent invites."""
    host = next((each for each in circle.members if each.person_id == found.created_by), None)
    hidden = host is not None and circle.hides(host, person_id)
    return circle.member(person_id) is not None and not hidden


def _invite(tx: Tx, query: Select[Any], values: dict[str, Any]) -> Invite | None:
    row = tx.first(query, values)
    return _usable(row, tx.now) if row else None


def _usable(row: Row[Any], now: datetime) -> Invite:
    problem = ""
    if row.revoked_at is not None:
        problem = "revoked"
    elif row.single_use and row.used_at is not None:
        problem = "used"
    elif row.expires_at <= now:
        problem = "expired"
    role = Role(row.role) if row.role else None
    belongs = row.child_id, row.class_id, row.school_id
    return Invite(
        row.id,
        InviteKind(row.kind),
        *belongs,
        role,
        row.created_by,
        row.single_use,
        row.created_at,
        row.for_whom,
        problem,
        row.pupil_id,
        row.used_by,
    )


def use(tx: Tx, found: Invite, person_id: int) -> bool:
    """Use an invite; whether nobody had used it before."""
    if not found.single_use:
        return True
    changed = tx.change(
        update(invite)
        .where(invite.c.id == found.id, invite.c.used_at.is_(None), invite.c.revoked_at.is_(None))
        .values(used_at=tx.now, used_by=person_id, expires_at=tx.now)
    )
    return changed == 1


def revoke(tx: Tx, invite_id: int) -> bool:
    """Let nobody in by it any more; false when somebody has used it, or it was revoked before."""
    unused = invite.c.id == invite_id, invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    return tx.change(update(invite).where(*unused).values(revoked_at=tx.now, expires_at=tx.now)) == 1


def revoke_of(tx: Tx, child_id: int, person_id: int) -> int:
    """Take back every link into a circle that this person made and nobody has used."""
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    theirs = invite.c.child_id == child_id, invite.c.created_by == person_id
    return tx.change(update(invite).where(*theirs, *unused).values(revoked_at=tx.now))


def open_codes(tx: Tx, school_id: int, kind: InviteKind = InviteKind.TEACHER) -> list[Invite]:
    """The codes of a school that nobody has used yet, the newest first."""
    of_school = invite.c.school_id == school_id, invite.c.kind == kind
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None), invite.c.expires_at > tx.now
    return [_usable(row, tx.now) for row in tx.all(select(invite).where(*of_school, *unused).order_by(_NEWEST))]


def code_used_by(tx: Tx, school_id: int, person_id: int) -> Invite | None:
    """The code by which somebody has come to a school, as long as it is known."""
    theirs = invite.c.school_id == school_id, invite.c.used_by == person_id
    row = tx.first(select(invite).where(*theirs).order_by(_NEWEST).limit(1))
    return _usable(row, tx.now) if row else None


def revoke_codes_of(tx: Tx, school_id: int, person_id: int) -> int:
    """Take back every code of a school that this person handed out and nobody has used."""
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    theirs = invite.c.school_id == school_id, invite.c.created_by == person_id
    return tx.change(update(invite).where(*theirs, *unused).values(revoked_at=tx.now, expires_at=tx.now))


def revoke_lead_codes(tx: Tx, school_id: int) -> int:
    """Of several codes for who leads a school only the newest lets anybody in."""
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    old = invite.c.school_id == school_id, invite.c.kind == InviteKind.LEAD
    return tx.change(update(invite).where(*old, *unused).values(revoked_at=tx.now, expires_at=tx.now))


def revoke_codes(tx: Tx, school_id: int) -> int:
    """Nobody comes into a school any more by a code that is open."""
    unused = invite.c.used_at.is_(None), invite.c.revoked_at.is_(None)
    return tx.change(
        update(invite).where(invite.c.school_id == school_id, *unused).values(revoked_at=tx.now, expires_at=tx.now)
    )


def revoke_posters(tx: Tx, class_id: int) -> int:
    """Every link of a class ends; its row stays until the year's end, so that who scans an old poster reads why."""
    old = invite.c.class_id == class_id, invite.c.revoked_at.is_(None)
    return tx.change(update(invite).where(*old).values(revoked_at=tx.now))


def makers(tx: Tx) -> list[int]:
    """Whoever has given away a link that lets somebody in; of a class's posters and slips its teacher."""
    open_ = and_(_UNUSED, invite.c.expires_at > tx.now)
    theirs = select(invite.c.created_by).where(open_, invite.c.class_id.is_(None), invite.c.created_by.is_not(None))
    posters = select(class_room.c.teacher_id).join(invite, invite.c.class_id == class_room.c.id).where(open_)
    of_slips = select(class_room.c.teacher_id).join(pupil, pupil.c.class_id == class_room.c.id)
    slips = of_slips.join(invite, invite.c.pupil_id == pupil.c.id).where(open_)
    return sorted(row[0] for row in tx.all(union(theirs, posters, slips)))


def schools_with_lead_codes(tx: Tx) -> list[int]:
    """Schools for whose lead a link is open."""
    query = select(invite.c.school_id).where(_UNUSED, invite.c.kind == InviteKind.LEAD, invite.c.expires_at > tx.now)
    return sorted(row.school_id for row in tx.all(query.distinct()))


def disown(tx: Tx, class_id: int) -> None:
    """A class's posters are the class's: they stay when their maker goes."""
    tx.change(update(invite).where(invite.c.class_id == class_id).values(created_by=None))


def made_today(tx: Tx, person_id: int) -> int:
    """How many links this person made in the last 24 hours."""
    count = tx.scalar(
        select(func.count())
        .select_from(invite)
        .where(invite.c.created_by == person_id, invite.c.created_at > tx.now - A_DAY)
    )
    return int(count)
