"""🕰 What a family reads that has written to the school, and nobody has answered yet."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.local_time import local
from bot.domain.school import talk_silences as about_
from bot.domain.school.school_talks import Talk, Thread
from bot.queries.circle import people
from bot.queries.school import school_talks as rows
from bot.queries.school import schools, talk_readers
from bot.queries.school.schools import ClassRoom
from bot.texts import clocks
from bot.texts.message import Message, column
from bot.texts.reader import Reader
from bot.texts.school.handing_on import lead_asked, lead_buttons, lead_offered
from bot.texts.school.talk_threads import thread_button
from bot.texts.school.talk_ways import answered, later, numbers, way_to_school, write_button


def talk_unanswered(reader: Reader, about: about_.TalkUnanswered) -> Message | None:
    """Who has it, and what helps: no word of why; or that it was answered since."""
    thread = rows.thread(reader.tx, about.thread_id)
    circle = reader.circle_or_none(about.child_id)
    mine = _last_of_mine(reader, thread) if thread else None
    if thread is None or circle is None or circle.member(reader.person.id) is None or mine is None:
        return None
    first = f"{emoji.WORDS} {circle.child.name}"
    if thread.waits_since is None:
        return Message("\n".join([first, *answered(reader, mine, thread)]))
    room = talk_readers.room_of(reader.tx, thread.class_id, thread.child_id)
    if room is None:
        return None
    lines = [first, *_as_it_stands(reader, circle, room, thread, mine), *_of_lead(reader, circle, room, thread)]
    rest = write_button(reader, circle.child.id, room.id), thread_button(reader, thread)
    return Message("\n".join(lines), column(*lead_buttons(reader, circle, room, thread), *rest))


def _of_lead(reader: Reader, circle: Circle, room: ClassRoom, thread: Thread) -> list[str]:
    """That whoever leads the school can be asked, or is, as the family has wished."""
    if talk_readers.asks_lead(reader.tx, thread, reader.person.id):
        return [lead_offered(reader, circle, room)]
    return lead_asked(reader, circle, room) if talk_readers.is_with_lead_by_family(reader.tx, thread) else []


def _as_it_stands(reader: Reader, circle: Circle, room: ClassRoom, thread: Thread, mine: Talk) -> list[str]:
    zone = schools.clock(reader.tx, room.id, people.get(reader.tx, room.teacher_id))
    day = clocks.past(reader, local(mine.sent_at, zone).date(), zone)
    staff = talk_readers.staff(reader.tx, room, circle, thread)
    # L10N: to a family that has no answer yet; {day} such as “Tuesday”, “yesterday”. Which teacher has it follows.
    lines = [reader.say("You wrote to the school ({day}).", day=day)]
    lines += way_to_school(reader, circle, room, mine, thread)
    if lines[1:] == later(reader, room, staff):  # which says whom to phone
        return lines
    # L10N: to a family, below which teacher of the child has what they wrote; no word of blame.
    lines.append(reader.say("No answer has come yet."))
    # L10N: to a family, below that no answer of the school has come yet; telephone numbers may follow.
    return [*lines, reader.say("If you need one soon, please phone the school."), *numbers(reader, room, staff)]


def _last_of_mine(reader: Reader, thread: Thread) -> Talk | None:
    """What the reader has written last."""
    said = rows.last(reader.tx, thread.id, 50)
    return next((each for each in reversed(said) if each.author_id == reader.person.id), None)
