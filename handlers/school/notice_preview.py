"""🔍 A notice as families see it, before it goes; its buttons do nothing."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_preview import PreviewTapped, shown
from bot.domain.screens import ButtonOutdated
from bot.queries.school import notices
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.updates import ButtonPress


def preview(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Every message of it, and below them the card that sends it."""
    found = drafts.unsent(tx, me, pressed.number())
    if found is None or not notices.pupils(tx, found.id):
        return ButtonOutdated()
    for each in shown(found):
        reply(tx, me, each)
    drafts.show_below(tx, me, found.id)
    return None


def nothing(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A button of a preview."""
    return PreviewTapped()


routes: list[Route] = [
    press("notice_preview", preview, NUMBER),
    press("notice_previewed", nothing),
]
