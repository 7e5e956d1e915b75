"""🌡 💊 🩺 💤 below the card of an illness: one tap, or two for a number; nothing is typed."""

from bot.db.transaction import Tx
from bot.domain.illness.illnesses import NOTES, Happening
from bot.domain.illness.quick_notes import DEGREES, NoteDegreesAsked, NoteForgotten, NoteThanked
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.routes import NUMBER, Route, press
from bot.services.illness import quick_notes
from bot.services.notifications import reply
from bot.updates import ButtonPress


def note(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What needs no number is said with this tap."""
    held, what = quick_notes.thread_of_notes(tx, me, pressed.number()), Happening(pressed.args[1])
    if held is None:
        return ButtonOutdated()
    if what == Happening.DEGREES:
        reply(tx, me, NoteDegreesAsked(held[0].id))
        return None
    number = quick_notes.take(tx, me, held, what)
    if number is None:
        return PressNoted()
    reply(tx, me, NoteThanked(held[0].id, number))
    return None


def degrees(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A number."""
    held = quick_notes.thread_of_notes(tx, me, pressed.number())
    if held is None:
        return ButtonOutdated()
    number = quick_notes.take(tx, me, held, Happening.DEGREES, pressed.number(1))
    if number is None:
        return PressNoted()
    reply(tx, me, NoteThanked(held[0].id, number), edit=pressed.message_id)
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ below the thanks."""
    held = quick_notes.take_back(tx, me, pressed.number())
    if held is None:
        return ButtonOutdated()
    reply(tx, me, NoteForgotten(held[0].id), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("ill_note", note, NUMBER, "|".join(NOTES)),
    press("ill_degrees", degrees, NUMBER, "|".join(map(str, DEGREES))),
    press("ill_unnote", undo, NUMBER),
]
