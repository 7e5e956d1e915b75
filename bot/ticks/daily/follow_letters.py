"""Looks after letters until they have arrived: what cannot be delivered is never silent."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.letters import Letter, LetterState, tell_lost, tell_way
from bot.domain.deliveries import LOOK_AGAIN, delivery, next_look
from bot.queries.circle import circles
from bot.queries.daily import letters as letter_rows
from bot.services.daily import letter_box, letters
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Look at every letter that is due for it; how many were."""
    due = letter_rows.to_check(tx, BATCH)
    return tx.each(due, partial(_follow, tx))


def _follow(tx: Tx, letter: Letter) -> None:
    circle = circles.get(tx, letter.child_id)
    assert circle is not None
    if circle.child.sharing_stopped:
        letter_rows.check_later(tx, letter.id, LOOK_AGAIN)
        return
    if letter.state == LetterState.WAITING:
        if not letters.deliver(tx, circle, letter):
            letter_rows.check_later(tx, letter.id, next_look(letter.sent_at, tx.now))
        return
    where = delivery(
        [letter_rows.delivery_to(tx, letter.id, each.person_id) for each in circle.others(letter.author_id)]
    )
    if where == "arrived" and letter_box.goes_on_waiting(tx, circle, letter):
        return
    told = where if where != "coming" else None
    may_come = where in {"waits", "kept", "coming"}
    letter_rows.note_delivery(tx, letter.id, told, next_look(letter.sent_at, tx.now) if may_come else None)
    if circle.member(letter.author_id) is None:
        return
    if where == "lost":
        notify(tx, tell_lost(letter))
    elif told != letter.told:
        notify(tx, tell_way(letter))
