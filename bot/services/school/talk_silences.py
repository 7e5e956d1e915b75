"""🕰 A family waits for an answer of the school: the next step is set, taken in its time, and ends with the answer."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle
from bot.domain.local_time import DAY
from bot.domain.people import Person
from bot.domain.school.school_talks import Talk, Thread, readers
from bot.domain.school.talk_silences import LOOK, card_of, due_at, read_at, tell_changed, tell_family, tell_school
from bot.domain.school.talk_ways import has_nobody
from bot.queries.circle import circles, people
from bot.queries.school import calendars, schools, talk_readers
from bot.queries.school import school_talks as rows
from bot.services.notifications import notify


def begin(tx: Tx, thread_id: int) -> None:
    """A family waits from now on, or does so already, or no longer."""
    thread = rows.thread(tx, thread_id)
    if thread is None or thread.waits_since is None:
        rows.change(tx, thread_id, next_at=None, reminded_at=None)
    elif thread.next_at is None and thread.reminded_at is None:
        rows.change(tx, thread_id, next_at=_due(tx, thread, tx.now))


def written(tx: Tx, thread: Thread) -> None:
    """The family has written: where it has heard of a silence already, this is as if it were the first."""
    told = thread.next_at is None and thread.reminded_at is not None
    (begin_anew if told else begin)(tx, thread.id)


def passed_on(tx: Tx, class_id: int) -> None:
    """A class is with another teacher, to whom nobody has said what waits there."""
    for thread in rows.waiting(tx, [class_id]):
        begin_anew(tx, thread.id)


def begin_anew(tx: Tx, thread_id: int) -> None:
    """The school is reminded, as there is more or somebody else has it; who waits hears once more if nobody answers."""
    thread = rows.thread(tx, thread_id)
    if thread is not None and thread.waits_since is not None:
        rows.change(tx, thread_id, next_at=_due(tx, thread, tx.now), reminded_at=None)


def rest(tx: Tx, thread_id: int) -> None:
    """As it was when the family had heard that nobody has answered."""
    rows.change(tx, thread_id, next_at=None, reminded_at=tx.now)


def end(tx: Tx, thread: Thread) -> None:
    """It was answered: who has read that nobody has yet reads so in the same place."""
    outbox.clear_card(tx, card_of(thread.id))
    say_anew(tx, thread)
    rows.change(tx, thread.id, next_at=None, reminded_at=None)


def say_anew(tx: Tx, thread: Thread) -> None:
    """Where somebody has read that nobody has answered yet it reads as it is now, also once an answer is taken back."""
    authors = (each.author_id for each in _unanswered(tx, thread))
    card = card_of(thread.id)
    notify(tx, tell_changed(thread, [each for each in authors if cards.message_of(tx, each, card) is not None]))


def go_on(tx: Tx, thread: Thread) -> None:
    """Remind, then tell; put off while nothing is shared, and where hours, holidays or the clock have changed."""
    circle = circles.get(tx, thread.child_id)
    at = _due(tx, thread, thread.reminded_at or thread.waits_since)
    waiting = _waiting(tx, circle, thread) if circle else []
    if circle is None or at is None or not waiting:
        rows.change(tx, thread.id, next_at=None)
    elif circle.child.sharing_stopped:
        rows.change(tx, thread.id, next_at=tx.now + DAY)
    elif at > tx.now:
        rows.change(tx, thread.id, next_at=at)
    elif thread.reminded_at is None:
        notify(tx, tell_school((each.id, read_at(tx.now, each, *_clock(tx, thread))) for each in _staff(tx, thread)))
        rows.change(tx, thread.id, reminded_at=tx.now, next_at=_due(tx, thread, tx.now))
    else:
        notify(tx, tell_family(thread, waiting))
        rows.change(tx, thread.id, next_at=None)


def _due(tx: Tx, thread: Thread, since: datetime | None) -> datetime | None:
    """When the first of the school could have answered for a day; it is looked at again within a week."""
    staff = _staff(tx, thread)
    if since is None or not staff:
        return None
    return min(*(due_at(since, each, *_clock(tx, thread)) for each in staff), tx.now + LOOK)


def _staff(tx: Tx, thread: Thread) -> list[Person]:
    return [people.get(tx, each) for each in talk_readers.for_staff(tx, thread)]


def _clock(tx: Tx, thread: Thread) -> tuple[str, frozenset[date]]:
    """The school's clock, and its holidays."""
    room = schools.class_room_of(tx, thread.class_id)
    assert room is not None
    first = ((thread.reminded_at or thread.waits_since or tx.now) - DAY).date()
    zone = schools.clock(tx, room.id, people.get(tx, room.teacher_id))
    return zone, calendars.holidays(tx, room.school_id, first)


def _unanswered(tx: Tx, thread: Thread) -> Iterable[Talk]:
    """What the family has written since it waits."""
    said = rows.since(tx, thread.id, thread.waits_since) if thread.waits_since else []
    return [each for each in said if not each.from_school]


def _waiting(tx: Tx, circle: Circle, thread: Thread) -> list[int]:
    """Who has written what nobody has answered, and is still of the line; what was lost was told as that."""
    here = set(readers(circle, talk_readers.asking_line(tx, circle, thread)))
    open_ = [each for each in _unanswered(tx, thread) if not each.seen_by and not has_nobody(each)]
    return [each.author_id for each in open_ if each.author_id in here]
