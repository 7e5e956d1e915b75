"""🎓 The first screen of who comes to a school: whose bot this is, who sees what, and office hours in one tap."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.school.schools import SchoolJoined
from bot.texts import clocks
from bot.texts.message import Button, Message, column
from bot.texts.reader import Reader
from bot.texts.school.office_hours import hours_asked, hours_buttons, office_button
from bot.texts.school.schools import add_class, school_name, teacher_invite


def school_joined(reader: Reader, about: SchoolJoined) -> Message:
    """As it stands now: hours are asked for until some are chosen; the next step is a class."""
    lines = [_welcome(reader, about), *_whose(reader), *who_sees_what(reader, lead=about.lead)]
    chosen = reader.person.quiet_from is not None
    lines.append(f"{emoji.TIMES} {_hours(reader) if chosen else hours_asked(reader)}")
    first = column(office_button(reader)) if chosen else hours_buttons(reader, "office_first", about.school_id)
    return Message("\n".join(lines), (*first, *column(*_next(reader, about))))


def _welcome(reader: Reader, about: SchoolJoined) -> str:
    school = school_name(reader, about.school_id)
    if about.lead:
        # L10N: to who leads the school from now on, and may teach there; {school} is the school's name.
        return reader.say("You lead {school}. You let teachers in, and may teach there yourself.", school=school)
    # L10N: to a teacher who has just joined; {school} is the school's name.
    return reader.say("Welcome to {school}. Here you reach your pupils' families, and they reach you.", school=school)


def _whose(reader: Reader) -> list[str]:
    organisation = installation.get(reader.tx, installation.ORGANISATION)
    if not organisation:
        return []
    # L10N: to a teacher who has just joined: whose bot this is; {who} is the name of an organisation.
    return [reader.say("This bot is run by {who}, not by Telegram.", who=organisation)]


def who_sees_what(reader: Reader, *, lead: bool) -> list[str]:
    """What somebody of a school sees and what not, and what families see of them."""
    if lead:
        # L10N: to who leads a school: what they see of families and teachers, and what not.
        sees = reader.say(
            "You see: who teaches, the classes, and what a teacher hands on to you. "
            "Not: how a child is at home, letters, calls."
        )
    else:
        # L10N: to a teacher: what they see of families, and what not.
        sees = reader.say(
            "You see: names, who has confirmed, and what families write to you. "
            "Not: how a child is at home, letters, calls."
        )
    # L10N: to a teacher: what families see of them, and what not.
    seen = reader.say("Families see: your name and your hours. Not: your number, unless you show it.")
    return [f"{emoji.WHO} {sees}", f"{emoji.PARENT} {seen}"]


def _hours(reader: Reader) -> str:
    if reader.person.night is None:
        # L10N: to a teacher who has just chosen to have no office hours. ⚙️ is the button of all settings.
        return reader.say("You read at any time. Other hours: 🏠 ⚙️")
    end, start = reader.person.night
    # L10N: to a teacher: their office hours; {hours} is “08:00–17:00”. ⚙️ is the button of all settings.
    return reader.say(
        "Your hours: {hours}. At other times it is quiet here. Other hours: 🏠 ⚙️", hours=clocks.hours(start, end)
    )


def _next(reader: Reader, about: SchoolJoined) -> list[Button]:
    invite = [teacher_invite(reader, about.school_id)] if about.lead else []
    return [add_class(reader, about.school_id), *invite]
