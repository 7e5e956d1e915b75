"""Where the things that change stand on a person's phone, and since when."""

from datetime import datetime

from sqlalchemy import bindparam, case, select, update

from bot.db.tables import card
from bot.db.transaction import Tx


def in_message(tx: Tx, person_id: int, message_id: int, begins: str = "") -> list[str]:
    """The names of a person's cards in one message, as far as they begin alike: by age, and then by number."""
    rows = tx.all(_IN_MESSAGE, {"person": person_id, "message": message_id})
    rows = sorted(rows, key=lambda row: (row.sent_at, len(row.name), row.name))
    return [row.name for row in rows if row.name.startswith(begins)]


def sent_at(tx: Tx, person_id: int, name: str) -> datetime | None:
    """Since when a person sees a card in its message."""
    found = tx.scalar(_SENT_AT, {"person": person_id, "called": name})
    return found if isinstance(found, datetime) else None


def further(name: str, place: int) -> str:
    """The name of the message that stands so many after the first of an album."""
    return f"{name}+{place}"


ALBUM = "album"  # no card: the number of the album that was answered last
_IS_ONE = card.c.person_id == bindparam("person"), card.c.name == bindparam("called")
_CARD, _SENT_AT, _FORGET = (
    each.where(*_IS_ONE) for each in (select(card.c.message_id), select(card.c.sent_at), card.delete())
)
_IN_MESSAGE = select(card.c.name, card.c.sent_at).where(
    card.c.person_id == bindparam("person"), card.c.message_id == bindparam("message")
)
_NEWER = (
    select(card.c.message_id)
    .where(card.c.person_id == bindparam("person"), card.c.message_id > bindparam("than"), card.c.name != ALBUM)
    .limit(1)
)
_SAME = card.c.message_id == bindparam("into")
_REMEMBER = (
    update(card)
    .where(card.c.person_id == bindparam("person"), card.c.name == bindparam("called"))
    .values(
        message_id=bindparam("into"),
        sent_at=case((_SAME, card.c.sent_at), else_=bindparam("at", type_=card.c.sent_at.type)),
    )
)


def message_of(tx: Tx, person_id: int, name: str) -> int | None:
    """The message in which a person sees a card now."""
    found = tx.scalar(_CARD, {"person": person_id, "called": name})
    return None if found is None else int(found)


def has_newer(tx: Tx, person_id: int, message_id: int) -> bool:
    """Whether another card stands further down in this person's chat."""
    return tx.scalar(_NEWER, {"person": person_id, "than": message_id}) is not None


def remember(tx: Tx, person_id: int, name: str, message_id: int) -> None:
    """From now on this card stands in this message; changing it there makes it no younger."""
    if not tx.change(_REMEMBER, {"person": person_id, "called": name, "into": message_id, "at": tx.now}):
        tx.add_once(card, {"person_id": person_id, "name": name, "message_id": message_id, "sent_at": tx.now})


def forget(tx: Tx, person_id: int, name: str) -> None:
    """The next notification for this card is a new message."""
    tx.change(_FORGET, {"person": person_id, "called": name})
