"""Meetings of a teacher with families: offered, taken, moved, given back and called off."""

from collections.abc import Iterable
from datetime import timedelta

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.domain.school import meetings as rules
from bot.domain.school.meetings import Meeting, MeetingFreed, MeetingListed, Plan, Slot
from bot.queries.circle import circles
from bot.queries.school import enrolments, meetings, schools
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify


def offer(tx: Tx, me: Person, room: ClassRoom, plan: Plan) -> Meeting | None:
    """To every family of the class; none where no time is left to offer."""
    busy = [(slot.at, slot.at + _lasts(tx, slot)) for slot in meetings.busy(tx, me.id, room.id)]
    times = plan.times(schools.clock(tx, room.id, me), tx.now, busy)
    if not times:
        return None
    opens = rules.open_at(plan.remote, tx.now, times[0])
    found = meetings.offer(tx, room.id, me.id, times, remote=plan.remote, minutes=plan.minutes, open_at=opens)
    for child_id in enrolments.children(tx, room.id):
        circle = circles.get(tx, child_id)
        notify(tx, rules.tell_offered(found, circle) if circle else [])
    notify(tx, [_list(found.id, each) for each in schools.teachers(tx, room.id) if each != me.id])
    return found


def _lasts(tx: Tx, slot: Slot) -> timedelta:
    found = meetings.get(tx, slot.meeting_id)
    return found.lasts if found else timedelta()


def welcome(tx: Tx, class_id: int, circle: Circle) -> None:
    """A family that comes into the class is asked like the others."""
    for each in meetings.coming(tx, class_id):
        notify(tx, rules.tell_offered(each, circle))


def take(tx: Tx, me: Person, circle: Circle, found: Meeting, slot: Slot) -> bool:
    """Theirs; a time that they had before is free again. False where somebody else was first."""
    before = [each for each in meetings.of_child(tx, circle.child.id, me.id) if each.meeting_id == found.id]
    remind = rules.remind_at(slot.at, tx.now, meetings.zone_of(tx, found.class_id))
    if not meetings.take(tx, slot.id, circle.child.id, me.id, remind):
        return False
    meetings.free_all(tx, before)
    _tell(tx, circle, found, me.id, [*before, slot])
    return True


def give_back(tx: Tx, me: Person, circle: Circle, found: Meeting, slot: Slot) -> bool:
    """Free for others; false when it was not theirs."""
    if not meetings.free(tx, slot.id, me.id):
        return False
    _tell(tx, circle, found, me.id, [slot])
    return True


def release(tx: Tx, class_id: int, circle: Circle) -> None:
    """A child is in the class no more: what its family had there is free, and what was offered to it is over."""
    ours = {each.id: each for each in meetings.coming(tx, class_id)}
    theirs = [each for each in meetings.of_child(tx, circle.child.id) if each.meeting_id in ours]
    meetings.free_all(tx, theirs)
    for each in ours.values():
        notify(tx, _to_see(tx, each, circle, but=0))
    _tell_teacher(tx, ours, theirs)


def without(tx: Tx, child_id: int, person_id: int | None = None) -> None:
    """Somebody is in a child's circle no more, or the child is erased: others can have the time."""
    theirs = meetings.of_child(tx, child_id, person_id)
    meetings.free_all(tx, theirs)
    found = {each.meeting_id: meetings.get(tx, each.meeting_id) for each in theirs}
    _tell_teacher(tx, {number: each for number, each in found.items() if each}, theirs)


def call_off(tx: Tx, found: Meeting, by: int | None = None) -> bool:
    """Who had a time reads it, what others see of the offer goes; false when that was so already.

    Where a colleague has done it, whoever would have met the families is told.
    """
    taken = _taken(tx, found)
    if not meetings.call_off(tx, found.id):
        return False
    notify(tx, rules.tell_guests(taken, stays=False))
    _show_families(tx, found)
    host = meetings.host(tx, found)
    if host is not None and by is not None and host != by:
        notify(tx, [_list(found.id, host)])
    return True


def hand_over(tx: Tx, class_id: int, to: int | None) -> None:
    """The class is with somebody else: what nobody there has offered they have now; where nobody has it, nobody is to
    wait at a door."""
    for each in meetings.coming(tx, class_id):
        if to is None:
            call_off(tx, each)
        else:
            _pass_on(tx, each)


def without_teacher(tx: Tx, person_id: int) -> None:
    """Somebody teaches a class no more beside its teacher: what they have offered there is that one's now."""
    for each in meetings.offered_by(tx, person_id):
        _pass_on(tx, each)


def _pass_on(tx: Tx, found: Meeting) -> None:
    """Who meets the families now reads who comes, and those who have a time whom they meet."""
    host = meetings.host(tx, found)
    if host is None or host == found.offered_by:
        return
    meetings.pass_on(tx, found.id, host)
    notify(tx, [_list(found.id, host)])
    _show_families(tx, found)
    notify(tx, rules.tell_guests(_taken(tx, found), stays=True))


def _taken(tx: Tx, found: Meeting) -> list[Slot]:
    return [each for each in meetings.slots(tx, found.id) if each.is_taken and each.at > tx.now]


def _show_families(tx: Tx, found: Meeting) -> None:
    """What each family sees of an offer follows."""
    for child_id in enrolments.children(tx, found.class_id):
        circle = circles.get(tx, child_id)
        notify(tx, _to_see(tx, found, circle, but=0) if circle else [])


def _list(meeting_id: int, to: int) -> Notification:
    """Who comes, to somebody who teaches the class and has not done this themselves."""
    return Notification(to, MeetingListed(meeting_id), Lane.NOTICE, card=rules.list_of(meeting_id), written=True)


def _tell(tx: Tx, circle: Circle, found: Meeting, by: int, changed: Iterable[Slot]) -> None:
    notify(tx, _to_see(tx, found, circle, but=by))
    _tell_teacher(tx, {found.id: found}, changed)


def _to_see(tx: Tx, found: Meeting, circle: Circle, *, but: int) -> list[Notification]:
    """Whoever of the family has the offer, and may know of each other."""
    card = rules.card_of(found.id, circle.child.id)
    others = [each.person_id for each in circle.who_know(but)]
    seen = [each for each in others if cards.message_of(tx, each, card) is not None]
    return rules.tell_family(found.id, circle.child.id, seen)


def _tell_teacher(tx: Tx, found: dict[int, Meeting], changed: Iterable[Slot]) -> None:
    """The list of each who teaches the class follows without a sound; what changes after the evening before is told to
    whoever meets the family."""
    for each in changed:
        meeting = found.get(each.meeting_id)
        for teacher in schools.teachers(tx, meeting.class_id) if meeting else []:
            _tell_one(tx, each, teacher)


def _tell_one(tx: Tx, slot: Slot, teacher: int) -> None:
    about, card = MeetingListed(slot.meeting_id), rules.list_of(slot.meeting_id)
    if cards.message_of(tx, teacher, card) is not None:
        notify(tx, [Notification(teacher, about, Lane.REPLY, card=card, edits_card=True)])
    found = meetings.get(tx, slot.meeting_id)
    if found is None or meetings.host(tx, found) != teacher:
        return
    if rules.eve_of(slot.at, meetings.zone_of(tx, found.class_id)) <= tx.now:
        notify(tx, [Notification(teacher, MeetingFreed(found.id, slot.id), Lane.NOTICE, written=True)])
