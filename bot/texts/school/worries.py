"""🤲 What a teacher reads who is worried about a child, and the one person of the school who reads their words."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.circle.times import due_for
from bot.domain.notifications import Lane
from bot.domain.school import worries as about_
from bot.domain.school.staffing import Colleague
from bot.domain.school.worries import is_reader
from bot.queries.circle import people
from bot.queries.school import schools, staffing, worry_readers
from bot.queries.school import worries as rows
from bot.texts import clocks
from bot.texts.illness.danger_card import number_again
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.privacy.crisis import listening_in
from bot.texts.quoting import hidden, quoted
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import class_name, school_name
from bot.texts.school.staffing import further, page_of


def worry_asked(reader: Reader, about: about_.WorryAsked) -> Message:
    """What Homeline is not, whom to call, what the law may ask; then who reads it, or that nobody does."""
    where = about.class_id, about.pupil
    circle = reader.circle_or_none(about.pupil)
    to = worry_readers.reader(reader.tx, about.class_id, circle, reader.person.id) if circle else None
    # L10N: a button of a teacher: leave the screen on which they would write that they are worried about a child.
    nothing = reader.label("Write nothing")
    # L10N: a button of a teacher who can write nothing here: to the child's page again. Short.
    way_back = nothing if to is not None else reader.label("Back")
    back = column(button(f"{emoji.UNDO} {way_back}", "worry_no", *where))
    if about.again and to is not None:
        # L10N: to a teacher who is worried about a child and has sent a voice or a picture: it was not passed on.
        text = reader.say(
            "Only written words go from here, and this was not passed on. Please say or show it yourself."
        )
        return Message(f"{emoji.WORRY} {text}", back)
    # L10N: to a teacher or the school's lead, above news of a child who is not in class; {room} is the class.
    heading = reader.say("{child}, class {room}", child=pupil_name(reader, *where), room=class_name(reader, where[0]))
    lines = [
        f"{emoji.WORRY} {heading}",
        # L10N: to a teacher who is worried about a child. It blames nobody, and asks for no proof.
        reader.say("It is good that you look. You need not be certain to speak about it."),
        # L10N: to a teacher who is worried about a child; emergency number and helplines follow.
        reader.say("Nobody watches this chat. If the child is in danger now, call first:"),
        *_numbers(reader, about.pupil),
        duty(reader),
        *_who_reads(reader, about.class_id, to),
    ]
    return Message("\n\n".join(lines), back)


def _who_reads(reader: Reader, class_id: int, to: int | None) -> list[str]:
    if to is not None:
        return [
            # L10N: to a teacher who is worried about a child; {teacher} is the one person of the school who reads it.
            reader.say(
                "What you write now goes to {teacher} alone, by day. The family does not read it. "
                "Once it has arrived, Homeline keeps none of your words, only that you have written.",
                teacher=_called(reader, class_id, to),
            ),
            # L10N: to a teacher who is worried about a child, just before they write.
            reader.say("Write what you have seen or heard, and when. Why it is so need not be known."),
        ]
    room = schools.class_room_of(reader.tx, class_id)
    staff = staffing.everybody(reader.tx, room.school_id) if room else []
    if is_reader(staff, reader.person.id):
        # L10N: to a teacher who is worried about a child, and to whom the worries of their school come themselves.
        return [reader.say("At your school it is you to whom such worries come. So nothing is written here.")]
    # L10N: to a teacher who is worried about a child: there is nobody to whom Homeline could pass it on.
    text = reader.say(
        "Here nobody of your school can read it now. Please speak yourself with somebody who may decide there."
    )
    return [text]


def worry_receipt(reader: Reader, about: about_.WorryReceipt) -> Message | None:
    """As it stands now; without the child's name and without a word of it."""
    note = rows.get(reader.tx, about.worry_id)
    if note is None or note.reader_id is None:
        return None
    teacher = _called(reader, note.class_id, note.reader_id)
    if note.delivered_at is not None:
        # L10N: to a teacher who was worried about a child; {teacher} is who reads it.
        text = reader.say("{teacher} has it. Your words are gone from here.", teacher=teacher)
        return Message(f"{emoji.YES} {text}")
    if not note.words:
        # L10N: to a teacher who was worried about a child, in place of “On its way”; more is said in a new message.
        text = reader.say("It has not reached {teacher}.", teacher=teacher)
        return Message(f"{emoji.WORRY} {text}")
    # L10N: below what somebody has sent; {who} is one name or several.
    lines = [
        f"{emoji.WORRY} " + reader.say("On its way to {who}.", who=teacher),
        *_later(reader, note.reader_id, teacher),
    ]
    # L10N: to a teacher who has written that they are worried about a child; ten minutes long more can follow.
    lines.append(reader.say("What you write in the next ten minutes goes there, too."))
    return Message("\n".join(lines))


def _later(reader: Reader, to: int, teacher: str) -> list[str]:
    person = people.get(reader.tx, to)
    at = due_for(person, reader.tx.now, Lane.NOTICE, written=True)
    if at <= reader.tx.now:
        return []
    if at > reader.tx.now + about_.WAITS_FOR:
        # L10N: to a teacher who has written that they are worried about a child; {teacher} has asked for quiet.
        return [
            reader.say(
                "{teacher} has asked for quiet now. Please do not wait: speak with {teacher} yourself.", teacher=teacher
            )
        ]
    # L10N: below what somebody has sent in the night of {who}, one name or several; {when} is a day and a time or two.
    return [
        reader.say(
            "It reaches {who} later: {when}.", who=teacher, when=clocks.later(reader, at, person.zone, always=True)
        )
    ]


