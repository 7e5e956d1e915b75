"""↩️ A teacher takes a notice back that went out, and uses its words again."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_drafts import NoticeBegun, draft_of
from bot.domain.school.notice_withdrawing import NoticeBackAsked, NoticeTakenBack
from bot.domain.school.notices import Notice, NoticesExhausted, NoticeState
from bot.domain.screens import ButtonOutdated
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school.notice_withdrawing import taught, use_again, withdraw
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ It asks first."""
    found = _found(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    about = NoticeBackAsked if found.state == NoticeState.SENT else NoticeTakenBack
    reply(tx, me, about(found.id), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ Pressed twice, it says what the first tap has done."""
    found = _found(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    withdraw(tx, found)
    reply(tx, me, NoticeTakenBack(found.id), edit=pressed.message_id)
    return None


def again(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ A draft with the same words."""
    found = _found(tx, me, pressed)
    if found is None or found.state != NoticeState.WITHDRAWN:
        return ButtonOutdated()
    number = use_again(tx, me, found)
    if number is None:
        return NoticesExhausted()
    reply(tx, me, NoticeBegun(number), card=draft_of(number))
    return None


def _found(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    """A notice that went out, whether or not it was taken back since."""
    found = taught(tx, me, pressed.number())
    return found if found is not None and found.sent_at is not None else None


routes: list[Route] = [
    press("notice_back", ask, NUMBER),
    press("notice_back_now", take_back, NUMBER),
    press("notice_again", again, NUMBER),
]
