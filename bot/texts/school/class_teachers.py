"""With whom a class is: the lead's page of it, and what is read when it goes into other hands."""

from bot.domain import emoji
from bot.domain.local_time import days_ahead, local
from bot.domain.school import staffing as about_
from bot.domain.school.staffing import LENT_FOR, can_help, can_take
from bot.queries.school import schools, staffing
from bot.queries.school.schools import ClassRoom
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name, group_button, renew_button
from bot.texts.school.staffing import further, page_of


def class_led(reader: Reader, about: about_.ClassLed) -> Message | None:
    """Whose it is, to whom it can go and until when, who helps, and a new poster."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        return None
    teacher = _own(reader, room)
    if not teacher:
        # L10N: to who leads a school: nobody teaches the class {room} now. Buttons with teachers' names follow.
        text = reader.say("Class {room} has no teacher now. Who takes it?", room=room.name)
    elif room.back_at is not None:
        text = _lent(reader, room, teacher)
    else:
        # L10N: to who leads a school: the class {room} and its teacher. Buttons with other teachers' names follow.
        text = reader.say("Class {room} is with {teacher}. Who takes it from now on?", room=room.name, teacher=teacher)
        if before := _before(reader, room):
            # L10N: to who leads a school, below with whom a class is: buttons with ⏰ give it back to {name} by itself.
            text += "\n" + reader.say("⏰ gives it back to {name} after some days.", name=before)
    others = [each for each in staffing.everybody(reader.tx, room.school_id) if can_take(each, room.teacher_id)]
    shown = [
        button(f"{emoji.TEACHER} {each.called}", "class_give", room.id, each.id) for each in page_of(others, about.page)
    ]
    rows = [*shown, *further(reader, others, about.page, "class_led", room.id), *_lending(reader, room)]
    return Message(
        text, column(*rows, *_helping(reader, room), renew_button(reader, room.id), group_button(reader, room.id))
    )


def _lending(reader: Reader, room: ClassRoom) -> list[Button]:
    """For how long, where somebody had it before who can have it again."""
    if not _before(reader, room):
        return []
    zone = schools.clock(reader.tx, room.id, reader.person)
    return [
        # L10N: a button of the school's lead: a class is with another teacher for {count} days, three or more.
        button(f"{emoji.TIMES} " + reader.label("For {count} days", count=each), "class_lend", room.id, until)
        for each in LENT_FOR
        if (until := days_ahead(reader.tx.now, each, zone))
    ]


def _before(reader: Reader, room: ClassRoom) -> str:
    """The name of who had a class before and can have it again; else empty."""
    return "" if room.given_by in {None, room.teacher_id} else _called(reader, room, room.given_by)


def _helping(reader: Reader, room: ClassRoom) -> list[Button]:
    known = {each.person_id: each for each in staffing.everybody(reader.tx, room.school_id)}
    here = [known[each] for each in schools.seconds(reader.tx, room.id) if each in known]
    out = [button(f"{emoji.PUT_OUT} {each.called}", "class_second_out", room.id, each.id) for each in here]
    if not any(can_help(each, room.teacher_id, [one.person_id for one in here]) for each in known.values()):
        return out
    # L10N: a button of the school's lead: somebody teaches a class beside its teacher. Names follow.
    return [*out, button(f"{emoji.ADD} " + reader.label("Second teacher"), "class_second", room.id, 0)]


def second_teacher_asked(reader: Reader, about: about_.SecondTeacherAsked) -> Message | None:
    """One name for each who could."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        return None
    # L10N: to who leads a school, before buttons with teachers' names; {room} is a class.
    text = reader.say("Who else teaches class {room}?", room=room.name)
    seconds = schools.seconds(reader.tx, room.id)
    could = [each for each in staffing.everybody(reader.tx, room.school_id) if can_help(each, room.teacher_id, seconds)]
    shown = [
        button(f"{emoji.TEACHER} {each.called}", "class_second_in", room.id, each.id)
        for each in page_of(could, about.page)
    ]
    return Message(text, column(*shown, *further(reader, could, about.page, "class_second", room.id)))


def class_given(reader: Reader, about: about_.ClassGiven) -> Message:
    """To who has it now, or helps in it."""
    # L10N: to a teacher to whom the school's lead has given the class {room}.
    text = reader.say("Class {room} is with you now.", room=class_name(reader, about.class_id))
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is not None and room.teacher_id != reader.person.id and (own := _own(reader, room)):
        # L10N: to a second teacher of the class {room}; {teacher} is the one whose class it is.
        text = reader.say("You now teach class {room} together with {teacher}.", room=room.name, teacher=own)
    text = f"{emoji.TEACHER} {text}"
    if len(schools.classes_of(reader.tx, reader.person.id)) == 1:  # their first one: its keys are not below their chat
        return Message(text, keyboard=keyboard_of(reader))
    menu = button(f"{emoji.TEACHER} {class_name(reader, about.class_id)}", "class", about.class_id)
    return Message(text, column(menu))


def class_lost(reader: Reader, about: about_.ClassLost) -> Message | None:
    """To who had it before."""
    return class_with(reader, about_.ClassWith(about.class_id))


def class_with(reader: Reader, about: about_.ClassWith) -> Message | None:
    """One line, as it stands at the moment at which it is read."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        return None
    teacher = teachers(reader, room)
    if teacher and room.back_at is not None and _called(reader, room, room.given_by):
        return Message(f"{emoji.TEACHER} {_lent(reader, room, teacher)}")
    if teacher:
        # L10N: to families and teachers: the class {room} is with another teacher from now on, or with several.
        return Message(
            f"{emoji.TEACHER} " + reader.say("Class {room} is with {teacher} now.", room=room.name, teacher=teacher)
        )
    # L10N: to the families of the class {room}, which nobody teaches here now.
    text = reader.say(
        "Class {room} has no teacher here for now. If something matters, please tell the school.", room=room.name
    )
    return Message(f"{emoji.TEACHER} {text}")


def _lent(reader: Reader, room: ClassRoom, teacher: str) -> str:
    assert room.back_at is not None
    zone = schools.clock(reader.tx, room.id, reader.person)
    # L10N: to families and teachers: the class {room} is with {teacher} for some days; from {day} on with {name} again.
    return reader.say(
        "Class {room} is with {teacher} now, and with {name} again from {day}.",
        room=room.name,
        teacher=teacher,
        name=_called(reader, room, room.given_by),
        day=reader.day(local(room.back_at, zone).date()),
    )


def teachers(reader: Reader, room: ClassRoom) -> str:
    """Who teaches a class now, its own teacher first; empty where nobody does."""
    every = [room.teacher_id, *schools.seconds(reader.tx, room.id)]
    return reader.listed(name for each in every if (name := _called(reader, room, each)))


def _own(reader: Reader, room: ClassRoom) -> str:
    return _called(reader, room, room.teacher_id)


def _called(reader: Reader, room: ClassRoom, person_id: int | None) -> str:
    """The name of somebody who works at the school now; else empty."""
    here = person_id is not None and schools.works_at(reader.tx, person_id, room.school_id)
    return schools.called(reader.tx, room.school_id, person_id) if here and person_id is not None else ""
