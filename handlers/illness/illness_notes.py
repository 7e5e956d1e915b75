"""A voice, a photo or a few words for an illness: below its question, or after its own button; a letter by one tap."""

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInAsked
from bot.domain.daily.letters import Letter, LetterState
from bot.domain.daily.one_card import CARD
from bot.domain.illness.illness_follow_up import NoteAsked, NoteReceived
from bot.domain.illness.illnesses import TELLING, Happening, IllnessState
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, NotUnderstood
from bot.queries.circle import people
from bot.queries.daily import letters
from bot.queries.illness import illnesses
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.daily import check_ins, one_card
from bot.services.illness import thread_notes
from bot.services.notifications import reply
from bot.updates import ButtonPress, IncomingMessage

_KINDS = {"voice", "video_note", "video", "photo", "audio", "document", "text"}


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ what comes next belongs to the thread."""
    held = thread_notes.thread_that_takes_notes(tx, me, pressed.number())
    if held is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, TELLING, {"illness": held[0].id, "asked": True})
    reply(tx, me, NoteAsked(held[0].id))
    return None


def note(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """What was asked for; before the alert has left it is the choice with which it leaves."""
    dialogue = people.dialogue_of(tx, me.id)
    data = dialogue[1] if dialogue else {}
    held = thread_notes.thread_that_takes_notes(tx, me, int(data.get("illness", 0)))
    if held is None or said.kind not in _KINDS:
        if held is None:
            people.end_dialogue(tx, me.id)
        reply(tx, me, NotUnderstood(said.kind))
        return
    if said.kind == "text" and not data.get("asked") and _answers_question(tx, me, said.text):
        return
    if not said.album:  # the pictures of an album come one by one
        people.end_dialogue(tx, me.id)
    thread_notes.add(tx, me, held, said.media)


def _answers_question(tx: Tx, me: Person, words: str) -> bool:
    """A yes or a number while another child's check-in waits: its card is shown once more.

    A thumb below “What is it?” must not become “Tom is well”, nor a part of Lily's illness.
    """
    meant = check_ins.in_words(tx, me.id, words)
    if meant:
        one_card.leave(tx, me)
        reply(tx, me, CheckInAsked(meant[0][0].child.id), card=CARD)
    return bool(meant)


def add_letter(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤒 below what came by itself, or below a letter's receipt: it belongs to the illness that runs."""
    letter = letters.get(tx, pressed.number())
    running = illnesses.running(tx, letter.child_id) if letter and letter.author_id == me.id else None
    held = thread_notes.thread_that_takes_notes(tx, me, running.id) if running else None
    if letter is None or held is None or held[0].state != IllnessState.OPEN:
        return ButtonOutdated()
    if illnesses.holds_letter(tx, held[0].id, letter.id):
        reply(tx, me, NoteReceived(held[0].id), edit=pressed.message_id)
        return None
    if letter.state not in {LetterState.DRAFT, LetterState.SENT, LetterState.WAITING}:
        return ButtonOutdated()
    for each in _together(tx, letter):
        media = {"kind": each.kind, "file_id": each.file_id, "text": each.text}
        thread_notes.add(tx, me, held, media, edit=pressed.message_id)
        if each.state == LetterState.DRAFT:
            letters.change(tx, each.id, [LetterState.DRAFT], state=LetterState.DROPPED, media={"album": each.album})
    illnesses.note(tx, held[0].id, me.id, Happening.ADDED, {"letter": letter.id})
    return None


def _together(tx: Tx, letter: Letter) -> list[Letter]:
    album = letters.in_album(tx, [letter.child_id], letter.author_id, letter.album, letter.sent_at)
    return [each for each in album if each.state == letter.state] or [letter]


routes: list[Route] = [
    press("ill_add", ask, NUMBER),
    press("letter_ill", add_letter, NUMBER),
    message(TYPED, note, state=TELLING),
]
