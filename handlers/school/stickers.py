"""🌟 One tap beside good news says what the child did well; a second tap takes it away."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_words import WordReceipt, WordState, receipt_of, tell_changed
from bot.domain.school.stickers import Sticker, may_be_put, toggled
from bot.domain.screens import ButtonOutdated
from bot.queries.school import school_words
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def put(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The family's card says it where it stands, without a sound."""
    word = school_words.lock_own(tx, pressed.number(), me.id)
    if word is None or not may_be_put(word, tx.now):
        return ButtonOutdated()
    body = {**word.body, "stickers": toggled(word, Sticker(pressed.args[1]))}
    school_words.change(tx, word.id, WordState.SENT, body=body)
    notify(tx, tell_changed(word, school_words.told(tx, word)))
    reply(tx, me, WordReceipt(word.id), edit=pressed.message_id, card=receipt_of(word.id))
    return None


routes: list[Route] = [press("sticker", put, NUMBER, "|".join(Sticker))]
