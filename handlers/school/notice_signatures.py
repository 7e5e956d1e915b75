"""🧾 🖨 Who has signed or answered a notice, as a table or as pages to print."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_signatures import SignaturesGiven
from bot.domain.school.notices import OF_ITS_TEXT, NoticeState
from bot.domain.screens import ButtonOutdated
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school.notice_withdrawing import taught
from bot.updates import ButtonPress


def give(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Only to who teaches the class: it names who has signed."""
    found = taught(tx, me, pressed.number())
    if found is None or found.state != NoticeState.SENT or found.level not in OF_ITS_TEXT:
        return ButtonOutdated()
    reply(tx, me, SignaturesGiven(found.id, pressed.args[1]))
    return None


routes: list[Route] = [press("notice_list", give, NUMBER, "csv|pdf")]
