"""🎓 What a teacher has handed on: what whoever leads the school reads, the teacher, and the family."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school import handing_on as about_
from bot.domain.school.school_talks import RECENT, Thread
from bot.queries.school import school_talks as rows
from bot.queries.school import schools, staffing, talk_readers
from bot.queries.school.schools import ClassRoom
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.office_hours import read_when
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import school_name
from bot.texts.school.talk_threads import answer_button, hand_buttons, lines_of, thread_button
from bot.texts.school.talk_ways import write_button

_LAST = 4  # things that were said, on the lead's card


def talk_handed_on(reader: Reader, about: about_.TalkHandedOn) -> Message | None:
    """Who asks, and what was said last; where it was given back, no word of it."""
    thread = rows.thread(reader.tx, about.thread_id)
    room = talk_readers.room_of(reader.tx, thread.class_id, thread.child_id) if thread else None
    circle = reader.circle_or_none(thread.child_id) if thread else None
    if thread is None or room is None or circle is None:
        return None
    by_family = talk_readers.is_with_lead_by_family(reader.tx, thread)
    teacher = _called(reader, room, talk_readers.teachers(reader.tx, room, circle) if by_family else [about.by])
    child = pupil_name(reader, thread.class_id, thread.child_id)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say(
        "{child}, from {guardian}",
        child=child,
        guardian=reader.named(circle, about.by) if by_family else reader.staff(room, about.by),
    )
    if thread.handed_at is None:
        # L10N: to who leads the school: what was handed on is with {teacher} again, the class's teacher.
        return Message(f"{emoji.WORDS} {first}\n" + reader.say("It is with {teacher} again.", teacher=teacher))
    here = talk_readers.for_school(reader.tx, thread, reader.person.id)
    if here is None:
        return None
    if by_family:
        # L10N: to the school's lead: a family has written to {teacher} of the class {room}, and wishes that the lead
        # reads and answers it, too; no word of blame. What was written follows.
        asks = reader.say(
            "{child}'s family has written to {teacher}, class {room}, and would be glad of your answer, too.",
            child=child,
            teacher=teacher,
            room=room.name,
        )
    else:
        # L10N: to who leads the school: {teacher} of the class {room} hands on what a family has written. It follows.
        asks = reader.say("{teacher}, class {room}, asks you to answer this family.", teacher=teacher, room=room.name)
    # L10N: to who leads the school, and is asked by a teacher to answer a family.
    both = reader.say("From now on you both read what the family writes.")
    said = rows.last(reader.tx, thread.id, _LAST)
    lines = [f"{emoji.WORDS} {first}", asks, both, "", *lines_of(reader, here[0], said)]
    return Message("\n".join(lines), column(*_leads_buttons(reader, thread)))


def _leads_buttons(reader: Reader, thread: Thread) -> list[Button]:
    said = rows.last(reader.tx, thread.id, RECENT)
    asked = next((each for each in reversed(said) if not each.from_school), None)
    answer = [answer_button(reader, asked)] if asked else []
    # L10N: a button of the school's lead: all that a family has written and nobody has answered, voices too.
    whole = [button(f"{emoji.WORDS} " + reader.label("Read it all"), "talk_open", thread.id)]
    rest = whole if thread.waits_since else [thread_button(reader, thread)]
    return [*answer, *rest, *hand_buttons(reader, thread)]


def handing_shown(reader: Reader, about: about_.HandingShown) -> Message | None:
    """Who reads it now, when, and the way back."""
    thread = rows.thread(reader.tx, about.thread_id)
    here = talk_readers.for_school(reader.tx, thread, reader.person.id) if thread else None
    if thread is None or here is None:
        return None
    circle, room = here
    first = f"{emoji.WORDS} {pupil_name(reader, thread.class_id, thread.child_id)}"
    if thread.handed_at is None:
        # L10N: to a teacher: the school's lead does not read any more what a child's family writes.
        again = reader.say("This family is with you again.")
        return Message(f"{first}\n{again}", column(thread_button(reader, thread)))
    leads = talk_readers.takers(reader.tx, room, circle)
    names = _called(reader, room, leads)
    if talk_readers.is_with_lead_by_family(reader.tx, thread):
        # L10N: to a teacher: a family that waits for an answer has asked {names}, too, who leads the school; kindly, no
        # word of blame. It stands below the child's name.
        asked = reader.say("The family has asked {names}, too.", names=names)
        # L10N: to a teacher: the school's lead reads and answers a family, too, as the family has wished.
        both = reader.say("You both read what the family writes now, and each of you can answer.")
    else:
        # L10N: to a teacher who has handed on what a family writes; {names} leads the school, one name or several.
        asked = reader.say("Handed on to {names}.", names=names)
        # L10N: to a teacher who has handed on what a family writes.
        both = reader.say("You both read what the family writes now. The family knows.")
    lines = [first, f"{emoji.TEACHER} {asked}", *read_when(reader, room, leads), both]
    return Message("\n".join(lines), column(*_teachers_buttons(reader, circle, room, thread)))


def _teachers_buttons(reader: Reader, circle: Circle, room: ClassRoom, thread: Thread) -> list[Button]:
    """↩️ of what a teacher has handed on; what a family has wished is read, and answered."""
    if talk_readers.is_with_lead_by_family(reader.tx, thread):
        return [thread_button(reader, thread)]
    said, teachers = rows.last(reader.tx, thread.id, RECENT), talk_readers.teachers(reader.tx, room, circle)
    back = about_.can_be_undone(thread, said, teachers, reader.tx.now)
    return [undo(reader, "talk_hand_undo", thread.id)] if back else []


def nobody_to_hand_to(reader: Reader, about: about_.NobodyToHandTo) -> Message | None:
    """Where it stays, and what helps."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        return None
    first, school = f"{emoji.WORDS} {pupil_name(reader, room.id, about.child_id)}", school_name(reader, room.school_id)
    if staffing.leads(reader.tx, room.school_id):
        # L10N: to a teacher who wants to hand on what a family writes; who leads {school} cannot read this one.
        now = reader.say("Who leads {school} cannot take this one here. It stays with you.", school=school)
        # L10N: below that a teacher could not hand something on.
        return Message(f"{first}\n{now}\n" + reader.say("Please speak with them."))
    # L10N: to a teacher who wants to hand on what a family writes; nobody leads {school} in Homeline.
    now = reader.say("Nobody leads {school} here now. It stays with you.", school=school)
    # L10N: to a teacher of a school that nobody leads.
    return Message(f"{first}\n{now}\n" + reader.say("Whoever runs this bot can make a link for the lead."))


