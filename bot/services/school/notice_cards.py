"""The messages of a notice follow what becomes of it: a newer one takes the buttons from the one before it."""

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane, dump
from bot.domain.school.notice_cards import NoticeToldAnew, card_of, told_anew
from bot.domain.school.notice_news import tell_changed
from bot.queries.circle import people
from bot.queries.school import notices, school_page
from bot.services.notifications import notify


def shown(tx: Tx, row: Row, message_id: int) -> None:
    """A reminder or a correction has become this message; the one before it points to it."""
    notice_id = told_anew(row.card)
    if notice_id is None or row.card is None or row.person_id is None:
        return
    before = cards.message_of(tx, row.person_id, row.card)
    if before is not None and before != message_id:
        reader = people.get(tx, row.person_id)
        payload: Payload = {"events": [dump(NoticeToldAnew(notice_id))], "edit": before}
        outbox.put(tx, payload, chat=reader.telegram_id, person_id=reader.id, lane=Lane.ROUTINE)


def follow(tx: Tx, class_id: int, circle: Circle) -> None:
    """The child has left the class, or is back: nothing of it can be tapped that nobody counts, or again."""
    for found in school_page.of_class(tx, class_id, circle.child.id):
        readers = [person for _child, person, _confirmed in notices.readers(tx, found.id, among=[circle.child.id])]
        seen = [each for each in readers if cards.message_of(tx, each, card_of(found.id)) is not None]
        notify(tx, tell_changed(found, seen))
