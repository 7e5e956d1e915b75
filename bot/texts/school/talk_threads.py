"""✉️ Who waits for an answer, and what a family and a teacher have written to each other last."""

from collections.abc import Iterable

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.school import school_talks as about_
from bot.domain.school.school_talks import FAMILY, Talk, Thread
from bot.queries.school import notices, schools, talk_readers
from bot.queries.school import school_talks as rows
from bot.texts.message import Button, Message, button, column
from bot.texts.quoting import inline
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import class_name

_LAST = 8  # of a thread, on one card
_FEW = 6  # families that are offered below what a teacher has typed, the longest waiting first
_ROOM = 200  # signs of each
SIGNS = {"voice": "🎤", "video_note": "🎤", "video": "🎤", "audio": "🎤", "photo": emoji.PICTURE, "document": "📄"}


def answer_button(reader: Reader, talk: Talk) -> Button:
    """✉️ back."""
    # L10N: a button below what a teacher or a family has written: answer it.
    return button(f"{emoji.WORDS} " + reader.label("Reply"), "talk_answer", talk.id)


def thread_button(reader: Reader, thread: Thread) -> Button:
    """📜"""
    # L10N: a button: what a family and a teacher have written to each other last.
    return button(f"{emoji.LOG} " + reader.label("What was said"), "talk_thread", thread.id)


def hand_buttons(reader: Reader, thread: Thread) -> list[Button]:
    """🎓 on to the lead, for a teacher; ↩️ back to the teacher, for the lead."""
    me = reader.person.id
    if thread.handed_at is None and talk_readers.hands_on(reader.tx, thread, me):
        # L10N: a button of a teacher: whoever leads the school reads and answers what a family writes, too. Short.
        return [button(f"{emoji.TEACHER} " + reader.label("To the lead"), "talk_hand_on", thread.id)]
    if talk_readers.hands_back(reader.tx, thread, me):
        # L10N: a button of the school's lead: the teacher alone answers a family again. Short.
        return [button(f"{emoji.UNDO} " + reader.label("Give back"), "talk_hand_back", thread.id)]
    return []


def handed_line(reader: Reader, circle: Circle, thread: Thread) -> list[str]:
    """Who reads it beside its teachers."""
    room = talk_readers.room_of(reader.tx, thread.class_id, thread.child_id)
    leads = talk_readers.takers(reader.tx, room, circle) if room and thread.handed_at else []
    if room is None or not leads or reader.person.id in leads:
        return []
    names = reader.listed(
        reader.teacher(schools.called(reader.tx, room.school_id, each), placed=True) for each in leads
    )
    # L10N: to a teacher, below a family's words: {names}, who leads the school, is asked to answer it.
    return [f"{emoji.TEACHER} " + reader.say("Handed on to {names}.", names=names)]


def to_the_teacher(reader: Reader) -> str:
    """🎓 as it stands on a button of one child's family."""
    # L10N: a button below a school notice: write or speak to the teacher about it.
    return f"{emoji.TEACHER} " + reader.label("To the teacher")


def teacher_row(reader: Reader, circles_: Iterable[Circle], notice_id: int) -> list[tuple[Button, ...]]:
    """🎓 a word back about one's own child, where somebody of the school reads it."""
    found: list[tuple[str, int, int]] = []
    for circle in circles_:
        child = circle.child.id
        rooms = (talk_readers.room_of(reader.tx, each, child) for each in notices.classes(reader.tx, notice_id))
        room = next((each for each in rooms if each), None)
        may = reader.may(child, Action.WRITE_TO_SCHOOL)
        if room is not None and may and talk_readers.staff(reader.tx, room, circle):
            found.append((circle.child.name, child, room.id))
    named, label = len(found) > 1, to_the_teacher(reader)
    buttons = [button(f"{emoji.TEACHER} {name}" if named else label, "talk_to", *rest) for name, *rest in found]
    return [tuple(buttons)] if buttons else []


def talks_waiting(reader: Reader, about: about_.TalksWaiting) -> Message | None:
    """One line of who waits, the longest first; a button for each. Then what a lead has answered and not given back."""
    found = _of_mine(reader)
    open_ = [each for each in found if each.waits_since]
    if not open_ and not about.asked:
        return None  # another teacher of the class was faster
    if open_:
        # L10N: to a teacher: families have written, and wait for an answer; {count} of them, each with a button below.
        text = reader.say_n("{count} family waits for an answer.", "{count} families wait for an answer.", len(open_))
    else:
        # L10N: to a teacher: no family waits for an answer.
        text = reader.say("No family waits for an answer.")
    if open_ and about.again:
        # L10N: to a teacher, below how many families wait for an answer; 🙏 is a button below a family's words.
        text += "\n" + reader.say("Where no answer is needed, 🙏 is enough.")
    kept = [each for each in found if not each.waits_since]
    if kept:
        # L10N: to the school's lead: teachers have handed these on, and they are answered; each has a button below.
        text += "\n" + reader.say_n("{count} is with you, answered.", "{count} are with you, answered.", len(kept))
    buttons = [button(f"{emoji.WORDS} {_whose(reader, each)}", "talk_open", each.id) for each in [*open_, *kept]]
    return Message(f"{emoji.WORDS} {text}", column(*buttons))


