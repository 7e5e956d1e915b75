"""✏️ All that a teacher has written for a class and not sent."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_drafts import DraftsShown
from bot.domain.screens import ButtonOutdated
from bot.queries.school import schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """In place of the class's menu."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    reply(tx, me, DraftsShown(room.id), edit=pressed.message_id)
    return None


routes: list[Route] = [press("notice_drafts", show, NUMBER)]