def talk_with(reader: Reader, about: about_.TalkWith) -> Message | None:
    """Who answers now, and who reads along."""
    thread = rows.thread(reader.tx, about.thread_id)
    circle = reader.circle_or_none(thread.child_id) if thread else None
    room = talk_readers.room_of(reader.tx, thread.class_id, thread.child_id) if thread else None
    if thread is None or circle is None or room is None:
        return None
    if reader.person.id not in talk_readers.family(reader.tx, circle, thread) or reader.hides(circle, about.by):
        return None
    buttons = column(write_button(reader, circle.child.id, room.id))
    return Message("\n".join(_who_answers(reader, circle, room, thread, about.by)), buttons)


def _who_answers(reader: Reader, circle: Circle, room: ClassRoom, thread: Thread, by: int) -> list[str]:
    by_family = talk_readers.is_with_lead_by_family(reader.tx, thread)
    called = reader.named(circle, by) if by_family else reader.staff(room, by)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = f"{emoji.WORDS} " + reader.say("{child}, from {guardian}", child=circle.child.name, guardian=called)
    teacher = _called(reader, room, [by])
    if thread.handed_at is None:
        # L10N: to a family: {teacher} answers what it writes to the school, and who leads the school reads it no more.
        again = reader.say("{teacher} answers you again. The head teacher no longer reads this.", teacher=teacher)
        return [first, again]
    if by_family:
        return [first, *lead_asked(reader, circle, room)]
    leads = _called(reader, room, talk_readers.takers(reader.tx, room, circle))
    # L10N: to a family: the child's teacher {teacher} has handed on what it wrote; {names} leads the school.
    asked = reader.say("{teacher} has asked the head teacher to answer you: {names}.", teacher=teacher, names=leads)
    return [first, asked, _reads_too(reader)]


def lead_asked(reader: Reader, circle: Circle, room: ClassRoom) -> list[str]:
    """As the family has wished: who leads the school reads it, and when."""
    leads = talk_readers.takers(reader.tx, room, circle)
    # L10N: to a family: it had no answer of the teacher yet, and one tap has asked {names}, who leads the school, too.
    asked = reader.say("The head teacher is asked now, too: {names}.", names=_called(reader, room, leads))
    return [f"{emoji.TEACHER} {asked}", *read_when(reader, room, leads), _reads_too(reader)]


def lead_offered(reader: Reader, circle: Circle, room: ClassRoom) -> str:
    """Who would read it, before the tap."""
    leads = _called(reader, room, talk_readers.takers(reader.tx, room, circle))
    # L10N: to a family that has no answer of the teacher yet: below it stands a button which asks {names}, who leads
    # the school, too, and lets them read what was written.
    return reader.say("The head teacher, {names}, can read and answer it, too.", names=leads)


def lead_buttons(reader: Reader, circle: Circle, room: ClassRoom, thread: Thread) -> list[Button]:
    """🎓 for a family that nobody has answered; ↩️ for ten minutes."""
    if talk_readers.asks_lead(reader.tx, thread, reader.person.id):
        # L10N: a button of a family that has no answer of the teacher yet: who leads the school reads it, too. Short.
        return [button(f"{emoji.TEACHER} " + reader.label("Ask head teacher"), "talk_lead", thread.id)]
    said, teachers = rows.last(reader.tx, thread.id, RECENT), talk_readers.teachers(reader.tx, room, circle)
    asked = talk_readers.is_with_lead_by_family(reader.tx, thread)
    back = asked and about_.can_be_undone(thread, said, teachers, reader.tx.now)
    return [undo(reader, "talk_lead_undo", thread.id)] if back else []


def _reads_too(reader: Reader) -> str:
    # L10N: to a family: who leads the child's school reads what the family and the teacher write to each other.
    return reader.say("The head teacher reads what you write here, too.")


def _called(reader: Reader, room: ClassRoom, who: list[int]) -> str:
    return reader.listed(reader.teacher(schools.called(reader.tx, room.school_id, each), placed=True) for each in who)
