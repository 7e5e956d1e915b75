"""What the school reads while nobody says where a child is: whom to phone, and what can be said."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school.absences import AbsenceUnanswered
from bot.domain.school.school_words import Word, WordAnswer, WordState
from bot.queries.circle import circles
from bot.queries.school import school_words, schools, staffing
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.pupils import no_numbers, pupil_name
from bot.texts.school.school_reasons import why_line
from bot.texts.school.schools import class_name
from bot.texts.school.shared_numbers import of_family


def absence_unanswered(reader: Reader, about: AbsenceUnanswered) -> Message | None:
    """To the teacher, then the lead: as it stands now."""
    word = school_words.get(reader.tx, about.word_id)
    circle = circles.get(reader.tx, word.child_id) if word else None
    if word is None or circle is None:
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    # L10N: to a teacher or the school's lead, above news of a child who is not in class; {room} is the class.
    lines = [
        f"{emoji.ROLL} " + reader.say("{child}, class {room}", child=child, room=class_name(reader, word.class_id))
    ]
    if word.state == WordState.UNDONE:
        # L10N: the school had said that {child} is not in class; now it is.
        return Message("\n".join([*lines, f"{emoji.YES} " + reader.say("{child} is in class.", child=child)]))
    if word.answer == WordAnswer.KNOWN:
        return Message("\n".join([*lines, f"{emoji.YES} {_known(reader, word, circle, child)}"]))
    lines += _open(reader, word, circle, child)
    return Message("\n".join(lines), column(*_buttons(reader, word)))


def _known(reader: Reader, word: Word, circle: Circle, child: str) -> str:
    if word.answered_by == reader.person.id:
        # L10N: to a teacher who has pressed “I found out”; {child} is the child's call name.
        return reader.say("You know where {child} is. I tell the family.", child=child)
    if circle.member(word.answered_by or 0) is None:
        name = _called(reader, word, word.answered_by or 0)
        # L10N: to a teacher or the school's lead; {teacher} of the school has found out where {child} is.
        return reader.say("{teacher} has found out where {child} is.", teacher=reader.teacher(name), child=child)
    # L10N: to a teacher whose pupil is not in class; {child} is the child's call name.
    known = reader.say("{child}'s family knows where {child} is.", child=child)
    return "\n".join([known, *why_line(reader, word)])


def _open(reader: Reader, word: Word, circle: Circle, child: str) -> list[str]:
    wall = clocks.dated(reader, word.sent_at or word.created_at, schools.clock(reader.tx, word.class_id, reader.person))
    told = [reader.named(circle, each) for each in school_words.told(reader.tx, word)]
    if word.answer == WordAnswer.UNKNOWN:
        # L10N: to a teacher or the school's lead; home has said that it does not know where {child} is. No guess.
        lines = [reader.say("Nobody at home knows where {child} is.", child=child)]
    else:
        # L10N: to a teacher or the school's lead: the family was asked where {child} is. {time} is such as 08:10.
        lines = [reader.say("Nobody has answered about {child} since {time}.", child=child, time=wall["time"])]
    if told:
        # L10N: to a teacher or the school's lead: whom of a child's family to phone; {names} is a list.
        lines.append(reader.say("Please phone: {names}.", names=reader.listed(told)))
    lines += of_family(reader, word.class_id, circle) or [no_numbers(reader)]
    room = schools.class_room_of(reader.tx, word.class_id)
    others = [each for each in word.staff if each != reader.person.id]
    if room is not None and others:
        names = [reader.teacher(_called(reader, word, each)) for each in others]
        # L10N: to a teacher or the school's lead: who of the school knows of it, too; {names} is a list.
        lines.append(reader.say("Also told: {names}.", names=reader.listed(names)))
    return lines


def _buttons(reader: Reader, word: Word) -> list[Button]:
    # L10N: a button of a teacher or the school's lead, who knows where the child is now.
    found = button(f"{emoji.YES} " + reader.label("I found out"), "absence_found", word.id)
    room = schools.class_room_of(reader.tx, word.class_id)
    leads = staffing.leads(reader.tx, room.school_id) if room else []
    if room is None or not [each for each in leads if each not in {*word.staff, room.teacher_id}]:
        return [found]
    # L10N: a button of a teacher: whoever leads the school reads that nobody says where the child is.
    return [found, button(f"{emoji.TEACHER} " + reader.label("Tell the lead"), "absence_lead", word.id)]


def _called(reader: Reader, word: Word, person: int) -> str:
    room = schools.class_room_of(reader.tx, word.class_id)
    return schools.called(reader.tx, room.school_id, person) if room else ""
