"""When somebody was last here, to the day, kept for one question only: is it still them?"""

from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState
from bot.domain.circle.presence import can_be_asked, tell_known_asked, was_silent_long
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.services.notifications import notify


def seen(tx: Tx, me: Person) -> None:
    """They are here; after a long silence their circles stay closed to them until another adult knows them."""
    today = tx.now.date()
    if me.seen_on == today.isoformat() or not tx.sure:
        return
    if was_silent_long(me.seen_on, today):
        _close(tx, me)
    people.change(tx, me.id, seen_on=today.isoformat())


def _close(tx: Tx, me: Person) -> None:
    for circle, member in circles.of_person(tx, me.id):
        others = [each.person_id for each in circle.others(me.id)]
        last_seen = {number: each.seen_on for number, each in people.get_many(tx, others).items()}
        if can_be_asked(circle, member, last_seen, tx.now):
            circles.change_member(tx, member.id, MemberState.ACTIVE, closed_at=tx.now)
            notify(tx, tell_known_asked(circle, member))
