"""📬 What an author reads of the way of their words: to a child's teachers, or to its family."""

from collections.abc import Iterable

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school.school_talks import FAMILY, Talk, Thread, line_of, readers
from bot.domain.school.talk_ways import Ways, has_nobody, is_lost
from bot.queries.school import schools, talk_readers, talk_ways
from bot.queries.school.schools import ClassRoom
from bot.texts.circle.receipts import has_it, some_sleep
from bot.texts.message import Button, button
from bot.texts.reader import Reader
from bot.texts.school.office_hours import read_when
from bot.texts.school.pupils import pupil_name
from bot.texts.school.school_numbers import office_line
from bot.texts.school.schools import class_name
from bot.texts.school.shared_numbers import of_school


def write_button(reader: Reader, child_id: int, class_id: int, name: str = "") -> Button:
    """✉️ to the school; with a name where there are several children."""
    # L10N: a button of the family: write or speak to the child's teacher.
    return button(f"{emoji.WORDS} " + (name or reader.label("Write to teacher")), "talk_to", child_id, class_id)


def write_again(reader: Reader, talk: Talk, thread: Thread) -> list[Button]:
    """✉️ where a family's words have reached nobody, and somebody reads there."""
    lost = not talk.from_school and any(map(has_nobody, talk_ways.parts(reader.tx, talk)))
    lost = lost and bool(talk_readers.for_staff(reader.tx, thread))
    return [write_button(reader, thread.child_id, thread.class_id)] if lost else []


def to_family(reader: Reader, circle: Circle, talk: Talk, thread: Thread) -> list[str]:
    """Who of the family has it; nothing is said of when the others sleep."""
    ways = talk_ways.ways(reader.tx, circle, talk, thread)
    child = pupil_name(reader, thread.class_id, thread.child_id)
    if not ways:
        return nobody_at_home(reader, child)
    there, coming, waits, kept = (_with(ways, each) for each in ("arrived", "coming", "waits", "kept"))
    if len(waits) == len(ways):
        # L10N: to a teacher who has written to a family; {child} is the child's call name.
        return [reader.say("Nobody in {child}'s family can be reached here now. It waits for them.", child=child)]
    lines = [has_it(reader, _named(reader, circle, there))] if there else []
    if coming and there:
        lines.append(reader.say("On its way to {who}.", who=_names(reader, circle, coming)))
    elif coming:
        # L10N: to a teacher, below what went to a family; {names} is a list of adults.
        lines.append(reader.say("Sent to {names}.", names=_names(reader, circle, coming)))
        lines += some_sleep(reader, coming, talk.sent_at)
    if waits:
        lines.append(reader.say("It waits for {who}, who cannot be reached now.", who=_names(reader, circle, waits)))
    if kept:
        lines.append(_no_voices(reader, _named(reader, circle, kept)))
    if missing := _with(ways, "lost", "part"):
        # L10N: to a teacher, below the line that says whom of a family their words have not reached.
        lines += [_not_reached(reader, _names(reader, circle, missing), ways), reader.say("You can call them.")]
    return lines


def to_school(reader: Reader, circle: Circle, talk: Talk, thread: Thread) -> list[str]:
    """Who of the school has it: one is enough."""
    if said := answered(reader, talk, thread):
        return said
    room = talk_readers.room_of(reader.tx, thread.class_id, thread.child_id)
    ways = talk_ways.ways(reader.tx, circle, talk, thread)
    if room is None or not ways:
        return nobody_reads(reader, thread.class_id, circle.child.name, sent=True)
    return [*_with_teachers(reader, room, ways), *_in_family(reader, circle, thread, ways)]


def way_to_school(reader: Reader, circle: Circle, room: ClassRoom, talk: Talk, thread: Thread) -> list[str]:
    """Who has it, or when they do."""
    ways = talk_ways.ways(reader.tx, circle, talk, thread)
    return _with_teachers(reader, room, ways) if ways else []


def answered(reader: Reader, talk: Talk, thread: Thread) -> list[str]:
    """That the school has seen a family's words, or answered them; nothing where it has not."""
    if talk.seen_by:
        # L10N: to a family: {teacher} has read what they wrote, and pressed a button that says so.
        seen = reader.say("{teacher} has seen it.", teacher=teachers(reader, thread.class_id, [talk.seen_by]))
        return [f"{emoji.SEEN} {seen}"]
    if talk_readers.is_answered(reader.tx, talk, thread):
        # L10N: to a family: the school has answered what they wrote; the answer came as a message of its own.
        return [f"{emoji.YES} " + reader.say("This has been answered.")]
    return []


