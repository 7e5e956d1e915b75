"""A class's poster as a picture with its link, and what is read when a newer one takes its place."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.school import schools as about_
from bot.domain.school.staffing import PosterOld
from bot.queries.school import schools
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Media, Message
from bot.texts.reader import Reader
from bot.texts.school import class_page
from bot.texts.school.schools import class_name, school_name


def poster_made(reader: Reader, about: about_.PosterMade) -> Message:
    """To be forwarded: the poster as a picture, and the same link as text."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        raise LookupError("no such class")
    link = installation.link(reader.tx, about.token)
    # L10N: on a poster for families, with a QR code above it and a link below it. {room} is the class.
    text = reader.say(
        "{school}, class {room}\nScan this code with your phone, or tap the link. Then choose your child.",
        school=school_name(reader, room.school_id),
        room=room.name,
    )
    # L10N: the same words to families where there is no code to scan; a link follows. {room} is the class.
    alone = reader.say(
        "{school}, class {room}\nTap the link. Then choose your child.",
        school=school_name(reader, room.school_id),
        room=room.name,
    )
    picture = Media(
        "photo",
        name="class.png",
        drawing=class_page.poster(reader, room.id, about.token, as_picture=True),
        undrawn=Message(f"{emoji.TEACHER} {alone}\n{link}", foot=False, keyboard=keyboard_of(reader)),
    )
    return Message(f"{emoji.TEACHER} {text}\n{link}", media=picture, foot=False, keyboard=keyboard_of(reader))


def poster_renewed(reader: Reader, about: about_.PosterRenewed) -> Message:
    """Honest about the paper on the wall."""
    # L10N: to a teacher; {room} is the class. The new poster comes after this. Who is in the class stays in it.
    text = reader.say(
        "The old posters and links of class {room} let nobody in now. Who is in the class stays. Hang up this one:",
        room=class_name(reader, about.class_id),
    )
    return Message(text)


def poster_old(reader: Reader, about: PosterOld) -> Message:
    """Kindly, and without a name."""
    # L10N: somebody has opened the poster or the link of a class, and there is a newer one since.
    return Message(reader.say("There is a newer poster of this class. Please ask the teacher for it."))
