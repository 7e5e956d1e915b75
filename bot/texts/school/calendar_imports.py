"""A school's calendar that comes as a file, as who leads the school reads of it."""

from bot.domain import emoji
from bot.domain.school import calendar_imports as about_
from bot.domain.school.roster_files import Unread
from bot.texts.message import Message
from bot.texts.reader import Reader


def calendar_file_waits(reader: Reader, about: about_.CalendarFileWaits) -> Message:
    """In its place stands what was read, a moment later."""
    # L10N: to a teacher who has sent the calendar of the school as a file; what was read takes the place of this line.
    return Message(f"{emoji.CALENDAR} " + reader.say("I am reading the calendar. One moment."))


def calendar_file_unread(reader: Reader, about: about_.CalendarFileUnread) -> Message:
    """Why, and what works."""
    # L10N: to a teacher whose file holds no calendar; perhaps it is a picture or a list.
    none = reader.say("I found no calendar in this file. A calendar file ends in .ics.")
    why = {
        # L10N: to a teacher whose file with a calendar is too large.
        Unread.TOO_LARGE: reader.say("This file is too large for a calendar: at most 2 MB."),
        # L10N: to a teacher whose calendar file is empty.
        Unread.EMPTY: reader.say("There are no days in this file yet."),
        # L10N: to a teacher whose calendar file holds many thousands of entries.
        Unread.TOO_MUCH: reader.say("This file holds far more than the calendar of a school."),
        # L10N: to a teacher whose calendar file could not be fetched.
        Unread.LOST: reader.say("I could not get this file. Please send it once more."),
        # L10N: to a teacher who has gone on to something else while a calendar file was read.
        Unread.LEFT: reader.say("I took nothing from this file. You can send it again below “Add days”."),
    }.get(about.why, none)
    if about.why in {Unread.LOST, Unread.LEFT}:
        return Message(f"{emoji.CALENDAR} {why}")
    # L10N: to a teacher, after why nothing came of a calendar file.
    way = reader.say("You can also write the days here, one a line.")
    return Message(f"{emoji.CALENDAR} " + reader.together(why, way))
