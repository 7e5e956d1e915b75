"""A sign on a message: which of its buttons says the same, and what takes that back."""

from collections.abc import Sequence

from bot.db.transaction import Tx
from bot.delivery import cards, endings
from bot.domain import reactions
from bot.domain.people import Person
from bot.texts.choices import buttons_of

_SAID = "reacted:"


def meant(tx: Tx, me: Person, message_id: int, before: Sequence[str], after: Sequence[str]) -> str | None:
    """What a button would carry that does what this change of signs says; none where it says nothing new."""
    if reactions.is_kind(before) == reactions.is_kind(after):
        return None
    if reactions.is_kind(before):
        return _taken_back(tx, me, message_id)
    said = endings.said_in(tx, me.id, message_id)
    data = reactions.button_for(buttons_of(tx, me, said)) if said else None
    if data is not None:
        cards.remember(tx, me.id, _SAID + data, message_id)
    return data


def _taken_back(tx: Tx, me: Person, message_id: int) -> str | None:
    for name in cards.in_message(tx, me.id, message_id, _SAID):
        since = cards.sent_at(tx, me.id, name)
        cards.forget(tx, me.id, name)
        if since is not None and tx.now - since <= reactions.UNDO_FOR:
            return reactions.back_from(name.removeprefix(_SAID))
    return None
