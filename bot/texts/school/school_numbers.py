"""📞 The number of a school's office: to whoever leads it, and a line wherever a family should phone the school."""

from bot.domain import emoji
from bot.domain.school import school_numbers as about_
from bot.queries.school import schools
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import school_name


def number_button(reader: Reader, school_id: int) -> Button:
    """📞"""
    # L10N: a button of the school's lead: the telephone number of the school's office.
    return button(f"{emoji.CALL} " + reader.label("School's number"), "school_number", school_id)


def office_line(reader: Reader, school_id: int) -> list[str]:
    """The school, and the number of its office; nothing where whoever leads it has given none."""
    school = schools.get(reader.tx, school_id)
    if school is None or not school.number:
        return []
    # L10N: one line: whose telephone number it is.
    return [reader.say("{who}: {number}", who=school.name, number=school.number)]


def school_number_shown(reader: Reader, about: about_.SchoolNumberShown) -> Message:
    """What families read, and how to change it."""
    line = office_line(reader, about.school_id)
    # L10N: a button of the school's lead: write the telephone number of the school's office, or another one.
    write = button(f"{emoji.CHANGE} " + reader.label("Write a number"), "school_number_new", about.school_id)
    if not line:
        # L10N: to the school's lead: families read no telephone number of the school.
        text = reader.say("Families read no number of the school.")
        return Message(f"{emoji.CALL} {school_name(reader, about.school_id)}\n{text}", column(write))
    buttons = column(write, undo(reader, "school_number_back", about.school_id))
    return Message("\n".join([f"{emoji.CALL} {line[0]}", _when_read(reader)]), buttons)


def _when_read(reader: Reader) -> str:
    # L10N: to the school's lead: when families read the telephone number of the school's office.
    return reader.say("Families read it outside office hours, and when they should call.")


def school_number_asked(reader: Reader, about: about_.SchoolNumberAsked) -> Message:
    """The one thing that is typed."""
    if about.again:
        # L10N: to the school's lead; what came held no telephone number, or several.
        return Message(reader.say("I need one number, just as it is dialled, such as 71 200 00 00."))
    # L10N: to the school's lead: which telephone number of the school's office do families read?
    text = reader.say("Which number does the school's office answer? Write it, such as 71 200 00 00.")
    return Message(f"{emoji.CALL} {school_name(reader, about.school_id)}\n{text}\n{_when_read(reader)}")
