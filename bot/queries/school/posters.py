"""The poster of a class that somebody has opened, until they have said yes or no to the class."""

from sqlalchemy import delete, select, update

from bot.db.tables import opened_poster
from bot.db.transaction import Tx
from bot.queries.circle import invites
from bot.queries.circle.invites import Invite


def remember(tx: Tx, person_id: int, invite_id: int) -> None:
    """This one from now on, and no other."""
    row = {"person_id": person_id, "invite_id": invite_id, "opened_at": tx.now}
    if not tx.add_once(opened_poster, row):
        anew = {"invite_id": invite_id, "opened_at": tx.now}
        tx.change(update(opened_poster).where(opened_poster.c.person_id == person_id).values(**anew))


def of(tx: Tx, person_id: int) -> Invite | None:
    """The link that this person has opened, while it works."""
    found = tx.scalar(select(opened_poster.c.invite_id).where(opened_poster.c.person_id == person_id))
    invite = invites.by_id(tx, found or 0)
    return invite if invite is not None and not invite.problem else None


def forget(tx: Tx, person_id: int) -> None:
    """They have answered."""
    tx.change(delete(opened_poster).where(opened_poster.c.person_id == person_id))
