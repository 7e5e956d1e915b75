"""🧒 A teacher tells one child's family something: good news, not in class, please call; and adds a voice or words."""

from typing import Any

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notices import ClassEmpty
from bot.domain.school.school_illness import tell_card
from bot.domain.school.school_words import (
    A_DAY,
    NOTES,
    TELLING,
    PupilClassAsked,
    PupilShown,
    PupilsShown,
    Word,
    WordKind,
    WordNoteReceived,
    WordReceipt,
    WordsExhausted,
    WordState,
    addressed,
    receipt_of,
    tell_note,
    tell_taken_back,
    tell_word,
)
from bot.domain.screens import ButtonOutdated, HomeShown, NotUnderstood
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, school_words, schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import notify, reply
from bot.services.school import absences, notice_drafts, school_illness
from bot.updates import ButtonPress, IncomingMessage

_MEDIA = {"voice", "video_note", "video", "photo", "audio", "document"}
_PART = 800  # signs of one message: an escaped text stays within Telegram's limits


def begin(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """🧒 on the keyboard below the chat."""
    people.end_dialogue(tx, me.id)
    rooms = schools.classes_of(tx, me.id)
    if len(rooms) == 1:
        _show(tx, me, rooms[0].id)
    else:
        reply(tx, me, PupilClassAsked("pupils") if rooms else HomeShown())


def pupils(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🧒 below a class, and its further pages."""
    class_id, page = pressed.number(), pressed.number(1)
    if schools.my_class(tx, class_id, me.id) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    _show(tx, me, class_id, page, edit=pressed.message_id)
    return None


def _show(tx: Tx, me: Person, class_id: int, page: int = 0, *, edit: int | None = None) -> None:
    here = enrolments.children(tx, class_id)
    reply(tx, me, PupilsShown(class_id, page) if here else ClassEmpty(class_id), edit=edit)


def pupil(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One child, and what can be said."""
    if school_words.pupil(tx, pressed.number(), pressed.number(1), me.id) is None:
        return ButtonOutdated()
    reply(tx, me, PupilShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def tell_family(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌟 📞 📋: it goes out with this tap; a voice, a photo or words may follow."""
    class_id, child_id, what = pressed.number(), pressed.number(1), WordKind(pressed.args[2])
    circle = school_words.pupil(tx, class_id, child_id, me.id)
    if circle is None:
        return ButtonOutdated()
    if what == WordKind.ABSENT:
        word = absences.mark(tx, me, class_id, circle)
        reply(tx, me, WordReceipt(word.id), edit=pressed.message_id, card=receipt_of(word.id))
        return None
    circles.lock(tx, child_id)
    if school_words.sent_today(tx, class_id, child_id) >= A_DAY:
        return WordsExhausted()
    word = school_words.add(tx, me, class_id, child_id, what)
    to = addressed(circle)
    school_words.add_told(tx, word.id, to)
    notify(tx, tell_word(word, to))
    people.set_dialogue(tx, me.id, TELLING, {"word": word.id})
    reply(tx, me, WordReceipt(word.id), edit=pressed.message_id, card=receipt_of(word.id))
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ taken back; who has seen it reads so."""
    word = school_words.lock_own(tx, pressed.number(), me.id)
    if word is None or not word.can_undo(tx.now):
        return ButtonOutdated()
    if word.what == WordKind.ABSENT:
        absences.unmark(tx, word, me.id)
    else:
        school_words.change(tx, word.id, WordState.SENT, state=WordState.UNDONE)
        told = school_words.told(tx, word)
        notify(tx, tell_taken_back(word, told))
    people.end_dialogue(tx, me.id)
    reply(tx, me, WordReceipt(word.id), edit=pressed.message_id, card=receipt_of(word.id))
    return None


def note(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """What the teacher adds is passed on to those who were told."""
    dialogue = people.dialogue_of(tx, me.id)
    word = school_words.lock_own(tx, dialogue[1].get("word", 0), me.id) if dialogue else None
    if word is None or not word.takes_notes(tx.now):
        people.end_dialogue(tx, me.id)
        if not notice_drafts.take_stray(tx, me, {**said.media, "album": said.album}):
            reply(tx, me, NotUnderstood(said.kind))
    elif said.kind not in _MEDIA | {"text"}:
        reply(tx, me, NotUnderstood(said.kind))
    elif said.kind in _MEDIA and not me.voice:
        reply(tx, me, WordNoteReceived(word.id, passed=False))
    else:
        _pass_on(tx, me, word, said)


def _pass_on(tx: Tx, me: Person, word: Word, said: IncomingMessage) -> None:
    if school_illness.release(tx, word):
        notify(tx, tell_card(word))
        word = school_words.get(tx, word.id) or word
        if not word.takes_notes(tx.now):  # consent was taken back since the first tap
            reply(tx, me, NotUnderstood(said.kind))
            return
    first = len(word.notes)
    notes = [*word.notes, *_parts(said)]
    if len(notes) > NOTES:
        reply(tx, me, WordsExhausted())  # all of it or nothing: half a sentence is worse than none
        return
    school_words.change(tx, word.id, WordState.SENT, body={**word.body, "notes": notes})
    changed, to = school_words.get(tx, word.id), school_words.told(tx, word)
    assert changed is not None
    for place in range(first, len(notes)):
        notify(tx, tell_note(changed, place, to))
    reply(tx, me, WordNoteReceived(word.id))


def _parts(said: IncomingMessage) -> list[dict[str, Any]]:
    text = said.written
    words = [text[start : start + _PART] for start in range(0, len(text), _PART)]
    if said.kind == "text":
        return [{"kind": "text", "text": each} for each in words]
    first = {"kind": said.kind, "file_id": said.file_id, "text": words[0] if words else ""}
    return [first, *({"kind": "text", "text": each} for each in words[1:])]


_NOTED = TYPED & ~begins_with("📣")

routes: list[Route] = [
    press("pupils", pupils, NUMBER, NUMBER),
    press("pupil", pupil, NUMBER, NUMBER),
    press("word", tell_family, NUMBER, NUMBER, "good|call|absent"),
    press("word_undo", undo, NUMBER),
    message(filters.UpdateType.MESSAGE & filters.Regex("^🧒"), begin),
    message(_NOTED, note, state=TELLING),
]