def worry_passed_on(reader: Reader, about: about_.WorryPassedOn) -> Message | None:
    """Nothing on a lock screen tells what it is, of which child: everything stands below grey that a finger lifts."""
    note = rows.get(reader.tx, about.worry_id)
    if note is None or not note.words or not worry_readers.may_read(reader.tx, note, reader.person.id):
        return None
    author = _called(reader, note.class_id, note.author_id or 0)
    child = pupil_name(reader, note.class_id, note.child_id)
    # L10N: to the one person of a school who reads it, above grey that a finger lifts; says nothing of what it is.
    first = reader.say("For you alone. Tap the grey when nobody looks on.")
    told = [
        # L10N: to who reads the worries of a school's teachers, above the teacher's words. It judges nobody.
        reader.say(
            "{teacher} is worried about {child}, class {room}:",
            teacher=author,
            child=child,
            room=class_name(reader, note.class_id),
        ),
        quoted(note.words),
        # L10N: to who reads the worries of a school's teachers: an answer in this chat would reach nobody.
        reader.say(
            "Please speak with {teacher} yourself. Homeline keeps nothing of it: it stands only on this phone.",
            teacher=author,
        ),
        *_numbers(reader, note.child_id),
        duty(reader),
    ]
    return Message(headed(emoji.TEACHER, author, f"{first}\n" + "\n".join(map(hidden, told))), protect=True)


def worry_lost(reader: Reader, about: about_.WorryLost) -> Message | None:
    """Plain, and what to do now; no child's name, for it comes by itself."""
    note = rows.get(reader.tx, about.worry_id)
    if note is None:
        return None
    teacher = _called(reader, note.class_id, note.reader_id or 0)
    # L10N: to a teacher: what they had written to {teacher} of their school, in confidence, was not delivered.
    text = reader.say(
        "What you wrote to {teacher} has not arrived, and Homeline does not keep it. "
        "Please speak with {teacher} yourself, or with somebody else who may decide.",
        teacher=teacher,
    )
    return Message(headed(emoji.TEACHER, teacher, text))


def worries_exhausted(reader: Reader, about: about_.WorriesExhausted) -> Message:
    """A limit, said plainly."""
    # L10N: to a teacher who has written much today to who reads worries about children; this was not passed on.
    return Message(reader.say("You have written much today, and this was not passed on. Please say it yourself."))


def worry_reader_asked(reader: Reader, about: about_.WorryReaderAsked) -> Message:
    """One button for each colleague."""
    staff = [each for each in staffing.everybody(reader.tx, about.school_id) if each.is_here]
    # L10N: to the school's lead, above one button for each teacher. No blame: it is about who is there for a worry.
    text = reader.say(
        "When a teacher is worried about a child, they can write to one person of the school. Who is that? "
        "It should be somebody who knows what the law asks."
    )
    shown = [button(f"{emoji.WORRY} {each.called}", "worry_reader", each.id) for each in page_of(staff, about.page)]
    return Message(
        f"{emoji.WORRY} {text}", column(*shown, *further(reader, staff, about.page, "worry_who", about.school_id))
    )


def worry_reader_named(reader: Reader, about: about_.WorryReaderNamed) -> Message:
    """What it means, and that one may say no."""
    # L10N: to a teacher whom the school's lead has named.
    text = reader.say(
        "From now on teachers of your school who are worried about a child can write to you. It comes by day, for you "
        "alone, and Homeline keeps no word of it. If you would rather not, tell whoever leads the school."
    )
    school = school_name(reader, about.school_id)
    return Message(headed(emoji.TEACHER, school, f"{text}\n{duty(reader)}"))


def staff_rows(reader: Reader, school_id: int, staff: list[Colleague]) -> tuple[str, Button]:
    """In the lead's list: who reads them, and the button to name somebody else."""
    here = [each for each in staff if each.is_here]
    named = [each for each in here if each.hears_worries] + [each for each in here if each.lead]
    # L10N: in the lead's list of teachers: who reads what worries a teacher about a child.
    line = reader.say("Worries about a child go to {name}.", name=named[0].called if named else "—")
    # L10N: a button of the school's lead: who reads what worries a teacher about a child.
    name_reader = button(f"{emoji.WORRY} " + reader.label("Who reads them"), "worry_who", school_id, 0)
    return f"{emoji.WORRY} {line}", name_reader


def duty(reader: Reader) -> str:
    """What the law asks, in the words of whoever runs the bot; else that it may ask something."""
    own = installation.get(reader.tx, installation.duty(reader.person.language))
    if own:
        return quoted(own)
    # L10N: to a teacher: the law of many countries asks who works with children to tell an authority themselves.
    return reader.say(
        "The law may ask you to tell the authorities yourself. Writing here does not do that for you: "
        "ask at your school."
    )


def _numbers(reader: Reader, child_id: int) -> list[str]:
    circle = reader.circle_or_none(child_id)
    countries = (circle.child.country,) if circle else ()
    return [number_again(reader, countries), *listening_in(reader, countries)]


def _called(reader: Reader, class_id: int, person_id: int) -> str:
    room = schools.class_room_of(reader.tx, class_id)
    return (schools.called(reader.tx, room.school_id, person_id) if room else "") or reader.teacher("")
