"""Takes what a teacher sends as a notice: nothing that they typed is lost, and nothing leaves without a tap."""

from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.roles import Action
from bot.domain.daily.letters import is_sentence
from bot.domain.limits import DRAFTS_A_DAY
from bot.domain.people import Person
from bot.domain.school.notice_drafts import (
    KINDS,
    OPEN_FOR,
    NoticeBegun,
    NoticeCardMoved,
    draft_of,
    fits,
    is_cut,
    joined,
    media_of,
)
from bot.domain.school.notices import NOTICES_A_DAY, URGENT_A_MONTH, Notice, NoticesExhausted, NoticeState
from bot.queries.circle import circles, people
from bot.queries.school import notices, schools
from bot.queries.school import school_notices as school_rows
from bot.services.notifications import reply
from bot.services.school import school_notices

STATE = "notice"  # the dialogue: `notice` is being written, or `class` is what it will be for
UNSENT = (NoticeState.DRAFT, NoticeState.SCHEDULED)


def take_stray(tx: Tx, me: Person, part: dict[str, Any]) -> bool:
    """Whether this came from a teacher outside of any conversation, and is the beginning of a notice now."""
    if part["kind"] not in KINDS or not schools.classes_of(tx, me.id):
        return False
    if circles.of_person(tx, me.id, Action.SEND_LETTER) and part["kind"] == "text" and not is_sentence(part["text"]):
        return False  # an adult of a family, too: a yes or a number is meant for nobody in particular
    write(tx, me, part)
    return True


def write(tx: Tx, me: Person, part: dict[str, Any], rooms: list[int] | None = None, *, for_class: bool = False) -> None:
    """Add it to what is being written, or begin with it; `rooms` are the classes that were chosen for it.

    Without them, and where nobody has called it a notice `for_class`, it may be meant for one family.
    """
    data = dialogue(tx, me)
    found = _open(tx, me, data)
    text = joined(found.text, part["text"], data.get("cut", 0)) if found else part["text"]
    media = [*(found.media if found else ()), *media_of(part)]
    if found is not None and data.get("anew") and part["text"]:
        text = part["text"]
    if found is None or not fits(text, len(media)):
        chosen = [data["class"]] if rooms is None and "class" in data else rooms
        stray = chosen is None and not for_class and "school" not in data
        _begin(tx, me, part, chosen, data.get("school"), stray=stray)
        return
    notices.change(tx, found.id, UNSENT, body={**found.body, "text": text, "media": media})
    at_once = part["album"] and part["album"] == data.get("album")
    _show(tx, me, found.id, in_place=bool(at_once or is_cut(data.get("cut", 0))))
    _remember(tx, me, found.id, part)


def _begin(
    tx: Tx, me: Person, part: dict[str, Any], rooms: list[int] | None, school_id: int | None, *, stray: bool
) -> None:
    mine = [each.id for each in schools.classes_of(tx, me.id)] or school_rows.classes(tx, school_id or 0)
    chosen = rooms if rooms is not None else mine if len(mine) == 1 else []
    body = {"text": part["text"], "media": media_of(part)} | ({"stray": True} if stray else {})
    before = notices.newest_draft(tx, me.id) if notices.drafted_today(tx, me.id) >= DRAFTS_A_DAY else None
    if before is not None:  # more than anybody writes in a day: it is kept where there is room
        text, media = joined(before.text, body["text"], 0), [*before.media, *body["media"]]
        if not fits(text, len(media)):
            people.end_dialogue(tx, me.id)
            reply(tx, me, NoticesExhausted())
            return
        notices.change(tx, before.id, UNSENT, body={**before.body, "text": text, "media": media})
        number = before.id
    else:
        number = notices.draft(tx, (chosen or mine)[0], me.id, body)
        notices.set_classes(tx, number, chosen)
        if school_id is not None:
            school_rows.begin(tx, number, school_id)
    _remember(tx, me, number, part)
    _show(tx, me, number, in_place=False)


