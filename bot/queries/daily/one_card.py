"""What stands on a person's one card: the children about whom they are asked now."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import CheckIn
from bot.domain.local_time import local
from bot.queries.circle import circles
from bot.queries.daily import check_ins, escalation
from bot.queries.illness import illnesses


def children(tx: Tx, person_id: int, besides: int = 0) -> list[tuple[Circle, list[CheckIn]]]:
    """Each child with its open days, as far as this person is asked about it; a child that they opened `besides`.

    Who only steps in is asked while nobody at home can be, or when the escalation has come to them.
    """
    found = []
    for circle, me in circles.of_person(tx, person_id, Action.ANSWER_CHECK_IN):
        days = check_ins.open_days(tx, circle.child.id)
        if not days or (circle.child.id != besides and not _is_asked(tx, circle, days[-1])):
            continue
        if circle.child.id == besides or me in circle.askable(tx.now) or _stands_in(tx, circle, person_id):
            found.append((circle, days))
    return found


def _is_asked(tx: Tx, circle: Circle, newest: CheckIn) -> bool:
    """Home owes a word, or has been heard today without a face, which is welcome still; not of a child who is ill."""
    today = local(tx.now, circle.child.zone).date().isoformat()
    return (newest.is_missing or newest.local_date == today) and illnesses.running(tx, circle.child.id) is None


def _stands_in(tx: Tx, circle: Circle, person_id: int) -> bool:
    running = escalation.running(tx, circle.child.id)
    return running is not None and person_id in running.told
