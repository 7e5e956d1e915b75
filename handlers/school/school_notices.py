"""📣 Who leads a school writes to the families of all its classes, or of some."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notices import NoticePreviewed, NoticeState
from bot.domain.school.school_notices import SchoolNoticeAsked
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.queries.school import notice_receivers, school_notices, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.updates import ButtonPress


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 on the first menu."""
    school_id = pressed.number()
    if not _may(tx, me, school_id) or not school_notices.classes(tx, school_id):
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, drafts.STATE, {"school": school_id})
    reply(tx, me, SchoolNoticeAsked(school_id), edit=pressed.message_id)
    return None


def to_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👥 what is being written is for every class; some of them can be taken out again."""
    found, school_id = drafts.unsent(tx, me, pressed.number()), pressed.number(1)
    if found is None or found.state != NoticeState.DRAFT or not _may(tx, me, school_id):
        return ButtonOutdated()
    notice_receivers.everybody(tx, found.id)
    school_notices.begin(tx, found.id, school_id)
    reply(tx, me, NoticePreviewed(found.id), edit=pressed.message_id)
    return None


def to_own(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👥 for my own class alone."""
    found, own = drafts.unsent(tx, me, pressed.number()), [each.id for each in schools.classes_of(tx, me.id)]
    if found is None or found.state != NoticeState.DRAFT or not own:
        return ButtonOutdated()
    school_notices.end(tx, found.id, own[:1])
    reply(tx, me, NoticePreviewed(found.id), edit=pressed.message_id)
    return None


def _may(tx: Tx, me: Person, school_id: int) -> bool:
    return schools.workplace(tx, school_id, me.id, Action.POST_TO_SCHOOL) is not None


routes: list[Route] = [
    press("school_post", begin, NUMBER),
    press("school_all", to_all, NUMBER, NUMBER),
    press("school_own", to_own, NUMBER),
]
