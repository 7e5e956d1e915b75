"""Keeps a family's words until somebody has said which child they are about."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.people import Person
from bot.domain.school.school_talks import STATE
from bot.domain.school.unsent_talks import (
    Desk,
    TalkChildAsked,
    TalkChildMoved,
    Unsent,
    UnsentDropped,
    UnsentState,
    again_of,
    ask_again,
    card_of,
)
from bot.queries.circle import people
from bot.queries.school import unsent_talks as rows
from bot.services.notifications import notify, reply


def keep(tx: Tx, me: Person, desks: Iterable[Desk], part: Mapping[str, Any]) -> None:
    """The question, and the words wait with it; what follows within half an hour belongs to them."""
    number = rows.add(tx, me.id, desks, part)
    people.set_dialogue(tx, me.id, STATE, {"unsent": number, "at": tx.now.isoformat()})
    reply(tx, me, TalkChildAsked(number), card=card_of(number))


def go_on(tx: Tx, me: Person, unsent_id: int, part: Mapping[str, Any]) -> bool:
    """One part more, and the question below it; false where they have been sent or let go."""
    found = rows.get(tx, unsent_id)
    if found is None or not rows.extend(tx, found, part):
        return False
    if part["album"] and part["album"] == found.parts[-1]["album"]:
        return True
    card = card_of(found.id)
    if outbox.pending_card(tx, me.id, card) is not None:
        return True  # it has not left, and will stand below
    if before := cards.message_of(tx, me.id, card):
        reply(tx, me, TalkChildMoved(), edit=before)
        cards.forget(tx, me.id, card)
    reply(tx, me, TalkChildAsked(found.id), card=card)
    return True


def let_go(tx: Tx, me: Person, unsent_id: int, message_id: int | None) -> bool:
    """Their author does not want them sent; false where they wait no longer."""
    found = rows.get(tx, unsent_id)
    if found is None or found.author_id != me.id or not rows.close(tx, found.id, UnsentState.DROPPED):
        return False
    leave(tx, me, found.id, message_id)
    reply(tx, me, UnsentDropped(), edit=message_id)
    return True


def leave(tx: Tx, me: Person, unsent_id: int, message_id: int | None) -> None:
    """They wait no longer: where else it is asked the question goes, and what comes next does not belong to them."""
    for card in (card_of(unsent_id), again_of(unsent_id)):
        asked_in = cards.message_of(tx, me.id, card)
        if asked_in is not None and asked_in != message_id:
            reply(tx, me, TalkChildMoved(), edit=asked_in)
        cards.forget(tx, me.id, card)
    asked = people.dialogue_of(tx, me.id)
    if asked and asked[0] == STATE and asked[1].get("unsent") == unsent_id:
        people.end_dialogue(tx, me.id)


def remind(tx: Tx, found: Unsent) -> None:
    """Once; where a night holds it and they are sent meanwhile, nothing is said."""
    rows.ask_no_more(tx, found.id)
    notify(tx, [ask_again(found)])
