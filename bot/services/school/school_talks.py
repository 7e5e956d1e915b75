"""What is said between a family and a school: passed on, answered, taken back."""

from collections.abc import Iterable
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle
from bot.domain.daily.heard import Sign
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.domain.school.school_talks import (
    RECENT,
    Talk,
    TalkReceipt,
    Thread,
    card_of,
    line_of,
    lines,
    readers,
    receipt_of,
    tell_answered,
    tell_family,
    tell_gone,
    tell_school,
)
from bot.queries.circle import circles
from bot.queries.school import school_talks as rows
from bot.queries.school import talk_readers as reading
from bot.queries.school import talk_ways
from bot.queries.school.schools import ClassRoom
from bot.queries.school.talk_readers import Place
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify
from bot.services.school import talk_silences


def say(tx: Tx, me: Person, place: Place, room: ClassRoom, part: dict[str, Any]) -> Talk:
    """A family's words: to the school, and softly to the others of the same line."""
    circle, by = place
    circles.lock(tx, circle.child.id)
    thread = rows.on_line(tx, room.id, circle.child.id, line_of(circle, by))
    talk = rows.add(tx, thread.id, me.id, part, from_school=False)
    rows.change(tx, thread.id, waits_since=thread.waits_since or tx.now)
    talk_silences.written(tx, thread)
    reads = reading.staff(tx, room, circle, thread)
    asleep = [each for each in reads if reading.rests(tx, each)]
    notify(tx, tell_school(talk, [each for each in reads if each not in asleep], asleep))
    others = [each for each in readers(circle, thread.line) if each not in {me.id, *reads}]
    notify(tx, tell_family(talk, circle.child.id, others))
    note_heard(tx, circle, by, Sign.SCHOOL, others)
    return talk


def answer(tx: Tx, me: Person, thread: Thread, part: dict[str, Any]) -> Talk | None:
    """A teacher's words, to the line of who has asked; none where nobody of the family reads there any more."""
    circle = circles.get(tx, thread.child_id)
    if circle is None:
        return None
    circles.lock(tx, thread.child_id)
    line = reading.asking_line(tx, circle, thread)
    if not readers(circle, line):
        return None
    talk = _tell(tx, me, thread, line, circle, part)
    _tell_authors(tx, thread)
    settle(tx, thread)
    return talk


def begin(tx: Tx, me: Person, circle: Circle, class_id: int, part: dict[str, Any]) -> Talk | None:
    """A teacher writes first: to every line of the family, each in its own thread."""
    circles.lock(tx, circle.child.id)
    said = None
    for line in lines(circle):
        thread = rows.on_line(tx, class_id, circle.child.id, line)
        talk = _tell(tx, me, thread, line, circle, part)
        _tell_authors(tx, thread)
        settle(tx, thread)
        said = said or talk
    return said


def _tell(tx: Tx, me: Person, thread: Thread, line: str, circle: Circle, part: dict[str, Any]) -> Talk:
    here = thread if line == thread.line else rows.on_line(tx, thread.class_id, thread.child_id, line)
    if here.handed_at is None and thread.handed_at is not None:  # the lines have parted since
        rows.change(tx, here.id, handed_at=thread.handed_at)
    talk = rows.add(tx, here.id, me.id, part, from_school=True)
    notify(tx, tell_family(talk, thread.child_id, [each for each in readers(circle, line) if each != me.id]))
    return talk


def settle(tx: Tx, thread: Thread) -> None:
    """Nobody waits here any more; what the other teachers see of it says so."""
    if thread.waits_since is None:
        return
    talk_silences.end(tx, thread)
    rows.change(tx, thread.id, waits_since=None)
    say_anew(tx, thread, reading.for_staff(tx, thread))


def say_anew(tx: Tx, thread: Thread, staff: Iterable[int]) -> None:
    """Where these people see what a family waits to be answered, it is said as it stands now."""
    told = list(staff)
    for each in rows.since(tx, thread.id, thread.waits_since) if thread.waits_since else []:
        if not each.from_school:
            notify(tx, tell_answered(each, [one for one in told if _has(tx, one, card_of(each.id))]))


def _has(tx: Tx, person_id: int, card: str) -> bool:
    """Whether somebody sees a card, or it is on its way to them; what only stands in a list needs no change."""
    return cards.message_of(tx, person_id, card) is not None or outbox.pending_card(tx, person_id, card) is not None


def seen(tx: Tx, me: Person, thread: Thread) -> None:
    """🙏 no answer is needed; who has written reads that it was seen."""
    since = thread.waits_since
    for each in rows.since(tx, thread.id, since) if since else []:
        if not each.from_school:
            rows.mark_seen(tx, each, me.id)
    _tell_authors(tx, thread)
    settle(tx, thread)


def _tell_authors(tx: Tx, thread: Thread) -> None:
    """Where those who have written see what became of it, it is said as it stands now, and ↩️ goes."""
    for each in rows.since(tx, thread.id, thread.waits_since) if thread.waits_since else []:
        if not each.from_school:
            about = TalkReceipt(each.id)
            notify(tx, [Notification(each.author_id, about, Lane.REPLY, receipt_of(each.id), edits_card=True)])


def take_back(tx: Tx, talk: Talk, thread: Thread) -> bool:
    """↩️ all that was sent as one, wherever it stands or waits; false when it is too late."""
    circle = circles.get(tx, thread.child_id)
    if circle is None or reading.is_answered(tx, talk, thread):
        return False
    told = [*reading.for_staff(tx, thread), *(each.person_id for each in circle.active)]
    together = talk_ways.parts(tx, talk)
    for each in together:
        if rows.undo(tx, each.id):
            for page in range(len(each.pages)):
                outbox.clear_card(tx, card_of(each.id, page, len(each.pages)))
            notify(tx, tell_gone(each, [person for person in told if person != talk.author_id]))
    for number in dict.fromkeys(each.thread_id for each in together):
        _reopen(tx, number, from_school=talk.from_school)
    return True


def _reopen(tx: Tx, thread_id: int, *, from_school: bool) -> None:
    """As it stands without what was taken back."""
    if thread := rows.thread(tx, thread_id):
        recount(tx, thread)
    if from_school and (open_ := rows.thread(tx, thread_id)):
        _tell_authors(tx, open_)
        say_anew(tx, open_, reading.for_staff(tx, open_))
        talk_silences.say_anew(tx, open_)


def recount(tx: Tx, thread: Thread) -> None:
    """Since when the family waits, by what still stands."""
    open_: list[Talk] = []
    for each in rows.last(tx, thread.id, RECENT):
        open_ = [] if each.from_school else [*open_, *([] if each.seen_by else [each])]
    rows.change(tx, thread.id, waits_since=open_[0].sent_at if open_ else None)
    talk_silences.begin(tx, thread.id)
