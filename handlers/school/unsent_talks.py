"""✉️ Which child is it about? What a family has written to a school goes on its way then, also days later."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_talks import TalkReceipt, receipt_of
from bot.domain.school.unsent_talks import UnsentDropped, UnsentOver, UnsentState
from bot.domain.screens import ButtonOutdated
from bot.queries.school import talk_readers
from bot.queries.school import unsent_talks as rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import talk_directions, unsent_talks
from bot.updates import ButtonPress


def about(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✉️ this child; of what was sent before, or is kept no longer, what became of it."""
    found, child_id, class_id = rows.get(tx, pressed.number()), pressed.number(1), pressed.number(2)
    if found is None and talk_readers.may_write(tx, class_id, child_id, me.id):
        reply(tx, me, UnsentOver(class_id, child_id), edit=pressed.message_id)
        return None
    if found is None or found.author_id != me.id:
        return ButtonOutdated()
    if found.state == UnsentState.WAITING:
        done = talk_directions.choose(tx, me, found, (class_id, child_id), pressed.message_id)
        return None if done else ButtonOutdated()
    if found.state == UnsentState.SENT:
        reply(tx, me, TalkReceipt(found.talk_id), edit=pressed.message_id, card=receipt_of(found.talk_id))
    else:
        reply(tx, me, UnsentDropped(), edit=pressed.message_id)
    return None


def let_go(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ they are not sent."""
    return None if unsent_talks.let_go(tx, me, pressed.number(), pressed.message_id) else ButtonOutdated()


routes: list[Route] = [
    press("talk_about", about, NUMBER, NUMBER, NUMBER),
    press("talk_let_go", let_go, NUMBER),
]