def _remember(tx: Tx, me: Person, notice_id: int, part: dict[str, Any]) -> None:
    data = {"notice": notice_id, "at": tx.now.isoformat(), "album": part["album"], "cut": len(part["text"])}
    people.set_dialogue(tx, me.id, STATE, data)


def _open(tx: Tx, me: Person, data: dict[str, Any]) -> Notice | None:
    """What is being written; not what was left alone for half a day."""
    found = mine(tx, me, data.get("notice", 0))
    at = data.get("at")
    if found is None or not found.is_unsent or (at and tx.now - datetime.fromisoformat(at) > OPEN_FOR):
        return None
    return found


def _show(tx: Tx, me: Person, notice_id: int, *, in_place: bool) -> None:
    """The card stands below what was sent last; of an album, which comes at once, it stays where it is."""
    card = draft_of(notice_id)
    if outbox.pending_card(tx, me.id, card) is not None:
        return  # it has not left, and says what stands there when it does
    before = cards.message_of(tx, me.id, card)
    if before is not None and in_place:
        reply(tx, me, NoticeBegun(notice_id), edit=before)
        return
    if before is not None:
        reply(tx, me, NoticeCardMoved(), edit=before)
        cards.forget(tx, me.id, card)
    reply(tx, me, NoticeBegun(notice_id), card=card)


def show_below(tx: Tx, me: Person, notice_id: int) -> None:
    """Its card comes once more, below what has been sent since."""
    _show(tx, me, notice_id, in_place=False)


def go_on(tx: Tx, me: Person, notice_id: int) -> None:
    """What follows is added to this one again."""
    people.set_dialogue(tx, me.id, STATE, {"notice": notice_id, "at": tx.now.isoformat()})


def dialogue(tx: Tx, me: Person) -> dict[str, Any]:
    """What is known of the notice that this teacher writes now."""
    found = people.dialogue_of(tx, me.id)
    return found[1] if found and found[0] == STATE else {}


def mine(tx: Tx, me: Person, notice_id: int) -> Notice | None:
    """The notice, when this person wrote it and still teaches a class that it is for."""
    notice = notices.get(tx, notice_id)
    if notice is None or notice.author_id != me.id:
        return None
    if notice.school_id is None and schools.my_class(tx, notice.class_id, me.id):
        return notice
    return notice if teachable(tx, notice) else None


def writes(tx: Tx, me: Person) -> bool:
    """Whether this person has anybody to write a notice to."""
    return bool(schools.classes_of(tx, me.id) or school_rows.led(tx, me.id))


def unsent(tx: Tx, me: Person, notice_id: int) -> Notice | None:
    """The same, while nobody has seen it."""
    found = mine(tx, me, notice_id)
    return found if found is not None and found.is_unsent else None


def leave(tx: Tx, me: Person, notice_id: int) -> None:
    """It was no notice after all; nobody has seen it."""
    found = unsent(tx, me, notice_id)
    if found is not None:
        notices.change(tx, found.id, UNSENT, state=NoticeState.WITHDRAWN)


def teachable(tx: Tx, notice: Notice) -> list[int]:
    """The classes of a notice that its author teaches now, or to which they write as who leads the school."""
    author = notice.author_id or 0
    if notice.school_id is not None:
        return school_notices.reached(tx, notice)
    return [each for each in notices.classes(tx, notice.id) if schools.my_class(tx, each, author)]


def too_many(tx: Tx, me: Person, notice: Notice) -> str:
    """The limit that this one is over, and stays a draft; empty for none. One that was scheduled has been counted."""
    if notice.state == NoticeState.SCHEDULED:
        return ""
    if notice.urgent and urgent_used_up(tx, me):
        return "urgent"
    if notice.school_id is not None:
        return "day" if school_rows.sent_today(tx, me.id) >= NOTICES_A_DAY else ""
    full = any(notices.sent_today(tx, each) >= NOTICES_A_DAY for each in notices.classes(tx, notice.id))
    return "day" if full else ""


def urgent_used_up(tx: Tx, me: Person) -> bool:
    """A teacher has few urgent notices."""
    return notices.urgent_this_month(tx, me.id) >= URGENT_A_MONTH
