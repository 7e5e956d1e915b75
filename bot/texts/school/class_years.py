"""What is read when a class nears its end, goes on, gets another name, ends and comes back."""

from datetime import timedelta

from bot.domain import emoji
from bot.domain.local_time import local
from bot.domain.school import class_years as about_
from bot.queries.school import schools
from bot.queries.school.schools import ClassRoom
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name


def carry_asked(reader: Reader, about: about_.CarryAsked) -> Message | None:
    """One tap keeps the families; the name of next year is on it."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None or not about_.may_come_back(room.ends_at, reader.tx.now):
        return None
    if reader.tx.now >= room.ends_at:
        # L10N: to a teacher: the class {room} has ended, and can go on with the same families.
        text = reader.say("Class {room} has ended. Shall it go on? Its families stay.", room=room.name)
        return Message(f"{emoji.TEACHER} {text}", column(*_names(reader, room)))
    # L10N: to a teacher some weeks before the end of the school year; {room} is the class, {day} its last day.
    text = reader.say(
        "Class {room} ends on {day}. Shall it go on? Its families stay.", room=room.name, day=_last_day(reader, room)
    )
    # L10N: a button of a teacher: the class ends with the school year, as it should.
    end = button(f"{emoji.NO} " + reader.label("It ends then"), "class_carry_no", room.id)
    return Message(f"{emoji.TEACHER} {text}", column(*_names(reader, room), end))


def _names(reader: Reader, room: ClassRoom) -> list[Button]:
    following = about_.next_name(room.name)
    # L10N: a button of a teacher: the class goes on for another year and is called {room} then, such as 4B after 3B.
    names = [button(f"{emoji.YES} " + reader.label("As {room}", room=following), "class_carry_yes", room.id, "next")]
    if following != room.name:
        # L10N: a button of a teacher: the class goes on for another year and is called {room} as before.
        same = reader.label("Still {room}", room=room.name)
        names.append(button(f"{emoji.YES} {same}", "class_carry_yes", room.id, "same"))
    # L10N: a button of a teacher: the class goes on, and its new name is typed.
    return [*names, button(f"{emoji.CHANGE} " + reader.label("Another name"), "class_carry_name", room.id)]


def _last_day(reader: Reader, room: ClassRoom) -> str:
    zone = schools.clock(reader.tx, room.id, reader.person)
    # A class may have been opened before its school had a clock: half a day before is its last day on any.
    return reader.day(local(room.ends_at - timedelta(hours=12), zone).date())


def carry_declined(reader: Reader, about: about_.CarryDeclined) -> Message:
    """Nothing is lost yet."""
    # L10N: to a teacher who has said that the class {room} ends with the school year.
    text = reader.say(
        "All right. Class {room} ends then, and its families are told. For 60 days you can bring it back.",
        room=class_name(reader, about.class_id),
    )
    return Message(text)


def class_carried(reader: Reader, about: about_.ClassCarried) -> Message:
    """Once, to families and teacher."""
    room = class_name(reader, about.class_id)
    if room == about.was:
        # L10N: to the families and the teacher of the class {room}: it goes on for another school year.
        return Message(f"{emoji.TEACHER} " + reader.say("Class {room} goes on for another year.", room=room))
    # L10N: to the families and the teacher of a class that goes on; {was} is its old name, {room} the new one.
    return Message(f"{emoji.TEACHER} " + reader.say("Class {was} goes on as {room}.", was=about.was, room=room))


def class_renamed(reader: Reader, about: about_.ClassRenamed) -> Message:
    """To the same people."""
    room = class_name(reader, about.class_id)
    # L10N: to the families and the teacher of a class; {was} is its old name, {room} the new one.
    return Message(f"{emoji.TEACHER} " + reader.say("Class {was} is called {room} now.", was=about.was, room=room))


def class_ended(reader: Reader, about: about_.ClassEnded) -> Message | None:
    """To the families, as long as it is so."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None or reader.tx.now < room.ends_at:
        return None
    # L10N: to the families of the class {room}, which has ended in Homeline.
    text = reader.say("Class {room} has ended here. Nothing more comes from it.", room=room.name)
    return Message(f"{emoji.TEACHER} {text}")


def class_over(reader: Reader, about: about_.ClassOver) -> Message | None:
    """To who had it and who leads, with the way back."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None or reader.tx.now < room.ends_at:
        return None
    # L10N: to a teacher and to who leads the school: the class {room} has ended.
    text = reader.say("Class {room} has ended. Its families are told.", room=room.name)
    if not about_.may_come_back(room.ends_at, reader.tx.now):
        return Message(f"{emoji.TEACHER} {text}")
    # L10N: below that a class has ended: how long a button brings it back with the same families.
    text += "\n" + reader.say("For 60 days you can bring it back.")
    # L10N: a button of a teacher: a class that has ended goes on after all.
    back = button(f"{emoji.ANOTHER} " + reader.label("Bring it back"), "class_carry", room.id)
    return Message(f"{emoji.TEACHER} {text}", column(back))


def class_close_asked(reader: Reader, about: about_.ClassCloseAsked) -> Message:
    """Before it is done."""
    # L10N: before a teacher closes the class {room} in the middle of the year.
    text = reader.say(
        "Close class {room}? Its families are told. For 60 days you can bring it back.",
        room=class_name(reader, about.class_id),
    )
    number = about.class_id
    return Message(text, ((do(reader, "class_close_yes", number), do_not(reader, "class", number)),))


def poster_rests(reader: Reader, about: about_.PosterRests) -> Message:
    """Without a name, and without a riddle."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is not None and reader.tx.now >= room.ends_at:
        # L10N: somebody has scanned the poster of the class {room}, which has ended.
        return Message(reader.say("Class {room} has ended. Ask the school for a new poster.", room=room.name))
    # L10N: somebody has scanned the poster of a class that nobody teaches at the moment.
    return Message(reader.say("Nobody is there for this class now. Ask the school, and try again later."))
