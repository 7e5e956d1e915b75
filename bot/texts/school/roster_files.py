"""A class's list that comes as a file, as its teacher reads of it."""

from typing import Any

from bot.domain import emoji
from bot.domain.school import roster_files as about_
from bot.domain.school.roster_files import Unread
from bot.domain.school.rosters import LISTING
from bot.queries.circle import people
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader

_LABEL = 60  # signs


def roster_file_waits(reader: Reader, about: about_.RosterFileWaits) -> Message:
    """In its place stands what was read, a moment later."""
    # L10N: to a teacher who has sent the list of a class as a file; what was read takes the place of this line.
    return Message(f"{emoji.ROSTER} " + reader.say("I am reading your list. One moment."))


def roster_file_asked(reader: Reader, about: about_.RosterFileAsked) -> Message | None:
    """The first names of each reading, as buttons."""
    file = _file(reader, about.class_id)
    what = file.get("asked")
    if what == "charset":
        # L10N: to a teacher who has sent a list as a file: its letters can be read in several ways, which follow.
        text = reader.say("Which of these is right? Tap the names that look as they should.")
    elif what == "column":
        # L10N: to a teacher who has sent a list as a file: its columns follow, each with its first words.
        text = reader.say("Where are the names?")
    else:
        return None
    buttons = [
        button(", ".join(words)[:_LABEL], "roster_as", about.class_id, what, place)
        for place, (_key, words) in enumerate(file["options"])
    ]
    return Message(f"{emoji.ROSTER} {text}", column(*buttons))


def otherwise(reader: Reader, class_id: int) -> list[Button]:
    """🔄 below what was read of a file, where it could be read in another way."""
    file, found = _file(reader, class_id), []
    if file.get("charset"):
        # L10N: a button below names that were read of a file: the letters look wrong.
        found.append(button(f"{emoji.ANOTHER} " + reader.label("Other letters"), "roster_else", class_id, "charset"))
    if file.get("several"):
        # L10N: a button below names that were read of a file: they stand in another column of it.
        found.append(button(f"{emoji.ANOTHER} " + reader.label("Another column"), "roster_else", class_id, "column"))
    return found


def roster_file_unread(reader: Reader, about: about_.RosterFileUnread) -> Message:
    """Why, and what works."""
    why = {
        # L10N: to a teacher whose file with a list of names is too large.
        Unread.TOO_LARGE: reader.say("This file is too large for a list of names: at most 2 MB."),
        # L10N: to a teacher whose file with a list of names holds nothing.
        Unread.EMPTY: reader.say("This file is empty."),
        # L10N: to a teacher whose file holds no list of names; perhaps it is a picture.
        Unread.NO_LIST: reader.say("I found no list in this file."),
        # L10N: to a teacher whose file with a list of names can be opened with a password only.
        Unread.LOCKED: reader.say("This file is locked. Please save it unlocked, and send it again."),
        # L10N: to a teacher whose file takes far too long to read, or far too much room.
        Unread.TOO_MUCH: reader.say("This file holds far more than a list of names."),
        # L10N: to a teacher whose file could not be fetched.
        Unread.LOST: reader.say("I could not get this file. Please send it once more."),
        # L10N: to a teacher who has gone on to something else while a file was read.
        Unread.LEFT: reader.say("I took nothing from this file. You can send it again below “Add names”."),
    }[about.why]
    if about.why in {Unread.LOST, Unread.LEFT}:
        return Message(f"{emoji.ROSTER} {why}")
    # L10N: to a teacher, after why nothing came of a file with a list of names.
    way = reader.say("You can copy the names and paste them here, one child a line.")
    return Message(f"{emoji.ROSTER} " + reader.together(why, way))


def _file(reader: Reader, class_id: int) -> dict[str, Any]:
    state, data = people.dialogue_of(reader.tx, reader.person.id) or ("", {})
    found: dict[str, Any] = data.get("file") or {} if state == LISTING and data["class"] == class_id else {}
    return found