def family_buttons(reader: Reader, notice_id: int) -> list[Button]:
    """✉️ what was typed without a direction may be the answer to one of the families that wait; never by itself."""
    waiting = [each for each in _of_mine(reader) if each.waits_since]
    return [
        button(f"{emoji.WORDS} {_family(reader, each)}", "notice_family", notice_id, each.id) for each in waiting[:_FEW]
    ]


def _family(reader: Reader, thread: Thread) -> str:
    if thread.line != FAMILY:
        return _whose(reader, thread)
    # L10N: a button of a teacher: what they have typed goes to this child's family alone, which waits for an answer.
    return reader.label("{child}'s family", child=pupil_name(reader, thread.class_id, thread.child_id))


def with_lead_button(reader: Reader, school_ids: list[int]) -> list[Button]:
    """✉️ for who leads a school, while something is with them; in their own classes it stands there."""
    found = rows.with_lead(reader.tx, school_ids) if school_ids else []
    if not any(talk_readers.for_school(reader.tx, each, reader.person.id) for each in found):
        return []
    # L10N: a button of a teacher: families that have written, and wait for an answer.
    return [button(f"{emoji.WORDS} " + reader.label("Families' words"), "talks")]


def _of_mine(reader: Reader) -> list[Thread]:
    """Who waits in this teacher's classes, and what is with this reader as the school's lead."""
    tx, me = reader.tx, reader.person.id
    rooms = [each.id for each in schools.classes_of(tx, me)]
    led = [each.id for each in schools.of_person(tx, me) if each.lead]
    threads = [*(rows.waiting(tx, rooms) if rooms else []), *(rows.with_lead(tx, led) if led else [])]
    found = {each.id: each for each in threads if each.waits_since or each.class_id not in rooms}
    mine = [each for each in found.values() if talk_readers.for_school(tx, each, me)]
    return sorted(mine, key=lambda each: (each.waits_since is None, each.waits_since or reader.tx.now))


def _whose(reader: Reader, thread: Thread) -> str:
    """The child, the class; and on separate lines who has written."""
    child, room = pupil_name(reader, thread.class_id, thread.child_id), class_name(reader, thread.class_id)
    circle = reader.circle_or_none(thread.child_id)
    said = rows.last(reader.tx, thread.id, 1)
    by = f" · {reader.named(circle, said[0].author_id)}" if circle and said and thread.line != FAMILY else ""
    return f"{child} · {room}{by}"


def thread_read(reader: Reader, about: about_.ThreadRead) -> Message | None:
    """The last words of both sides, in their order; a voice or a picture by its sign."""
    thread = rows.thread(reader.tx, about.thread_id)
    if thread is None:
        return None
    at_school = talk_readers.for_school(reader.tx, thread, reader.person.id)
    at_home = talk_readers.for_family(reader.tx, thread, reader.person.id)
    if not at_school and not at_home:
        return None
    circle, said = reader.circle(thread.child_id), rows.last(reader.tx, thread.id, _LAST)
    first = f"{emoji.LOG} {pupil_name(reader, thread.class_id, thread.child_id) if at_school else circle.child.name}"
    if not said:
        # L10N: a family and a teacher have not written to each other yet, or long ago.
        return Message(f"{first}\n" + reader.say("What you write to each other will be here."))
    newest = next((each for each in reversed(said) if each.from_school == bool(at_home)), None)
    buttons = column(*([answer_button(reader, newest)] if newest else []), *hand_buttons(reader, thread))
    lines = [*lines_of(reader, circle, said), *(handed_line(reader, circle, thread) if at_school else [])]
    return Message("\n".join([first, *lines]), buttons)


def lines_of(reader: Reader, circle: Circle, said: Iterable[Talk]) -> list[str]:
    """A line for each thing that was said, with who said it."""
    return [_line(reader, circle, each) for each in said]


def _line(reader: Reader, circle: Circle, talk: Talk) -> str:
    words = " ".join(talk.text.split())
    short = words if len(words) <= _ROOM else f"{words[:_ROOM].rstrip()}…"
    sign = SIGNS.get(talk.kind, "")
    shown = " ".join(filter(None, [sign, inline(short)]))
    # L10N: one line of what a family and a teacher have written to each other: {who} says {words}.
    return reader.say("{who}: {words}", who=reader.named(circle, talk.author_id), words=shown)
