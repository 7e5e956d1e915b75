"""What the school reads while nobody says where a child is: whom to phone, and what can be said."""

from collections.abc import Collection
from functools import partial

from bot.domain import emoji
from bot.domain.school.absences import AbsenceUnanswered
from bot.domain.school.school_words import Word, WordAnswer, WordState
from bot.queries.circle import circles
from bot.queries.school import absences, school_words, schools, staffing
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.absence_lines import found_line, here_line, known_line, numbers_of, staff_of
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import class_name
from bot.texts.school.two_families import child_of, of_families_that_know


def absence_unanswered(reader: Reader, about: AbsenceUnanswered) -> Message | None:
    """To the teacher, then the lead: as it stands now."""
    word = school_words.get(reader.tx, about.word_id)
    circle = circles.get(reader.tx, word.child_id) if word else None
    if word is None or circle is None:
        return None
    words = [word, *absences.of_other_families(reader.tx, word)]
    names = partial(pupil_name, reader, word.class_id)
    child = child_of(reader, word, names(word.child_id))
    # L10N: to a teacher or the school's lead, above news of a child who is not in class; {room} is the class.
    lines = [
        f"{emoji.ROLL} " + reader.say("{child}, class {room}", child=child, room=class_name(reader, word.class_id))
    ]
    if word.state == WordState.UNDONE:
        return Message("\n".join([*lines, here_line(reader, word, names(word.child_id))]))
    if word.answer == WordAnswer.KNOWN:
        known = of_families_that_know(reader, words)
        line = known_line(reader, known[0], names) if known else _found(reader, word, child)
        return Message("\n".join([*lines, line]))
    lines += _open(reader, word, words, child)
    return Message("\n".join(lines), column(*_buttons(reader, word, staff_of(words))))


def _found(reader: Reader, word: Word, child: str) -> str:
    if word.answered_by == reader.person.id:
        # L10N: to a teacher who has pressed “I found out”; {child} is the child's call name.
        return f"{emoji.YES} " + reader.say("You know where {child} is. I tell the family.", child=child)
    return found_line(reader, word, child)


def _open(reader: Reader, word: Word, words: list[Word], child: str) -> list[str]:
    wall = clocks.dated(reader, word.sent_at or word.created_at, schools.clock(reader.tx, word.class_id, reader.person))
    around = [(reader.circle(each.child_id), each) for each in words]
    told = [reader.named(circle, person) for circle, each in around for person in school_words.told(reader.tx, each)]
    if any(each.answer == WordAnswer.UNKNOWN for each in words):
        # L10N: to a teacher or the school's lead; home has said that it does not know where {child} is. No guess.
        lines = [reader.say("Nobody at home knows where {child} is.", child=child)]
    else:
        # L10N: to a teacher or the school's lead: the family was asked where {child} is. {time} is such as 08:10.
        lines = [reader.say("Nobody has answered about {child} since {time}.", child=child, time=wall["time"])]
    if told:
        # L10N: to a teacher or the school's lead: whom of a child's family to phone; {names} is a list.
        lines.append(reader.say("Please phone: {names}.", names=reader.enumerated(dict.fromkeys(told))))
    lines += numbers_of(reader, words)
    room = schools.class_room_of(reader.tx, word.class_id)
    others = [each for each in staff_of(words) if each != reader.person.id]
    if room is not None and others:
        names = [reader.staff(room, each) for each in others]
        # L10N: to a teacher or the school's lead: who of the school knows of it, too; {names} is a list.
        lines.append(reader.say("Also told: {names}.", names=reader.enumerated(names)))
    return lines


def _buttons(reader: Reader, word: Word, told: Collection[int]) -> list[Button]:
    # L10N: a button of a teacher or the school's lead, who knows where the child is now.
    found = button(f"{emoji.YES} " + reader.label("I found out"), "absence_found", word.id)
    room = schools.class_room_of(reader.tx, word.class_id)
    leads = staffing.leads(reader.tx, room.school_id) if room else []
    if room is None or not [each for each in leads if each not in {*told, room.teacher_id}]:
        return [found]
    # L10N: a button of a teacher: whoever leads the school reads that nobody says where the child is.
    return [found, button(f"{emoji.TEACHER} " + reader.label("Tell the lead"), "absence_lead", word.id)]
