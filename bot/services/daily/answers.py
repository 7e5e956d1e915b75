"""One answer of a guardian, from whichever way it came: credited to its days, told, and the ladder ended."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.check_ins import CheckIn, CheckInAsked, Face, card_of, face_in_words, kind_hour, tell_answered
from bot.domain.daily.escalation import card_name
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles
from bot.queries.daily import check_ins, escalation
from bot.services.notifications import notify


def allowed(tx: Tx, child_id: int, person_id: int, face: Face) -> bool:
    """Faces are notes about health: without consent, or where a teenager keeps them, an old card's is not passed on."""
    return face in {Face.USUAL, Face.CALL} or circles.faces_told(tx, child_id, person_id)


def in_words(tx: Tx, person_id: int, said: str) -> list[tuple[Circle, Member, CheckIn, Face]]:
    """What a yes or a number means for each card that waits for this person; nothing where it is none."""
    return [
        (circle, me, days[-1], face)
        for circle, me, days in check_ins.waiting_for(tx, person_id)
        if (face := face_in_words(said, health_notes=circles.faces_told(tx, circle.child.id, person_id)))
    ]


def credit(tx: Tx, circle: Circle, by: Member, until: CheckIn, face: Face) -> bool:
    """Answer the day `until` and every earlier open one; false when none of them was open any more."""
    child_id = circle.child.id
    days = [each for each in check_ins.open_days(tx, child_id) if each.due_at <= until.due_at]
    credited = [each for each in days if check_ins.answer(tx, each.id, by.person_id, face)]
    if not credited:
        return False
    told = escalation.end(tx, child_id)
    outbox.clear_card(tx, card_name(child_id))
    waited = outbox.clear_card(tx, card_of(child_id), by.person_id)
    for each in {day.local_date: day for day in credited}.values():  # one piece of news a day
        notify(tx, tell_answered(circle, by, each, face, tx.now, told))
    if waited and check_ins.open_days(tx, child_id):  # a question about a later day, which was not answered with it
        asked_at = kind_hour(tx.now, circle.child.zone)
        notify(tx, [Notification(by.person_id, CheckInAsked(child_id), Lane.ROUTINE, not_before=asked_at)])
    return True
