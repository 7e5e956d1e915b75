"""🎓 A family's page of its child's school, and its notices once more."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_cards import card_of
from bot.domain.school.notices import NoticeSent, NoticeState
from bot.domain.school.school_page import SchoolPageShown
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import notices, staying_home
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 in the menu."""
    child_id = pressed.number()
    if not circles.membership(tx, child_id, me.id, Action.ENROL) or not staying_home.rooms(tx, child_id):
        return ButtonOutdated()
    reply(tx, me, SchoolPageShown(child_id), edit=pressed.message_id)
    return None


def again(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 the notice once more, with its buttons; from now on it stands there."""
    notice = notices.get(tx, pressed.number())
    mine = notice is not None and any(person == me.id for _child, person, _done in notices.readers(tx, notice.id))
    if notice is None or not mine or notice.state != NoticeState.SENT:
        return ButtonOutdated()
    reply(tx, me, NoticeSent(notice.id), card=card_of(notice.id))
    return None


routes: list[Route] = [press("school_page", show, NUMBER), press("school_notice", again, NUMBER)]
