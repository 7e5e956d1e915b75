"""What somebody at home says or shows in a thread: only what answers it belongs to it."""

from collections.abc import Mapping
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, endings
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import DANGER
from bot.domain.illness.illness_follow_up import NoteReceived, parts, tell_note
from bot.domain.illness.illnesses import Happening, Illness, IllnessState
from bot.domain.people import Person
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import note_spoken, raise_alert, told_now
from bot.services.notifications import notify, reply

Thread = tuple[Illness, Circle, Member]


def thread_that_takes_notes(tx: Tx, me: Person, illness_id: int) -> Thread | None:
    """A running thread in which this person may name what is wrong."""
    illness = illnesses.lock(tx, illness_id)
    takes_notes = illness is not None and illness.is_running and not illness.is_plain
    mine = circles.membership(tx, illness.child_id, me.id, Action.REPORT_ILLNESS) if illness and takes_notes else None
    if illness is None or mine is None:
        return None
    return (illness, *mine) if circles.health_notes(tx, illness.child_id, me.id) else None


def add(tx: Tx, me: Person, thread: Thread, media: Mapping[str, Any], *, edit: int | None = None) -> None:
    """Pass it on; in a draft it is the choice with which the alert leaves."""
    found, circle, by = thread
    if media["kind"] != "text" and not me.voice:
        reply(tx, me, NoteReceived(found.id, passed=False), edit=edit)
        return
    if found.state == IllnessState.DRAFT:
        raise_alert(tx, found)
    to = [each for each in told_now(tx, circle, found) if each != me.id]
    for part in parts(media):
        said = Happening.VOICE if "file_id" in part else Happening.WORDS
        event = illnesses.event(tx, illnesses.note(tx, found.id, me.id, said, part))
        assert event is not None
        notify(tx, tell_note(found, event, to))
    note_spoken(tx, circle, found, by)
    reply(tx, me, NoteReceived(found.id), edit=edit)


def takes_reply(tx: Tx, me: Person, media: Mapping[str, Any], answered: int) -> bool:
    """Whether it answers a message of a running thread, and was passed on in it."""
    held = thread_that_takes_notes(tx, me, _thread_in(tx, me, answered)) if answered else None
    if held is None:
        return False
    add(tx, me, held, media)
    return True


def _thread_in(tx: Tx, me: Person, message_id: int) -> int:
    if names := cards.in_message(tx, me.id, message_id, DANGER):
        return int(names[0].removeprefix(DANGER))
    said = endings.said_in(tx, me.id, message_id)
    events = said["events"] if said and "events" in said else []
    return next((int(each["illness_id"]) for each in events if "illness_id" in each), 0)
