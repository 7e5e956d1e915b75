"""✅ Somebody of the school has found out where a child is; 🎓 the teacher tells the lead."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.roll_calls import tell_changed as tell_roll_changed
from bot.domain.school.school_words import Word, WordAnswer, WordKind, WordState
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.school import absences as absence_rows
from bot.queries.school import roll_calls, schools, staffing
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify
from bot.services.school import absences
from bot.updates import ButtonPress


def found_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the word that ends it, of whoever teaches the class or leads the school."""
    word = _open(tx, me, pressed)
    if word is None:
        return ButtonOutdated()
    absences.find_out(tx, word, me.id)
    roll = roll_calls.of_day(tx, word.class_id, word.day)
    if roll is not None and roll.done:
        notify(tx, tell_roll_changed(roll, roll_calls.shown_to(tx, roll)))
    return PressNoted()


def tell_lead(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 at once, and not in half an hour."""
    word = _open(tx, me, pressed)
    if word is None or not absences.tell_lead(tx, word):
        return ButtonOutdated()
    return PressNoted()


def _open(tx: Tx, me: Person, pressed: ButtonPress) -> Word | None:
    """An absence of which nobody knows, for somebody of the school who was told so."""
    word = absence_rows.lock(tx, pressed.number())
    if word is None or word.what != WordKind.ABSENT or word.state != WordState.SENT or word.is_over(tx.now):
        return None
    room = schools.class_room_of(tx, word.class_id)
    here = room is not None and me.id in {
        room.teacher_id,
        *schools.seconds(tx, room.id),
        *staffing.leads(tx, room.school_id),
    }
    return word if here and me.id in word.staff and word.answer != WordAnswer.KNOWN else None


routes: list[Route] = [
    press("absence_found", found_out, NUMBER),
    press("absence_lead", tell_lead, NUMBER),
]
