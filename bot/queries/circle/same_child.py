"""Which children of two circles one adult has said to be the same, or not; it stands in their own place, sealed."""

from sqlalchemy import bindparam, select, update

from bot.db.tables import member
from bot.db.transaction import Tx

_OF_PERSON = select(member.c.id, member.c.child_id, member.c.same_child).where(
    member.c.person_id == bindparam("person"), member.c.same_child.is_not(None)
)
_PLACE = select(member.c.id, member.c.same_child).where(
    member.c.person_id == bindparam("person"), member.c.child_id == bindparam("child")
)


def said(tx: Tx, person_id: int, one: int, other: int) -> bool | None:
    """What this adult has said of two children; none where they were not asked, or have not answered."""
    for row in tx.all(_OF_PERSON, {"person": person_id}):
        beside = {one: other, other: one}.get(row.child_id)
        if str(beside) in row.same_child:
            return bool(row.same_child[str(beside)])
    return None


def note(tx: Tx, person_id: int, child_id: int, other_id: int, *, same: bool) -> None:
    """This adult says it now."""
    place = tx.first(_PLACE, {"person": person_id, "child": child_id})
    if place is not None:
        known = {**(place.same_child or {}), str(other_id): same}
        tx.change(update(member).where(member.c.id == place.id), {"same_child": known})
