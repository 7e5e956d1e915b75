"""🧒 A notice goes to the families of chosen children: names are tapped, and nobody else learns who."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_receivers import ReceiversAsked
from bot.domain.school.notices import Notice, NoticeClassAsked, NoticePreviewed, NoticeScheduled, NoticeState
from bot.domain.screens import ButtonOutdated
from bot.queries.school import enrolments, notice_receivers, notices, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The names; where there are several classes, they are chosen first."""
    found = drafts.unsent(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    rooms = notices.classes(tx, found.id)
    about = ReceiversAsked(found.id, pressed.number(1)) if rooms else NoticeClassAsked(found.id)
    reply(tx, me, about, edit=pressed.message_id)
    return None


def tap(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A child more, or one less."""
    found, child_id = drafts.unsent(tx, me, pressed.number()), pressed.number(1)
    if found is None or child_id not in _here(tx, found, me):
        return ButtonOutdated()
    notice_receivers.toggle(tx, found.id, child_id)
    reply(tx, me, ReceiversAsked(found.id, pressed.number(2)), edit=pressed.message_id)
    return None


def whole(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👥 everybody after all."""
    found = drafts.unsent(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    notice_receivers.everybody(tx, found.id)
    about = NoticeScheduled(found.id) if found.state == NoticeState.SCHEDULED else NoticePreviewed(found.id)
    reply(tx, me, about, edit=pressed.message_id)
    return None


def _here(tx: Tx, found: Notice, me: Person) -> set[int]:
    rooms = [each for each in notices.classes(tx, found.id) if schools.my_class(tx, each, me.id)]
    return {child for each in rooms for child in enrolments.children(tx, each)}


routes: list[Route] = [
    press("notice_pupils", show, NUMBER, NUMBER),
    press("notice_pupil", tap, NUMBER, NUMBER, NUMBER),
    press("notice_whole", whole, NUMBER),
]
