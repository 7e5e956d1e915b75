"""One tap in an illness: the buttons, the numbers, what those read who were alerted, and the thanks."""

from collections.abc import Iterable

from babel.units import format_unit

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.illness import quick_notes as about_
from bot.domain.illness.illnesses import NOTES, Happening, Illness, IllnessEvent, IllnessState
from bot.domain.illness.quick_notes import DEGREES, can_take_back, first_of, newest_of_each
from bot.domain.notifications import Lane
from bot.queries.illness import illnesses
from bot.texts import clocks
from bot.texts.buttons import undo
from bot.texts.circle.receipts import thanked
from bot.texts.illness.illness_words import first_line, thread_of, told_others
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader


def note_buttons(reader: Reader, illness: Illness, *, ask: bool) -> list[Button]:
    """🌡 💊 🩺 💤; beside the question what it is, 🌡 means a fever until that has been said."""
    labels = {
        # L10N: a button of those at home while a child is ill: numbers to choose from follow.
        "degrees": reader.label("Temperature"),
        # L10N: a button of those at home while a child is ill: a medicine or the like was given; no name, no dose.
        "given": reader.label("Gave something"),
        # L10N: a button: the child has been at a doctor's.
        "visited": reader.label("Saw a doctor"),
        # L10N: a button of those at home while a child is ill: the child sleeps now.
        "asleep": reader.label("Asleep now"),
    }
    return [
        button(f"{emoji.NOTES[each]} {labels[each]}", "ill_note", illness.id, each)
        for each in NOTES
        if not (ask and each == Happening.DEGREES and "fever" not in illness.what)
    ]


def note_degrees_asked(reader: Reader, about: about_.NoteDegreesAsked) -> Message | None:
    """Half a degree from one to the next."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: to those at home who want to note the temperature of {child}; buttons such as “38.5°C” follow.
    text = reader.say("What does {child}'s thermometer show? The nearest will do.", child=thread[1].child.name)
    found = [button(_degrees(reader, each), "ill_degrees", about.illness_id, each) for each in DEGREES]
    return Message(f"{emoji.FEVER} {text}", grid(found, 4))


def note_lines(reader: Reader, circle: Circle, events: Iterable[IllnessEvent]) -> list[str]:
    """The newest note of each kind."""
    notes = [each for each in events if each.what in NOTES]
    return [note_line(reader, circle, each) for each in newest_of_each(notes)]


def note_line(reader: Reader, circle: Circle, note: IllnessEvent) -> str:
    """What was noted, when and by whom; nothing about what it may mean."""
    child, guardian = circle.child.name, reader.named(circle, note.person_id or 0)
    if note.what == Happening.DEGREES:
        degrees = _degrees(reader, int(str(note.data["degrees"])))
        # L10N: to the parents of an ill child: {degrees} is such as “38.5°C”, to the nearest half. No comment on it.
        text = reader.say("About {degrees}, says {guardian}.", degrees=degrees, guardian=guardian)
    elif note.what == Happening.GIVEN:
        # L10N: to the parents of an ill child: a medicine or something else was given; no name, no dose.
        text = reader.say("{guardian} has given {child} something.", child=child, guardian=guardian)
    elif note.what == Happening.VISITED:
        # L10N: an answer to “How is Lily now?”, told to the parents.
        text = reader.say("{child} saw a doctor, says {guardian}.", child=child, guardian=guardian)
    else:
        # L10N: to the parents of an ill child.
        text = reader.say("{child} is asleep, says {guardian}.", child=child, guardian=guardian)
    return f"{emoji.NOTES[note.what]} " + reader.together(text, clocks.at_home(reader, note.at, circle.child.zone))


def _degrees(reader: Reader, tenths: int) -> str:
    return str(format_unit(tenths / 10, "temperature-celsius", length="short", locale=reader.locale))


def note_taken(reader: Reader, about: about_.NoteTaken) -> Message | None:
    """All that one person has noted within some minutes; where all was taken back, that."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or thread[0].state == IllnessState.UNDONE:
        return None
    found, circle = thread
    mine = [each for each in illnesses.events(reader.tx, found.id, *NOTES) if first_of(each) == about.event_id]
    lines = [note_line(reader, circle, each) for each in mine]
    if not lines and cards.message_of(reader.tx, reader.person.id, f"notes:{about.event_id}") is None:
        return None
    # L10N: the guardian has taken back an answer and will answer again.
    back = reader.say("{guardian} has taken this answer back.", guardian=reader.named(circle, about.by))
    return Message("\n".join([first_line(reader, found, circle, about.by), *(lines or [back])]))


def note_thanked(reader: Reader, about: about_.NoteThanked) -> Message | None:
    """What was noted, and who reads it."""
    thread, note = thread_of(reader, about.illness_id), illnesses.event(reader.tx, about.event_id)
    if thread is None or note is None:
        return None
    found, circle = thread
    told = told_others(reader, found, circle)
    sign = emoji.NOTES[note.what]
    if note.what == Happening.DEGREES:
        sign += f" {_degrees(reader, int(str(note.data['degrees'])))}."
    # L10N: no parent has joined yet.
    thanks = thanked(reader, circle, told, lane=Lane.NOTICE) if told else reader.say("Thank you. It is noted.")
    back = can_take_back(note, reader.person.id, reader.tx.now)
    return Message(f"{sign} {thanks}", ((undo(reader, "ill_unnote", note.id),),) if back else ())


def note_forgotten(reader: Reader, about: about_.NoteForgotten) -> Message:
    """↩️ in place of the thanks."""
    # L10N: to who has just taken back a note about an ill child.
    return Message(reader.say("All right, it is taken back."))
