"""🤒 An illness looked back upon: each word of it, in the order in which it came."""

from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.child_page import ThreadShown
from bot.domain.illness.illnesses import NOTES, Happening, Illness, IllnessEvent, IllnessState
from bot.queries.illness import illness_pages, illnesses
from bot.texts import clocks
from bot.texts.illness.illness_endings import ending
from bot.texts.illness.illness_words import answer_line, first_line, news, sign_line, thread_of
from bot.texts.illness.quick_notes import note_line
from bot.texts.message import Message
from bot.texts.quoting import quoted
from bot.texts.reader import Reader

MOST = 30  # what came last, of a thread that has run for weeks
_ANSWERS = {Happening.SAME, Happening.WORSE, Happening.DOCTOR}


def thread_shown(reader: Reader, about: ThreadShown) -> Message | None:
    """To who was told of it, without a button that would do something to it."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or not reader.may(thread[0].child_id, Action.SEE_CHILD):
        return None
    found, circle = thread
    if found.id not in [each.id for each in illness_pages.seen_by(reader.tx, circle, reader.person.id)]:
        return None
    said = [line for each in illnesses.events(reader.tx, found.id) for line in _said(reader, found, circle, each)]
    lines = [
        first_line(reader, found, circle),
        reader.together(news(reader, found, circle), clocks.at_home(reader, found.opened_at, circle.child.zone)),
        *said[-MOST:],
    ]
    if found.state == IllnessState.CLOSED:
        lines.append(ending(reader, found, circle))
        if found.closed_at is not None:
            lines[-1] = reader.together(lines[-1], clocks.at_home(reader, found.closed_at, circle.child.zone))
    return Message("\n".join(lines))


def _said(reader: Reader, illness: Illness, circle: Circle, event: IllnessEvent) -> list[str]:
    if illness.is_plain or (event.person_id is not None and reader.hides(circle, event.person_id)):
        return []
    if event.what == Happening.SIGN and "what" in event.data:
        return [sign_line(reader, circle, event)]
    if event.what in _ANSWERS:
        return [answer_line(reader, illness, circle, event)]
    if event.what in NOTES:
        return [note_line(reader, circle, event)]
    words = event.data.get("text") if event.what == Happening.WORDS else None
    return [quoted(str(words))] if words else []
