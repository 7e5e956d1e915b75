"""A notice to a whole school: who may write one, and how it goes to one class after the other."""

from datetime import UTC, datetime

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.school.notice_cards import reminder_of
from bot.domain.school.notice_news import tell_reminded, tell_sent
from bot.domain.school.notices import Notice, NoticeState
from bot.domain.school.school_notices import tell_went
from bot.domain.school.schools import family
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices, school_notices, schools
from bot.services.notifications import notify
from bot.services.school import class_groups
from bot.services.school.notices import open_households

FIRST = datetime.min.replace(tzinfo=UTC)


def reached(tx: Tx, notice: Notice) -> list[int]:
    """The classes of a notice to which its author may still send it as the school's."""
    school_id = notice.school_id or 0
    if schools.workplace(tx, school_id, notice.author_id or 0, Action.POST_TO_SCHOOL) is None:
        return []
    open_ = {*school_notices.classes(tx, school_id)}
    return [each for each in notices.classes(tx, notice.id) if each in open_]


def go_to(tx: Tx, notice_id: int, class_id: int) -> None:
    """To the families of one class; who has two children at the school reads it once. Its teachers read one line."""
    notice, room = notices.get(tx, notice_id), schools.class_room_of(tx, class_id)
    gone = school_notices.is_gone(tx, notice_id, class_id)
    if not gone or notice is None or notice.state != NoticeState.SENT or room is None:
        return
    if notice.reminders:  # it has been to all of its classes
        _remind_in(tx, notice, class_id)
        return
    found = [circles.get(tx, child_id) for child_id in enrolments.children(tx, class_id)]
    readers = [(circle.child.id, each.person_id) for circle in found if circle for each in family(circle)]
    persons = {person for _child, person in readers}
    new = persons - school_notices.have_it(tx, notice_id, persons)
    notices.address(tx, notice_id, readers)
    notify(tx, tell_sent(notice, sorted(new)))
    notify(tx, tell_went(notice_id, class_id, [room.teacher_id, *schools.seconds(tx, class_id)], notice.author_id))
    class_groups.post(tx, notice, class_id)


def remind(tx: Tx, notice: Notice) -> bool:
    """🔔 Class after class, as it went itself; false while it still goes, or where nobody is left to remind."""
    if school_notices.is_going(tx, notice.id) or not reached(tx, notice):
        return False
    pupils = notices.pupils(tx, notice.id)
    known = [each for each in notices.households(tx, notice.id) if each.child_id in pupils]
    if all(each.counts_as_done(notice) for each in known):
        return False
    if not notices.remind_once(tx, notice):
        return False
    school_notices.queue(tx, notice.id)
    return True


def _remind_in(tx: Tx, notice: Notice, class_id: int) -> None:
    """Privately, those of one class of whom something is still waited for; who has two children there reads it once."""
    here = enrolments.children(tx, class_id)
    silent = {each.child_id for each in open_households(tx, notice, here)}
    asked = {
        person for child, person, _said in notices.readers(tx, notice.id, among=silent) if _hears(tx, child, person)
    }
    since, card = notice.reminded_at or tx.now, reminder_of(notice.id)
    new = [each for each in sorted(asked) if (cards.sent_at(tx, each, card) or FIRST) < since]
    notify(tx, tell_reminded(notice, new))


def _hears(tx: Tx, child: int, person: int) -> bool:
    return circles.membership(tx, child, person, Action.CONFIRM_NOTICE) is not None
