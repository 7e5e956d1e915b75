"""A voice that its reader's settings do not let in: it waits, both sides know, and it is tried again."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.outbox import Row
from bot.domain.circle.times import due_for
from bot.domain.daily.voices import KNOWN_FOR, TRY_AGAIN, WAITS, kept_card, tell_kept, tell_waits
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.privacy import reportable
from bot.services.notifications import notify


def kept(tx: Tx, row: Row) -> datetime:
    """Tell both sides, where they do not know; when to try again."""
    reader = people.get(tx, row.person_id or 0)
    if "voiceless" not in row.payload:
        _tell(tx, row, reader)
    return due_for(reader, tx.now + TRY_AGAIN, row.lane, written=True)


def try_now(tx: Tx, me: Person) -> int:
    """Somebody has allowed voices: what waited leaves at once, and if it is refused again they hear so; how many."""
    waiting = [row for row in outbox.waiting_for(tx, me.id) if "voiceless" in row.payload]
    cards.forget(tx, me.id, WAITS)
    for row in waiting:
        payload = row.payload.copy()
        del payload["voiceless"]
        outbox.set_payload(tx, row.id, payload, due_at=tx.now)
    return len(waiting)


def _tell(tx: Tx, row: Row, reader: Person) -> None:
    if not _knows(tx, reader.id, WAITS):
        notify(tx, tell_waits(reader.id))
    spoken = reportable.said_in(tx, reader.id, row.payload["events"])
    circle = circles.get(tx, spoken.child_id) if spoken else None
    if spoken is None or circle is None or not circle.member(spoken.author_id):
        return
    if not _knows(tx, spoken.author_id, kept_card(reader.id)):
        urgent = row.lane == Lane.URGENT
        notify(tx, tell_kept(spoken.author_id, circle.child.id, reader.id, urgent=urgent))


def _knows(tx: Tx, person_id: int, card: str) -> bool:
    since = cards.sent_at(tx, person_id, card)
    return (since is not None and tx.now - since < KNOWN_FOR) or outbox.pending_card(tx, person_id, card) is not None
