"""🪑 Meetings: a teacher offers times, families take one."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.limits import LimitReached
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import meetings as about_
from bot.domain.school.meetings import Meeting, Plan, Slot
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import enrolments, meetings, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import meetings as services
from bot.updates import ButtonPress

_DAY, _DAYS, _CHOICE, _SWITCH = r"7[34]\d{4}", r"\d{1,3}", r"\d", "[01]"  # days are counted from the year 1


def plan(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🪑 below a class: which days, how long, where."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    today = local(tx.now, schools.clock(tx, room.id, me)).date().toordinal()
    reply(tx, me, about_.MeetingPlanned(room.id, today), edit=pressed.message_id)
    return None


def change_plan(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A day more or less, another length, other hours, the other way."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    reply(tx, me, about_.MeetingPlanned(*map(pressed.number, range(6))), edit=pressed.message_id)
    return None


def offer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 to the families of the class."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None or not enrolments.children(tx, room.id):
        return ButtonOutdated()
    if meetings.offered_today(tx, room.id) >= about_.OFFERS_A_DAY:
        return LimitReached("meetings")
    first, days, length, window, remote = (pressed.number(place) for place in range(1, 6))
    found = services.offer(tx, me, room, Plan(first, days, length, window, remote=bool(remote)))
    if found is None:  # the days are over, or were offered before
        return plan(tx, me, pressed)
    reply(tx, me, about_.MeetingListed(found.id), edit=pressed.message_id, card=about_.list_of(found.id))
    return None


def show_list(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Who comes, and when."""
    found = _taught(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, about_.MeetingListed(found.id), edit=pressed.message_id, card=about_.list_of(found.id))
    return None


def dates(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📅 all that are taken."""
    found = _taught(tx, me, pressed)
    if found is None or not any(each.is_taken for each in meetings.slots(tx, found.id)):
        return ButtonOutdated()
    reply(tx, me, about_.MeetingDates(found.id))
    return None


def ask_off(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it meant?"""
    found = _taught(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, about_.MeetingOffAsked(found.id), edit=pressed.message_id)
    return None


def call_off(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ none takes place; other times are one tap away."""
    found = _taught(tx, me, pressed)
    if found is None or not services.call_off(tx, found, me.id):
        return ButtonOutdated()
    reply(tx, me, about_.MeetingListed(found.id), edit=pressed.message_id, card=about_.list_of(found.id))
    return None


def _taught(tx: Tx, me: Person, pressed: ButtonPress) -> Meeting | None:
    found = meetings.get(tx, pressed.number())
    mine = found and found.cancelled_at is None and schools.my_class(tx, found.class_id, me.id)
    return found if mine else None


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The offer, a page at a time."""
    found, child_id = meetings.get(tx, pressed.number()), pressed.number(1)
    if found is None or _family(tx, me, found, child_id) is None:
        return ButtonOutdated()
    about = about_.MeetingOffered(found.id, child_id, pressed.number(2))
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(found.id, child_id))
    return None


def take(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A time, also in place of the one they have; who comes second is shown the next."""
    slot, child_id = meetings.slot(tx, pressed.number()), pressed.number(1)
    found = meetings.lock(tx, slot.meeting_id) if slot else None
    mine = _family(tx, me, found, child_id) if found else None
    if slot is None or found is None or mine is None or not found.is_open_to(mine[1], tx.now):
        return ButtonOutdated()
    late = not services.take(tx, me, mine[0], found, slot)
    about = about_.MeetingOffered(found.id, child_id, late=late)
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(found.id, child_id))
    return None


def give_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ free for others."""
    own = _own(tx, me, pressed)
    if own is None or not services.give_back(tx, me, *own):
        return ButtonOutdated()
    circle, found, _slot = own
    about = about_.MeetingOffered(found.id, circle.child.id)
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(found.id, circle.child.id))
    return None


def date(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📅 one's own."""
    own = _own(tx, me, pressed)
    if own is None:
        return ButtonOutdated()
    reply(tx, me, about_.MeetingDate(own[2].id, own[0].child.id))
    return None


def _own(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Circle, Meeting, Slot] | None:
    slot = meetings.slot(tx, pressed.number())
    found = meetings.lock(tx, slot.meeting_id) if slot else None
    if slot is None or found is None or slot.person_id != me.id or slot.child_id is None or slot.at <= tx.now:
        return None
    mine = _family(tx, me, found, slot.child_id)
    return (mine[0], found, slot) if mine else None


def _family(tx: Tx, me: Person, found: Meeting, child_id: int) -> tuple[Circle, Member] | None:
    """For an adult of a child in the class who may meet its teacher; while nothing is shared, for those at home."""
    mine = circles.membership(tx, child_id, me.id, Action.MEET_TEACHER)
    if mine is None or found.cancelled_at is not None or child_id not in enrolments.children(tx, found.class_id):
        return None
    return None if mine[0].child.sharing_stopped and not mine[1].at_home else mine


_PLAN = (NUMBER, _DAY, _DAYS, _CHOICE, _CHOICE, _SWITCH)

routes: list[Route] = [
    press("meetings", plan, NUMBER),
    press("meeting_plan", change_plan, *_PLAN),
    press("meeting_offer", offer, *_PLAN),
    press("meeting_list", show_list, NUMBER),
    press("meeting_dates", dates, NUMBER),
    press("meeting_off", ask_off, NUMBER),
    press("meeting_off_yes", call_off, NUMBER),
    press("meeting", show, NUMBER, NUMBER, NUMBER),
    press("meeting_take", take, NUMBER, NUMBER),
    press("meeting_back", give_back, NUMBER),
    press("meeting_date", date, NUMBER),
]
