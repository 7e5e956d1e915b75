"""📣 A teacher writes a notice: whatever they send begins one, and one tap sends it."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.limits import LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_choices import DeadlineAsked
from bot.domain.school.notice_drafts import KINDS, is_cut, joined
from bot.domain.school.notice_receivers import ReceiversAsked
from bot.domain.school.notices import (
    ClassEmpty,
    Notice,
    NoticeAsked,
    NoticeChangeAsked,
    NoticeClassAsked,
    NoticeReceipt,
    NoticesExhausted,
    NoticeState,
    NoticeWithdrawn,
)
from bot.domain.school.school_notices import SchoolNoticeAsked
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import enrolments, notices, school_notices, schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.services.school import notice_weekly
from bot.services.school.notices import correct, send_out
from bot.texts.keyboard import is_key
from bot.updates import ButtonPress, IncomingMessage


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 below a class."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    _ask(tx, me, room.id, edit=pressed.message_id)
    return None


def _ask(tx: Tx, me: Person, class_id: int, *, edit: int | None = None) -> None:
    if not enrolments.children(tx, class_id):
        reply(tx, me, ClassEmpty(class_id), edit=edit)
        return
    people.set_dialogue(tx, me.id, drafts.STATE, {"class": class_id})
    reply(tx, me, NoticeAsked(class_id), edit=edit)


def begin_typed(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """📣 on the keyboard or typed, alone or in front of the notice itself."""
    people.end_dialogue(tx, me.id)
    rooms = schools.classes_of(tx, me.id)
    part = _part(said)
    part["text"] = "" if is_key(said.text) else said.written.removeprefix("📣").strip()
    led = school_notices.led(tx, me.id)
    if not rooms and led:
        people.set_dialogue(tx, me.id, drafts.STATE, {"school": led[0].id})
        if part["text"] or part["file_id"]:
            drafts.write(tx, me, part)
        else:
            reply(tx, me, SchoolNoticeAsked(led[0].id))
    elif not rooms:
        reply(tx, me, HomeShown())
    elif part["text"] or part["file_id"]:
        drafts.write(tx, me, part, for_class=True)
    elif len(rooms) == 1:
        _ask(tx, me, rooms[0].id)
    else:
        reply(tx, me, NoticeClassAsked())


def compose(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The notice itself; what follows is added. In a notice that was sent, a text is its correction."""
    data = drafts.dialogue(tx, me)
    notice = drafts.mine(tx, me, data.get("notice", 0))
    if not drafts.writes(tx, me) or (data.get("notice") and notice is None):
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
    elif said.kind not in KINDS:
        reply(tx, me, NoticeAsked(data.get("class") or (notice.class_id if notice else 0), again=True))
    elif notice is not None and data.get("corrects"):
        _correct(tx, me, notice, said.written, data.get("cut", 0))
    else:
        drafts.write(tx, me, _part(said))


def _correct(tx: Tx, me: Person, notice: Notice, text: str, cut: int) -> None:
    if notice.state != NoticeState.SENT:
        people.end_dialogue(tx, me.id)
        reply(tx, me, NoticeWithdrawn())
        return
    if not text:
        reply(tx, me, NoticeChangeAsked(notice.id))
        return
    whole = joined(notice.text, text, cut) if cut else text
    if is_cut(len(text)):  # the rest of it may come at once
        people.set_dialogue(tx, me.id, drafts.STATE, {"notice": notice.id, "corrects": True, "cut": len(text)})
    else:
        people.end_dialogue(tx, me.id)
    if not correct(tx, notice, whole):
        reply(tx, me, LimitReached("corrections"))
        return
    reply(tx, me, NoticeReceipt(notice.id, corrected=True))


def send(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 now, to the classes that were chosen."""
    found = drafts.mine(tx, me, pressed.number())
    return _send(tx, me, pressed, found, notices.classes(tx, found.id) if found else [])


def send_to(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 now, to this class."""
    return _send(tx, me, pressed, drafts.mine(tx, me, pressed.number()), [pressed.number(1)])


def _send(tx: Tx, me: Person, pressed: ButtonPress, found: Notice | None, chosen: list[int]) -> Event | None:
    if found is None or not found.is_unsent:
        return ButtonOutdated()
    open_ = drafts.teachable(tx, found) if found.school_id else [each.id for each in schools.classes_of(tx, me.id)]
    rooms = [each for each in chosen if each in open_]
    if not rooms:
        return ButtonOutdated()
    notices.set_classes(tx, found.id, rooms)
    if not notices.pupils(tx, found.id):
        reply(tx, me, ReceiversAsked(found.id) if found.chosen else ClassEmpty(rooms[0]))
        return None
    if found.is_over(tx.now):
        reply(tx, me, DeadlineAsked(found.id, passed=True), edit=pressed.message_id)
        return None
    if limit := drafts.too_many(tx, me, found):
        return NoticesExhausted(urgent=limit == "urgent")
    if found.weekly_until:  # a card from before; the weeks go on
        sent = notice_weekly.issue(tx, found)
    else:
        send_out(tx, found)
        sent = found.id
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeReceipt(sent), edit=pressed.message_id)
    return None


def change_words(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The next text that is typed takes the place of the old one."""
    found = drafts.mine(tx, me, pressed.number())
    if found is None or found.state == NoticeState.WITHDRAWN:
        return ButtonOutdated()
    data: dict[str, Any] = {"anew": True, "at": tx.now.isoformat()} if found.is_unsent else {"corrects": True}
    people.set_dialogue(tx, me.id, drafts.STATE, {"notice": found.id, **data})
    reply(tx, me, NoticeChangeAsked(found.id))
    return None


def _part(said: IncomingMessage) -> dict[str, Any]:
    return {
        "kind": said.kind,
        "text": said.written,
        "file_id": said.file_id,
        "album": said.album,
        "sheet": said.is_sheet,
    }


routes: list[Route] = [
    press("notice_new", begin, NUMBER),
    press("notice_send", send, NUMBER),
    press("notice_to", send_to, NUMBER, NUMBER),
    press("notice_change", change_words, NUMBER),
    message(begins_with("📣"), begin_typed),
    message(TYPED, compose, state=drafts.STATE),
]
