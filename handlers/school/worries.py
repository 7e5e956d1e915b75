"""🤲 A teacher is worried about a child: words for one person of the school; the lead says who that is."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification
from bot.domain.people import Person
from bot.domain.school.school_words import PupilShown
from bot.domain.school.staffing import StaffShown
from bot.domain.school.worries import (
    A_DAY,
    ADDS_FOR,
    STATE,
    WRITES_FOR,
    WorriesExhausted,
    WorryAsked,
    WorryReaderAsked,
    WorryReaderNamed,
    WorryReceipt,
    receipt_of,
)
from bot.domain.screens import ButtonOutdated, NotUnderstood
from bot.queries import audit
from bot.queries.circle import people
from bot.queries.school import school_words, schools, worry_readers
from bot.queries.school import staffing as staffing_rows
from bot.queries.school import worries as worry_rows
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import notify, reply
from bot.services.school import notice_drafts, worries
from bot.updates import ButtonPress, IncomingMessage


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤲 What Homeline is not comes first; where nobody here reads it, nothing is asked."""
    class_id, child_id = pressed.number(), pressed.number(1)
    circle = school_words.pupil(tx, class_id, child_id, me.id)
    if circle is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    if worry_readers.reader(tx, class_id, circle, me.id) is not None:
        _ask(tx, me, class_id, child_id, (tx.now + WRITES_FOR).isoformat())
    reply(tx, me, WorryAsked(class_id, child_id), edit=pressed.message_id)
    return None


def leave(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ nothing is written."""
    if (people.dialogue_of(tx, me.id) or ("",))[0] == STATE:
        people.end_dialogue(tx, me.id)
    if school_words.pupil(tx, pressed.number(), pressed.number(1), me.id) is None:
        return ButtonOutdated()
    reply(tx, me, PupilShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def write(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The words, which are kept nowhere else, not even as they came; a voice or a picture would stay with Telegram."""
    dialogue = people.dialogue_of(tx, me.id)
    data = dialogue[1] if dialogue else {}
    if not data or tx.now > datetime.fromisoformat(data["until"]):
        people.end_dialogue(tx, me.id)
        if not notice_drafts.take_stray(tx, me, {**said.media, "album": said.album}):
            reply(tx, me, NotUnderstood(said.kind))
        return
    inbox.take_out(tx, me.telegram_id)
    class_id, child_id = data["class"], data["child"]
    circle = school_words.pupil(tx, class_id, child_id, me.id)
    to = worry_readers.reader(tx, class_id, circle, me.id) if circle else None
    if circle is None or to is None or said.kind != "text":
        reply(tx, me, WorryAsked(class_id, child_id, again=True))
    elif worry_rows.sent_lately(tx, me.id) >= A_DAY:
        reply(tx, me, WorriesExhausted())
    else:
        _send(tx, me, class_id, circle, to, said)


def _send(tx: Tx, me: Person, class_id: int, circle: Circle, to: int, said: IncomingMessage) -> None:
    note = worries.send(tx, me, class_id, circle, to, said.written, said.message_id)
    _ask(tx, me, class_id, circle.child.id, (tx.now + ADDS_FOR).isoformat(), adds=True)
    reply(tx, me, WorryReceipt(note.id), card=receipt_of(note.id))


def _ask(tx: Tx, me: Person, class_id: int, child_id: int, until: str, *, adds: bool = False) -> None:
    people.set_dialogue(tx, me.id, STATE, {"class": class_id, "child": child_id, "until": until, "adds": adds})


def ask_reader(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤲 in the lead's list of teachers: who reads them?"""
    if schools.workplace(tx, pressed.number(), me.id, Action.SEE_STAFF) is None:
        return ButtonOutdated()
    reply(tx, me, WorryReaderAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def name_reader(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From this tap on; whoever it is reads what that means."""
    colleague = staffing_rows.colleague(tx, pressed.number(), me.id, Action.NAME_WORRY_READER)
    if colleague is None or not colleague.is_here:
        return ButtonOutdated()
    worry_rows.name_reader(tx, colleague.school_id, colleague.person_id)
    audit.note(tx, AuditEvent.WORRY_READER, me.id, entity="staff", entity_id=colleague.id)
    if colleague.person_id != me.id and not colleague.hears_worries:
        told = WorryReaderNamed(colleague.school_id)
        notify(tx, [Notification(colleague.person_id, told, Lane.NOTICE, card="worry_reader", written=True)])
    reply(tx, me, StaffShown(colleague.school_id), edit=pressed.message_id)
    return None


_WRITTEN = TYPED & ~begins_with("📣")

routes: list[Route] = [
    message(_WRITTEN, write, state=STATE),
    press("worry", begin, NUMBER, NUMBER),
    press("worry_no", leave, NUMBER, NUMBER),
    press("worry_who", ask_reader, NUMBER, "[0-9]{1,3}"),
    press("worry_reader", name_reader, NUMBER),
]
