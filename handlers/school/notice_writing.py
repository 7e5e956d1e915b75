"""📣 A teacher writes a notice: what, how it is confirmed, and when it goes out."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.limits import DRAFTS_A_DAY, LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notices import (
    NOTICES_A_DAY,
    PICTURES,
    URGENT_A_MONTH,
    ClassEmpty,
    Level,
    LevelAsked,
    Notice,
    NoticeAsked,
    NoticeChangeAsked,
    NoticeClassAsked,
    NoticePreviewed,
    NoticeReceipt,
    NoticeScheduled,
    NoticesExhausted,
    NoticeState,
    NoticeWithdrawn,
    SendTimeAsked,
    time_of,
)
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import enrolments, notices, schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.services.school.notices import correct, send_out
from bot.updates import ButtonPress, IncomingMessage

STATE = "notice"
MEDIA = ("photo", "voice", "document", "video", "audio")
_UNSENT = (NoticeState.DRAFT, NoticeState.SCHEDULED)


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📣 below a class; what was typed before the class was chosen is taken along."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    _ask(tx, me, room.id, _dialogue(tx, me).get("body"), edit=pressed.message_id)
    return None


def begin_typed(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """📣 typed, alone or in front of the notice itself."""
    rooms = schools.classes_of(tx, me.id)
    text = said.written.removeprefix("📣").strip()
    body = {"text": text, "media": _media(said)} if text or _media(said) else None
    if not rooms:
        reply(tx, me, HomeShown())
    elif len(rooms) == 1:
        _ask(tx, me, rooms[0].id, body, album=said.album)
    else:
        people.end_dialogue(tx, me.id)
        _choose_first(tx, me, body)


def _ask(
    tx: Tx, me: Person, class_id: int, body: dict[str, Any] | None, *, album: str = "", edit: int | None = None
) -> None:
    people.end_dialogue(tx, me.id)
    if not enrolments.children(tx, class_id):
        reply(tx, me, ClassEmpty(class_id), edit=edit)
    elif notices.sent_today(tx, class_id) >= NOTICES_A_DAY:
        reply(tx, me, NoticesExhausted(), edit=edit)
    elif body:
        _draft(tx, me, class_id, body, album=album, edit=edit)
    else:
        people.set_dialogue(tx, me.id, STATE, {"class": class_id})
        reply(tx, me, NoticeAsked(class_id), edit=edit)


def _draft(
    tx: Tx, me: Person, class_id: int, body: dict[str, Any], *, album: str = "", edit: int | None = None
) -> None:
    if notices.drafted_today(tx, me.id) >= DRAFTS_A_DAY:
        people.end_dialogue(tx, me.id)
        reply(tx, me, NoticesExhausted(), edit=edit)
        return
    notice_id = notices.draft(tx, class_id, me.id, body)
    people.set_dialogue(tx, me.id, STATE, {"class": class_id, "notice": notice_id, "album": album})
    reply(tx, me, LevelAsked(notice_id), edit=edit)


def compose(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The notice itself; what comes later adds a picture or writes the words anew, in a sent notice as a correction."""
    data = _dialogue(tx, me)
    body = {"text": said.written, "media": _media(said)}
    understood = said.kind == "text" or bool(body["media"])
    if "class" not in data:
        _choose_first(tx, me, body if understood else None)
    elif schools.my_class(tx, data["class"], me.id) is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
    elif not understood:
        reply(tx, me, NoticeAsked(data["class"], again=True))
    elif "notice" not in data:
        _draft(tx, me, data["class"], body, album=said.album)
    else:
        _write_anew(tx, me, data, said)


def _choose_first(tx: Tx, me: Person, body: dict[str, Any] | None) -> None:
    """Several classes: what came is kept until the class is chosen, all of an album too."""
    before = _dialogue(tx, me).get("body")
    if before and body:
        body = {"text": body["text"] or before["text"], "media": [*before["media"], *body["media"]][:PICTURES]}
    kept = body or before
    people.set_dialogue(tx, me.id, STATE, {"body": kept} if kept else {})
    reply(tx, me, NoticeClassAsked())


def _write_anew(tx: Tx, me: Person, data: dict[str, Any], said: IncomingMessage) -> None:
    notice = notices.get(tx, data["notice"])
    assert notice is not None
    if notice.state == NoticeState.SENT:
        _correct(tx, me, notice, said.written)
    elif notice.is_unsent:
        media = [*notice.media, *_media(said)][:PICTURES]
        notices.change(tx, notice.id, _UNSENT, body={"text": said.written or notice.text, "media": media})
        if said.album and said.album == data.get("album"):
            return  # a further picture of the album that the question stands below already
        people.set_dialogue(tx, me.id, STATE, {**data, "album": said.album})
        reply(tx, me, NoticeScheduled(notice.id) if notice.state == NoticeState.SCHEDULED else LevelAsked(notice.id))
    else:
        people.end_dialogue(tx, me.id)
        reply(tx, me, NoticeWithdrawn())


