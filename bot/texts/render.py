"""From a row of the outbox to one Bot API request, in the language of who reads it."""

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.requests import Request
from bot.domain.events import KINDS
from bot.domain.menus import GROWING, pages
from bot.domain.notifications import Event, Lane, load
from bot.domain.people import Person
from bot.domain.school.class_groups import PostedInGroup
from bot.queries.circle import people
from bot.queries.school import staff_only
from bot.services.privacy import reports
from bot.texts import renderers
from bot.texts.buttons import foot, from_the_start, more
from bot.texts.daily.siblings import gathered
from bot.texts.message import Message, requests
from bot.texts.mornings import while_you_slept
from bot.texts.outages import without_file
from bot.texts.quoting import in_words_alone
from bot.texts.reader import Reader, reader_for
from bot.texts.school import class_groups

Say = Callable[[Reader, Any], Message | None]


def render(tx: Tx, row: outbox.Row, person: Person | None = None) -> Request | None:
    """The request for a claimed row, for `person` where its reader is known; none when nothing is left to say."""
    if row.person_id is None:
        return _in_group(tx, row)
    reader = reader_for(tx, person or people.get(tx, row.person_id))
    if "text" in row.payload:
        rest = Message(row.payload["text"])
        rest = in_words_alone(reader, rest) if "plain" in row.payload else rest
        return _quietly(requests(rest, row.chat or reader.person.telegram_id, None, ()))
    events = [each for part in sorted((row, *row.company), key=lambda part: part.id) for each in part.payload["events"]]
    open_ = [each for each in events if not staff_only.is_closed(tx, row.person_id, each)]
    abouts = [load(each, KINDS) for each in open_]
    abouts = [each for each in abouts if not reports.is_muted(tx, row.person_id, each)]
    if "query" in row.payload:
        return _answer(reader, row.payload["query"], abouts)
    abouts = gathered(reader, abouts)
    said = [(each, words) for each in abouts if (words := renderers.RENDERERS[type(each)](reader, each))]
    message = _joined([words for _each, words in said])
    if len(said) > 1 and (row.morning or "morning" in row.payload):
        message = while_you_slept(reader, [words for _each, words in said])
    if message is None:
        return None
    if "fileless" in row.payload:
        message = without_file(reader, message)
    growing = type(said[-1][0]).__name__ in GROWING
    message = _page(reader, message, row.payload.get("page", 0), growing=growing)
    if "plain" in row.payload:
        message = in_words_alone(reader, message)
    request = _request(reader, row, message)
    guessed = reader.person.clock_is_guessed  # it may be night there at any hour: an alert and a call make a sound
    rings = row.lane == Lane.URGENT or any(each.rings and (each.calls or not guessed) for each, _words in said)
    return (
        request if request is None or (rings and not row.silent and "silent" not in row.payload) else _quietly(request)
    )


def _in_group(tx: Tx, row: outbox.Row) -> Request | None:
    """What a class's group reads, where nobody in particular is spoken to: neither buttons nor a foot."""
    if row.chat is None:
        return None
    if "text" in row.payload:
        return _quietly(requests(Message(row.payload["text"]), row.chat, None, ()))
    abouts = [load(each, KINDS) for each in row.payload["events"]]
    about = next((each for each in abouts if isinstance(each, PostedInGroup)), None)
    teacher = class_groups.speaks_to(tx, about) if about else None
    if about is None or teacher is None:
        return None
    reader = reader_for(tx, teacher)
    message = class_groups.posted_in_group(reader, about)
    stands = class_groups.stands_in(tx, about)
    if message is None or (stands is None and (about.changes or message.in_place or message.deletes)):
        return None
    if "plain" in row.payload:
        message = in_words_alone(reader, message)
    request = requests(message, row.chat, stands, ())
    return _quietly(request) if class_groups.is_quiet_there(reader, about) else request


def _request(reader: Reader, row: outbox.Row, message: Message) -> Request | None:
    """As a new message, or in place of what stands there; none where that is gone and a new one would say too much."""
    me, edit, footless = reader.person, row.payload.get("edit"), "footless" in row.payload
    if edit is None and row.edits_card and row.card:
        edit = cards.message_of(reader.tx, me.id, row.card)
    if message.keyboard is not None or message.contact:  # only a new message brings keys below the chat
        edit = edit if footless else None
        message = replace(message, keyboard=None, contact="") if footless else message
    if (message.deletes or message.in_place or footless) and edit is None:
        return None
    older = footless or (edit is not None and cards.has_newer(reader.tx, me.id, edit))
    request = requests(message, row.chat or me.telegram_id, edit, () if older else foot(reader))
    return None if footless and not request.method.startswith("edit") else request


def _quietly(request: Request) -> Request:
    """The phone makes no sound; what changes a message makes none anyway."""
    if not request.method.startswith("send"):
        return request
    drawing = request.drawing
    if drawing is not None and drawing.undrawn is not None:
        drawing = replace(drawing, undrawn=_quietly(drawing.undrawn))
    return replace(request, params={**request.params, "disable_notification": True}, drawing=drawing)


def _page(reader: Reader, message: Message, wanted: int, *, growing: bool) -> Message:
    """So many rows of buttons as a phone shows well; 🔄 turns to the others."""
    found = pages(message.buttons, growing=growing)
    if len(found) == 1:
        return message
    page = min(wanted, len(found) - 1)
    turn = more(reader, "more", page + 1) if page + 1 < len(found) else from_the_start(reader, "more", 0)
    return replace(message, buttons=(*found[page], (turn,)))


def _joined(messages: list[Message]) -> Message | None:
    """Several notifications that were held become one message; the newest one's buttons stand below it."""
    if not messages:
        return None
    newest = messages[-1]
    if len(messages) == 1:
        return newest
    return Message("\n\n".join(each.text for each in messages), newest.buttons, newest.keyboard, newest.media)


def _answer(reader: Reader, query: str, abouts: list[Event]) -> Request:
    params: dict[str, Any] = {"callback_query_id": query}
    texts = [said.text for each in abouts if (said := renderers.RENDERERS[type(each)](reader, each))]
    if texts:
        params["text"] = unescape(texts[-1])[:200]  # a short note has no marks
    return Request("answerCallbackQuery", params)
