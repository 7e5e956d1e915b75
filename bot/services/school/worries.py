"""A worry about a child goes to one person of the school; its words are gone when they have arrived, or cannot."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane, dump
from bot.domain.people import Person
from bot.domain.privacy.erasing import MessageErased
from bot.domain.school.worries import (
    STATE,
    Worry,
    WorryPassedOn,
    card_of,
    parts_of,
    tell_changed,
    tell_lost,
    tell_reader,
)
from bot.queries.circle import people
from bot.queries.school import schools
from bot.queries.school import worries as rows
from bot.services.notifications import notify


def is_written(tx: Tx, me: Person) -> bool:
    """Whether the next words are a note, whatever message they reply to: a family must not read them by mistake."""
    state, data = people.dialogue_of(tx, me.id) or ("", {})
    return state == STATE and not data["adds"] and tx.now <= datetime.fromisoformat(data["until"])


def send(tx: Tx, me: Person, class_id: int, circle: Circle, to: int, text: str, message_id: int) -> Worry:
    """The words leave; the last note of one message knows in which it was written."""
    parts = parts_of(text)
    for place, words in enumerate(parts, 1):
        written_in = message_id if place == len(parts) else None
        note = rows.add(tx, class_id, circle.child.id, me.id, to, words, written_in)
        notify(tx, tell_reader(note, to))
    return note


def arrived(tx: Tx, row: Row) -> None:
    """It stands on its reader's phone: from here on nobody but they and its writer know the words."""
    for number in _named(row):
        note = rows.get(tx, number)
        if note is None or not rows.arrive(tx, number):
            continue
        author = people.get(tx, note.author_id) if note.author_id is not None else None
        if author is not None and note.message_id is not None:
            payload: Payload = {"events": [dump(MessageErased())], "edit": note.message_id}
            outbox.put(tx, payload, chat=author.telegram_id, person_id=author.id, lane=Lane.REPLY)
        if note.message_id is not None:
            notify(tx, tell_changed(note))


def given_up(tx: Tx, row: Row) -> None:
    """Telegram does not take it."""
    for number in _named(row):
        lose(tx, number)


def lose(tx: Tx, worry_id: int) -> None:
    """It will not arrive: nothing of it waits any longer, and its writer is told, for somebody else must be."""
    note = rows.get(tx, worry_id)
    if note is not None and rows.lose(tx, worry_id):
        outbox.clear_card(tx, card_of(worry_id))
        notify(tx, [*tell_changed(note), *tell_lost(note)])


def reader_lost(tx: Tx, person_id: int, school_id: int | None = None) -> None:
    """Nothing waits for who cannot be reached, or does not work at this school any more."""
    for note in rows.waiting_for(tx, person_id):
        room = schools.class_room_of(tx, note.class_id)
        if school_id is None or (room is not None and room.school_id == school_id):
            lose(tx, note.id)


def _named(row: Row) -> list[int]:
    events = row.payload.get("events", ())
    return [each["worry_id"] for each in events if each["kind"] == WorryPassedOn.__name__]
