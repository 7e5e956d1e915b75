"""A notice to a whole school: who may write one, and how it goes to one class after the other."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.school.notice_news import tell_sent
from bot.domain.school.notices import Notice, NoticeState
from bot.domain.school.school_notices import tell_went
from bot.domain.school.schools import family
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices, school_notices, schools
from bot.services.notifications import notify
from bot.services.school import class_groups


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
    found = [circles.get(tx, child_id) for child_id in enrolments.children(tx, class_id)]
    readers = [(circle.child.id, each.person_id) for circle in found if circle for each in family(circle)]
    persons = {person for _child, person in readers}
    new = persons - school_notices.have_it(tx, notice_id, persons)
    notices.address(tx, notice_id, readers)
    notify(tx, tell_sent(notice, sorted(new)))
    notify(tx, tell_went(notice_id, class_id, [room.teacher_id, *schools.seconds(tx, class_id)], notice.author_id))
    class_groups.post(tx, notice, class_id)
