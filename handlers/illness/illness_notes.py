"""A voice, a photo or a few words while a child is ill: passed on as part of the thread."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import CheckInAsked
from bot.domain.daily.one_card import CARD
from bot.domain.illness.illness_follow_up import NoteReceived, parts, tell_note
from bot.domain.illness.illnesses import TELLING, Happening, Illness, IllnessState
from bot.domain.people import Person
from bot.domain.screens import NotUnderstood
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.routes import TYPED, Route, message
from bot.services.daily import check_ins, one_card
from bot.services.illness.illness_alerts import note_spoken, raise_alert, told_now
from bot.services.notifications import notify, reply
from bot.updates import IncomingMessage

_MEDIA = {"voice", "video_note", "video", "photo", "audio", "document"}


def note(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Pass it on; in a draft it is the choice with which the alert leaves."""
    if said.edited:
        return
    held = _thread(tx, me)
    if held is None or said.kind not in _MEDIA | {"text"}:
        if held is None:
            people.end_dialogue(tx, me.id)
        reply(tx, me, NotUnderstood(said.kind))
        return
    found, circle, by = held
    if said.kind == "text" and _answers_question(tx, me, found, said.text):
        return
    if said.kind in _MEDIA and not me.voice:
        reply(tx, me, NoteReceived(found.id, passed=False))
        return
    if found.state == IllnessState.DRAFT:
        raise_alert(tx, found)
    to = [each for each in told_now(tx, circle, found) if each != me.id]
    for part in parts(said.media):
        event_id = illnesses.note(tx, found.id, me.id, Happening.VOICE if "file_id" in part else Happening.WORDS, part)
        event = illnesses.event(tx, event_id)
        assert event is not None
        notify(tx, tell_note(found, event, to))
    note_spoken(tx, circle, found, by)
    reply(tx, me, NoteReceived(found.id))


def _answers_question(tx: Tx, me: Person, illness: Illness, words: str) -> bool:
    """A yes or a number while a check-in waits: its answer where it was asked last, else the card is shown once more.

    A thumb after “Sent. To: Mei.” must not become “Lily is well”.
    """
    meant = check_ins.in_words(tx, me.id, words)
    thread_at = max((each.at for each in illnesses.events(tx, illness.id)), default=illness.opened_at)
    if not meant:
        return False
    asked_at = cards.sent_at(tx, me.id, CARD)
    one_card.leave(tx, me)
    if len(meant) == 1 and asked_at is not None and asked_at > thread_at:
        check_ins.credit(tx, meant)
    else:
        reply(tx, me, CheckInAsked(meant[0][0].child.id), card=CARD)
    return True


def _thread(tx: Tx, me: Person) -> tuple[Illness, Circle, Member] | None:
    dialogue = people.dialogue_of(tx, me.id)
    illness = illnesses.lock(tx, int(dialogue[1].get("illness", 0))) if dialogue else None
    takes_notes = illness is not None and illness.is_running and not illness.is_plain
    mine = circles.membership(tx, illness.child_id, me.id, Action.REPORT_ILLNESS) if illness and takes_notes else None
    if illness is None or mine is None:
        return None
    return (illness, *mine) if circles.health_notes(tx, illness.child_id, me.id) else None


routes: list[Route] = [
    message(TYPED, note, state=TELLING),
]
