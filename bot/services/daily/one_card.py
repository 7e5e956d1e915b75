"""One live card on each phone: a newer one takes the buttons from the one before it."""

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.domain.daily.check_ins import AnswerReceived
from bot.domain.daily.one_card import CARD, CardRetired, answered_card
from bot.domain.notifications import Lane, dump
from bot.domain.people import Person
from bot.queries.circle import people


def shown(tx: Tx, row: Row, message_id: int) -> None:
    """A card has become this message; the one before it is retired."""
    if row.card != CARD or row.person_id is None:
        return
    before = cards.message_of(tx, row.person_id, CARD)
    if before is not None and before != message_id:
        _retire(tx, people.get(tx, row.person_id), before)
    for each in row.payload["events"]:
        if each["kind"] == AnswerReceived.__name__ and each["by"] == row.person_id:
            cards.remember(tx, row.person_id, answered_card(each["check_in_id"]), message_id)


def pressed_on(tx: Tx, me: Person, message_id: int) -> None:
    """What somebody presses is their live card, unless a newer one is: then that goes on, and this one is retired."""
    live = cards.message_of(tx, me.id, CARD)
    if live is not None and live > message_id:
        _retire(tx, me, message_id)
        return
    if live is not None and live != message_id:
        _retire(tx, me, live)
    cards.remember(tx, me.id, CARD, message_id)


def leave(tx: Tx, me: Person) -> None:
    """What comes next is a new message, below what its reader has just written."""
    live = cards.message_of(tx, me.id, CARD)
    if live is not None:
        _retire(tx, me, live)
        cards.forget(tx, me.id, CARD)


def _retire(tx: Tx, reader: Person, message_id: int) -> None:
    answered = cards.in_message(tx, reader.id, message_id, answered_card(""))
    sent_at = cards.sent_at(tx, reader.id, CARD) if cards.message_of(tx, reader.id, CARD) == message_id else None
    about = CardRetired(int(answered[-1].partition(":")[2]) if answered else 0, sent_at)
    payload: Payload = {"events": [dump(about)], "edit": message_id}
    outbox.put(tx, payload, chat=reader.telegram_id, person_id=reader.id, lane=Lane.ROUTINE)