def _correct(tx: Tx, me: Person, notice: Notice, text: str) -> None:
    if not text:
        reply(tx, me, NoticeChangeAsked(notice.id))
        return
    people.end_dialogue(tx, me.id)
    if not correct(tx, notice, text):
        reply(tx, me, LimitReached("corrections"))
        return
    reply(tx, me, NoticeReceipt(notice.id, corrected=True))


def choose_level(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """How the families confirm."""
    found = _mine(tx, me, pressed)
    if found is None or not notices.change(tx, found.id, _UNSENT, level=Level(pressed.args[1])):
        return ButtonOutdated()
    _show(tx, me, found, pressed)
    return None


def toggle_urgent(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Urgent goes through quiet hours; a teacher has few of them."""
    found = _mine(tx, me, pressed)
    if found is None or found.state != NoticeState.DRAFT:
        return ButtonOutdated()
    if not found.urgent and _urgent_used_up(tx, me):
        return NoticesExhausted(urgent=True)
    notices.change(tx, found.id, (NoticeState.DRAFT,), urgent=not found.urgent)
    _show(tx, me, found, pressed)
    return None


def send(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ now."""
    found = _mine(tx, me, pressed)
    if found is None or not found.is_unsent:
        return ButtonOutdated()
    if (refused := _too_many(tx, me, found)) is not None:
        return refused
    send_out(tx, found)
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeReceipt(found.id), edit=pressed.message_id)
    return None


def ask_time(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏰"""
    found = _mine(tx, me, pressed)
    if found is None or not found.is_unsent:
        return ButtonOutdated()
    reply(tx, me, SendTimeAsked(found.id), edit=pressed.message_id)
    return None


def schedule(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """At a time on the school's clock."""
    found = _mine(tx, me, pressed)
    if found is None or not found.is_unsent:
        return ButtonOutdated()
    at = time_of(pressed.number(1), tx.now, schools.clock(tx, found.class_id, me))
    if at is None:  # it is past: the choice is shown anew
        return ask_time(tx, me, pressed)
    if (refused := _too_many(tx, me, found)) is not None:
        return refused
    notices.change(tx, found.id, _UNSENT, state=NoticeState.SCHEDULED, send_at=at)
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeScheduled(found.id), edit=pressed.message_id)
    return None


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A notice that is not sent yet."""
    found = _mine(tx, me, pressed)
    if found is None or not found.is_unsent:
        return ButtonOutdated()
    _show(tx, me, found, pressed)
    return None


def change_words(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The next text that is typed takes the place of the old one."""
    found = _mine(tx, me, pressed)
    if found is None or found.state == NoticeState.WITHDRAWN:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, STATE, {"class": found.class_id, "notice": found.id})
    reply(tx, me, NoticeChangeAsked(found.id))
    return None


def withdraw(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ before anybody has seen it."""
    found = _mine(tx, me, pressed)
    if found is None or not notices.change(tx, found.id, _UNSENT, state=NoticeState.WITHDRAWN):
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeWithdrawn(), edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    """The notice, when this person wrote it and still teaches its class."""
    notice = notices.get(tx, pressed.number())
    if notice is None or notice.author_id != me.id or schools.my_class(tx, notice.class_id, me.id) is None:
        return None
    return notice


def _show(tx: Tx, me: Person, notice: Notice, pressed: ButtonPress) -> None:
    about: Event = NoticeScheduled(notice.id) if notice.state == NoticeState.SCHEDULED else NoticePreviewed(notice.id)
    reply(tx, me, about, edit=pressed.message_id)


def _too_many(tx: Tx, me: Person, notice: Notice) -> Event | None:
    """Whether this one is over a limit; one that was scheduled has been counted."""
    if notice.state == NoticeState.SCHEDULED:
        return None
    if notice.urgent and _urgent_used_up(tx, me):
        return NoticesExhausted(urgent=True)
    return NoticesExhausted() if notices.sent_today(tx, notice.class_id) >= NOTICES_A_DAY else None


def _urgent_used_up(tx: Tx, me: Person) -> bool:
    return notices.urgent_this_month(tx, me.id) >= URGENT_A_MONTH


def _media(said: IncomingMessage) -> list[dict[str, Any]]:
    return [{"kind": said.kind, "file_id": said.file_id}] if said.kind in MEDIA else []


def _dialogue(tx: Tx, me: Person) -> dict[str, Any]:
    found = people.dialogue_of(tx, me.id)
    return found[1] if found and found[0] == STATE else {}


routes: list[Route] = [
    press("notice_new", begin, NUMBER),
    press("notice_level", choose_level, NUMBER, "|".join(Level)),
    press("notice_urgent", toggle_urgent, NUMBER),
    press("notice_send", send, NUMBER),
    press("notice_when", ask_time, NUMBER),
    press("notice_on", schedule, NUMBER, NUMBER),
    press("notice_show", show, NUMBER),
    press("notice_change", change_words, NUMBER),
    press("notice_drop", withdraw, NUMBER),
    message(begins_with("📣"), begin_typed),
    message(TYPED, compose, state=STATE),
]
