"""🙏 ✍️ 🙋 A family confirms a notice; 👁 🔔 the teacher sees which households have, and reminds the rest."""

from collections.abc import Callable

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.heard import Sign
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_choices import AnswersOver, may_be_said
from bot.domain.school.notice_news import tell_changed, tell_reminded
from bot.domain.school.notice_receivers import is_shown
from bot.domain.school.notice_withdrawing import NoticeTakenBack
from bot.domain.school.notices import (
    OF_ITS_TEXT,
    ConfirmationsShown,
    Level,
    Notice,
    NoticeState,
    home_of,
)
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.circle import circles
from bot.queries.school import notices, schools
from bot.routes import NUMBER, Route, press
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify, reply
from bot.services.school import notice_drafts as drafts
from bot.services.school import school_notices
from bot.services.school.notice_withdrawing import taught
from bot.services.school.notices import open_households
from bot.updates import ButtonPress


def seen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 one adult confirms for the household; a question wants an answer instead, and a signature its own button."""
    notice = notices.get(tx, pressed.number())
    if notice is None or notice.level != Level.TAP:
        return ButtonOutdated()
    return _act(tx, me, pressed, lambda notice, child: notices.confirm(tx, notice, child, me.id))


def unseen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 taken back; an answer is changed by another answer."""
    notice = notices.get(tx, pressed.number())
    if notice is None or notice.level != Level.TAP:
        return ButtonOutdated()
    return _act(tx, me, pressed, lambda notice, child: notices.unconfirm(tx, notice.id, child, me.id))


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ ❌ or ✍️, to the text that stood above the button; the newest answer of a household counts."""
    notice, said = notices.get(tx, pressed.number()), pressed.args[2]
    if notice is None or notice.level not in OF_ITS_TEXT or notice.revision != pressed.number(1):
        return ButtonOutdated()
    if not may_be_said(said, notice.choices if notice.level == Level.ANSWER else ()):
        return ButtonOutdated()
    if notice.is_over(tx.now):
        return AnswersOver()
    return _act(tx, me, pressed, lambda notice, child: notices.confirm(tx, notice, child, me.id, said))


def take(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙋 the first adult at home has the errand; where a tap is enough, it confirms too."""

    def claim(notice: Notice, child: int) -> bool:
        circle = circles.get(tx, child)
        at_home = notice.errand and circle is not None and me.id in home_of(circle)
        taken = at_home and notices.claim(tx, notice.id, child, me.id)
        if taken and notice.level == Level.TAP:
            notices.confirm(tx, notice, child, me.id)
        mine = circles.membership(tx, child, me.id, Action.CONFIRM_NOTICE) if taken else None
        if mine is not None:
            note_heard(tx, *mine, Sign.ERRAND)
        return taken

    return _act(tx, me, pressed, claim)


def give_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ somebody else may do it."""
    return _act(tx, me, pressed, lambda found, child: notices.unclaim(tx, found.id, child, me.id))


def _act(tx: Tx, me: Person, pressed: ButtonPress, act: Callable[[Notice, int], bool]) -> Event | None:
    """Do it for each household of this adult that the notice went to; every card of these households follows."""
    notice = notices.get(tx, pressed.number())
    if notice is None or notice.state != NoticeState.SENT:
        return ButtonOutdated()
    mine = [child for child, _person, _confirmed in notices.readers(tx, notice.id, me.id)]
    children = [child for child in sorted(notices.pupils(tx, notice.id, mine)) if _takes_part(tx, child, me)]
    changed = {child for child in children if act(notice, child)}
    if not changed:
        return ButtonOutdated()
    readers = notices.readers(tx, notice.id, among=changed)
    told = {person for child, person, _confirmed in readers if _is_active(tx, child, person)}
    notify(tx, tell_changed(notice, sorted(told)))
    return PressNoted()  # where another adult of the household was faster, the card stays as it is


def _takes_part(tx: Tx, child: int, me: Person) -> bool:
    return circles.membership(tx, child, me.id, Action.CONFIRM_NOTICE) is not None


def _is_active(tx: Tx, child: int, person: int) -> bool:
    return circles.membership(tx, child, person, Action.CONFIRM_NOTICE) is not None


def who(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👁 by household, for the teacher only."""
    back = taught(tx, me, pressed.number())
    if back is not None and back.state == NoticeState.WITHDRAWN and back.sent_at is not None:
        reply(tx, me, NoticeTakenBack(back.id), edit=pressed.message_id)
        return None
    found = _posted(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, ConfirmationsShown(found.id), edit=pressed.message_id)
    return None


def remind(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔔 privately, and at most twice."""
    found = _posted(tx, me, pressed)
    if found is None or not found.may_remind(tx.now):
        return ButtonOutdated()
    if found.school_id is not None:
        return _remind_school(tx, me, found, pressed)
    pupils = notices.pupils(tx, found.id)  # a family that has left the class is left in peace
    silent = {each.child_id for each in open_households(tx, found) if each.child_id in pupils}
    readers = notices.readers(tx, found.id)
    asked = {person for child, person, _confirmed in readers if child in silent and _is_active(tx, child, person)}
    if not asked or not notices.remind_once(tx, found):
        return ButtonOutdated()
    notify(tx, tell_reminded(found, sorted(asked)))
    reply(tx, me, ConfirmationsShown(found.id), edit=pressed.message_id)
    return None


def _remind_school(tx: Tx, me: Person, found: Notice, pressed: ButtonPress) -> Event | None:
    """Of a whole school whoever has written it, as long as they lead."""
    if drafts.mine(tx, me, found.id) is None or not school_notices.remind(tx, found):
        return ButtonOutdated()
    reply(tx, me, ConfirmationsShown(found.id), edit=pressed.message_id)
    return None


def _posted(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    """A notice that went out, for the teacher of its class."""
    notice = notices.get(tx, pressed.number())
    if notice is None or notice.state != NoticeState.SENT or not is_shown(notice, me.id):
        return None
    here = [schools.my_class(tx, each, me.id) is not None for each in notices.classes(tx, notice.id)]
    taught = any(here) if notice.school_id else all(here)
    return notice if taught or drafts.mine(tx, me, notice.id) else None


routes: list[Route] = [
    press("notice_seen", seen, NUMBER),
    press("notice_unseen", unseen, NUMBER),
    press("notice_answer", answer, NUMBER, NUMBER, "yes|no|[1-5]"),
    press("notice_mine", take, NUMBER),
    press("notice_unmine", give_back, NUMBER),
    press("notice_who", who, NUMBER),
    press("notice_remind", remind, NUMBER),
]
