"""✉️ A family writes to the teachers of its child, and they answer; 🙏 seen, ↩️ taken back."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_talks import (
    Talk,
    TalkReceipt,
    TalksWaiting,
    TalkToSchool,
    Thread,
    ThreadRead,
    card_of,
    receipt_of,
)
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import school_talks as rows
from bot.queries.school import school_words, talk_readers
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import school_talks, talk_directions
from bot.updates import ButtonPress


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✉️ an adult of the family writes to the school about a child."""
    child_id, class_id = pressed.number(), pressed.number(1)
    mine = circles.membership(tx, child_id, me.id, Action.WRITE_TO_SCHOOL)
    room = talk_readers.room_of(tx, class_id, child_id) if mine else None
    if mine is None or room is None or not talk_readers.staff(tx, room, mine[0]):
        return ButtonOutdated()
    talk_directions.ask(tx, me, class_id, child_id)
    return None


def write(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✉️ below a child: its teacher writes first."""
    class_id, child_id = pressed.number(), pressed.number(1)
    circle, room = school_words.pupil(tx, class_id, child_id, me.id), talk_readers.room_of(tx, class_id, child_id)
    if circle is None or circle.child.sharing_stopped or room is None:
        return ButtonOutdated()
    if me.id not in talk_readers.staff(tx, room, circle):
        return ButtonOutdated()
    talk_directions.ask(tx, me, class_id, child_id)
    return None


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✉️ below what somebody has written."""
    found = _read(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    talk_directions.ask(tx, me, found[1].class_id, found[1].child_id, found[1])
    return None


def seen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 no answer is needed."""
    found = rows.get(tx, pressed.number())
    if found is None or found[1].waits_since is None or not talk_readers.for_school(tx, found[1], me.id):
        return ButtonOutdated()
    cards.remember(tx, me.id, card_of(found[0].id), pressed.message_id or 0)
    school_talks.seen(tx, me, found[1])
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes, and before it was answered."""
    found = rows.get(tx, pressed.number())
    if found is None or found[0].author_id != me.id or not found[0].can_be_undone(tx.now):
        return ButtonOutdated()
    if not school_talks.take_back(tx, *found):
        return ButtonOutdated()
    reply(tx, me, TalkReceipt(found[0].id), edit=pressed.message_id, card=receipt_of(found[0].id))
    return None


def show_waiting(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """✉️ who waits for an answer."""
    reply(tx, me, TalksWaiting(asked=True), edit=pressed.message_id)


def open_thread(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """All that a family waits to be answered, with its voices and pictures."""
    thread = rows.thread(tx, pressed.number())
    if thread is None or not talk_readers.for_school(tx, thread, me.id):
        return ButtonOutdated()
    waiting = rows.since(tx, thread.id, thread.waits_since) if thread.waits_since else []
    said = [each for each in waiting if not each.from_school]
    for each in said:
        count = len(each.pages)
        for page in range(count):
            reply(tx, me, TalkToSchool(each.id, page), card=card_of(each.id, page, count))
    if not said:
        reply(tx, me, ThreadRead(thread.id))
    return None


def read(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📜 what was said last."""
    thread = rows.thread(tx, pressed.number())
    if thread is None or not (talk_readers.for_school(tx, thread, me.id) or talk_readers.for_family(tx, thread, me.id)):
        return ButtonOutdated()
    reply(tx, me, ThreadRead(thread.id))
    return None


def _read(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Talk, Thread] | None:
    """What was said, for whoever may answer it: the other side."""
    found = rows.get(tx, pressed.number())
    if found is None:
        return None
    talk, thread = found
    mine = talk_readers.for_family if talk.from_school else talk_readers.for_school
    return (talk, thread) if mine(tx, thread, me.id) else None


routes: list[Route] = [
    press("talk_to", begin, NUMBER, NUMBER),
    press("talk_write", write, NUMBER, NUMBER),
    press("talk_answer", answer, NUMBER),
    press("talk_seen", seen, NUMBER),
    press("talk_undo", undo, NUMBER),
    press("talks", show_waiting),
    press("talk_open", open_thread, NUMBER),
    press("talk_thread", read, NUMBER),
]