def _with_teachers(reader: Reader, room: ClassRoom, ways: Ways) -> list[str]:
    staff = list(ways)
    if there := _with(ways, "arrived"):
        return [has_it(reader, [_teacher(reader, room, each) for each in there])]
    if "coming" not in ways.values() and (kept := _with(ways, "kept")):
        return [_no_voices(reader, [_teacher(reader, room, each) for each in kept]), *cannot_wait(reader, room, staff)]
    if is_lost(ways):
        # L10N: to a family, below the line that says which teachers their words have not reached.
        again = reader.say("Please send it once more, or phone.")
        return [_not_reached(reader, teachers(reader, room.id, staff), ways), again, *numbers(reader, room, staff)]
    # L10N: below what somebody has sent; {who} is one name or several.
    return later(reader, room, staff) or [reader.say("On its way to {who}.", who=teachers(reader, room.id, staff))]


def _in_family(reader: Reader, circle: Circle, thread: Thread, ways: Ways) -> list[str]:
    me = circle.member(reader.person.id)
    others = [each for each in readers(circle, thread.line) if each not in {reader.person.id, *ways}]
    if others:
        # L10N: to who has written to the school: these adults of the family can read it; {names} is a list.
        return [reader.say("In the family, {names} can read it, too.", names=_names(reader, circle, others))]
    if me is not None and line_of(circle, me) != FAMILY:
        # L10N: to who has written to the school, where separated parents know nothing of each other.
        return [reader.say("Nobody else in the family reads it.")]
    return []


def nobody_reads(reader: Reader, class_id: int, child: str, *, sent: bool) -> list[str]:
    """The child is not in the class any more, or nobody reads there; and what helps instead."""
    names = {"child": child, "room": class_name(reader, class_id)}
    if sent:
        # L10N: to a family: what they have written has not arrived, for {child} is no longer in the class, or nobody
        # reads there any more.
        text = reader.say("Nobody in class {room} reads about {child} here now. It has not arrived.", **names)
    else:
        # L10N: to a family or a teacher: what they have just written went to nobody, for {child} is no longer in the
        # class, or nobody reads there.
        text = reader.say("Nobody in class {room} reads about {child} here now. I have sent nothing.", **names)
    room = schools.class_room_of(reader.tx, class_id)
    # L10N: below that nothing was sent.
    return [text, reader.say("If it matters, please phone."), *(office_line(reader, room.school_id) if room else [])]


def nobody_at_home(reader: Reader, child: str) -> list[str]:
    """All whom a teacher's words were for have gone before they came."""
    # L10N: to a teacher: the adults of {child}'s family to whom they had written are not here any more.
    gone = reader.say("Nobody in {child}'s family reads here any more. It has not arrived.", child=child)
    return [gone, reader.say("If it matters, please phone.")]


def later(reader: Reader, room: ClassRoom, staff: list[int]) -> list[str]:
    """Where nobody of the school reads it now: when they do, and what to do if it cannot wait."""
    if not all(talk_readers.rests(reader.tx, each) for each in staff):
        return []
    return [*read_when(reader, room, staff), *cannot_wait(reader, room, staff)]


def cannot_wait(reader: Reader, room: ClassRoom, staff: list[int]) -> list[str]:
    """What helps at once."""
    # L10N: to a family who writes to a teacher outside office hours; telephone numbers may follow.
    return [reader.say("If it cannot wait, please phone the school."), *numbers(reader, room, staff)]


def numbers(reader: Reader, room: ClassRoom, staff: list[int]) -> list[str]:
    """Those that the teachers have chosen to show, and the school's own."""
    return [*of_school(reader, room, staff), *office_line(reader, room.school_id)]


def _not_reached(reader: Reader, names: str, ways: Ways) -> str:
    if "part" in ways.values():
        # L10N: Telegram did not take all of what somebody has sent, such as several photos; {who} is one name or more.
        return reader.say("As far as I know not all of it has reached {who}.", who=names)
    # L10N: Telegram did not take what somebody has sent; {who} is one name or several.
    return reader.say("As far as I know it has not reached {who}.", who=names)


def _no_voices(reader: Reader, names: list[str]) -> str:
    # L10N: below what somebody has sent: {who}'s Telegram settings let no voice messages in; one name or several.
    return reader.say_n(
        "{who}'s phone lets no voices in now. It waits there.",
        "The phones of {who} let no voices in now. It waits there.",
        len(names),
        who=reader.listed(names),
    )


def _with(ways: Ways, *states: str) -> list[int]:
    return [each for each, found in ways.items() if found in states]


def _named(reader: Reader, circle: Circle, who: Iterable[int]) -> list[str]:
    return [reader.named(circle, each) for each in who]


def _names(reader: Reader, circle: Circle, who: Iterable[int]) -> str:
    return reader.listed(_named(reader, circle, who))


def _teacher(reader: Reader, room: ClassRoom, person_id: int) -> str:
    return reader.teacher(schools.called(reader.tx, room.school_id, person_id), placed=True)


def teachers(reader: Reader, class_id: int, who: Iterable[int]) -> str:
    """Their names before a family that knows the class."""
    room = schools.class_room_of(reader.tx, class_id)
    return reader.listed(_teacher(reader, room, each) for each in who) if room else ""
