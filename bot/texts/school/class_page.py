"""A class's poster for a wall: one A4 page with the link as a large QR code, and the same as a picture."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.school import schools as about_
from bot.pictures.printed import Poster
from bot.queries.school import schools
from bot.texts.message import Media, Message, button
from bot.texts.reader import Reader
from bot.texts.school import paper_words


def class_page_made(reader: Reader, about: about_.ClassPageMade) -> Message:
    """The page as a file, to be printed; the picture to forward comes after it."""
    drawing = poster(reader, about.class_id, about.token)
    # L10N: below a file with a page to be hung up in the school; {room} is the class.
    text = reader.say("The page of class {room}, to print for the wall.", room=_room(reader, about.class_id).name)
    # L10N: to a teacher, in place of a page to be printed that could not be drawn; the link to the class comes next. A
    # button below makes another one.
    later = reader.say(
        "I could not draw the page just now. The link comes here. For the page, tap again a little later."
    )
    # L10N: a button of a teacher: the class's poster with one more link.
    again = button(f"{emoji.INVITE} " + reader.label("Poster"), "poster", about.class_id)
    undrawn = Message(f"{emoji.TEACHER} {later}", ((again,),), foot=False)
    file = Media("document", name="class.pdf", drawing=drawing, undrawn=undrawn)
    return Message(f"{emoji.TEACHER} {text}", media=file, foot=False)


def poster(reader: Reader, class_id: int, token: str, *, as_picture: bool = False) -> Poster:
    """What stands on it, in each language of the school."""
    room = _room(reader, class_id)
    school = schools.get(reader.tx, room.school_id)
    if school is None:
        raise LookupError("no such school")
    each = paper_words.readers(reader, school)
    # L10N: the heading of a page on a school's wall; {room} is the class.
    title = each[0].label("Class {room}", room=room.name)
    # L10N: on a page on a school's wall, below a drawing of a family on a phone: choose one's child. Very short.
    last = tuple(reader.label("Choose your child") for reader in each)
    link = installation.link(reader.tx, token)
    lines = tuple(line for reader in each for line in _lines(reader))
    return Poster(title, school.name, link, paper_words.steps(each, last), lines, as_picture)


def _room(reader: Reader, class_id: int) -> schools.ClassRoom:
    room = schools.class_room_of(reader.tx, class_id)
    if room is None:
        raise LookupError("no such class")
    return room


def _lines(reader: Reader) -> tuple[str, ...]:
    # L10N: on a page on a school's wall: what Homeline is, in one short line.
    what = reader.label("The school's notices come to the family's phones, near and far.")
    # L10N: on a page on a school's wall, against those who pretend to be us; {name} is the bot's name in Telegram.
    ours = reader.label("In Telegram we are called {name}, nothing else.", name=paper_words.our_name(reader))
    # L10N: on a page on a school's wall, against those who pretend to be us.
    never = reader.label("Homeline never asks for money, codes or passwords.")
    return what, ours, never
