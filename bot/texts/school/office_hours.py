"""🎓 Office hours: when a teacher reads, and what families are told who write at other times."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain import emoji
from bot.domain.circle import times as about_
from bot.domain.local_time import DAY, local
from bot.domain.people import NIGHT
from bot.domain.school import schools as on_schools
from bot.domain.school.talk_silences import promised_at
from bot.queries.circle import people
from bot.queries.school import calendars, enrolments, schools
from bot.texts import clocks
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader
from bot.texts.school import initials
from bot.texts.school.schools import child_name


def office_button(reader: Reader) -> Button:
    """🎓"""
    # L10N: a button of a teacher: when they read what families write.
    return button(f"{emoji.TEACHER} " + reader.label("Office hours"), "office")


def office_shown(reader: Reader, now: str) -> str:
    """A teacher's hours are those that are not quiet."""
    end, start = reader.person.night or NIGHT
    # L10N: above a teacher's settings of times; {now} is the time on their clock, {hours} is “08:00–17:00”.
    return reader.say("It is {now} on your clock. Office hours: {hours}.", now=now, hours=clocks.hours(start, end))


def office_asked(reader: Reader, about: about_.OfficeAsked) -> Message:
    """A few usual days, or always."""
    return Message(hours_asked(reader), hours_buttons(reader, "office_set"))


def hours_asked(reader: Reader) -> str:
    """The question alone."""
    # L10N: to a teacher; outside these hours only urgent messages come.
    return reader.say("When do you read what families write? At other times only what is urgent comes.")


def hours_buttons(reader: Reader, verb: str, *args: object) -> tuple[tuple[Button, ...], ...]:
    """One tap for usual hours; two in a row."""
    choices = [
        button(f"{emoji.TEACHER} {clocks.hours(start * 60, end * 60)}", verb, place, *args)
        for place, (start, end) in enumerate(about_.OFFICE, 1)
    ]
    # L10N: a button of a teacher: no office hours, messages come at any time.
    choices.append(button(f"{emoji.TEACHER} " + reader.label("Any time"), verb, 0, *args))
    return grid(choices, 2)


def reads_later(reader: Reader, class_id: int, teacher_id: int) -> str:
    """When the teacher reads, where it is outside their office hours now; else nothing."""
    room = schools.class_room_of(reader.tx, class_id)
    time = _office_time(reader, room, teacher_id) if room else None
    return _read_later(reader, room, [teacher_id], *time) if room and time else ""


def _office_time(reader: Reader, room: schools.ClassRoom, teacher_id: int) -> tuple[datetime, str] | None:
    """When they read, and on whose clock: nobody is promised a day without school."""
    teacher, now = people.get(reader.tx, teacher_id), reader.tx.now
    awake = teacher.asleep_until(now)
    if awake is None:
        return None
    zone = schools.clock(reader.tx, room.id, teacher)
    free = calendars.holidays(reader.tx, room.school_id, (now - DAY).date())
    return promised_at(awake, teacher, zone, free), teacher.zone


def _read_later(reader: Reader, room: schools.ClassRoom, staff: list[int], at: datetime, zone: str) -> str:
    here, today = (local(each, zone) for each in (at, reader.tx.now))
    said = {"teacher": _names(reader, room, staff), "time": clocks.on_clock(at, zone)}
    if here.date() - today.date() > DAY:
        # L10N: to a family who writes before a weekend or holidays; {day} is such as “Monday”, {time} on the school's
        # clock.
        return reader.say_n(
            "{teacher} reads it on {day} after {time}, school time.",
            "{teacher} read it on {day} after {time}, school time.",
            len(staff),
            day=clocks.coming(reader, at, zone),
            **said,
        )
    day, _time = clocks.apart(reader, at, zone, always=True)
    # L10N: to a family who writes outside office hours; {day} is such as “tomorrow”, {time} on the school's clock.
    return reader.say_n(
        "{teacher} reads it {day} after {time}, school time.",
        "{teacher} read it {day} after {time}, school time.",
        len(staff),
        day=day,
        **said,
    )


def read_when(reader: Reader, room: schools.ClassRoom, staff: Iterable[int]) -> list[str]:
    """A line for all who read at one time, and for all whose phones cannot be reached; nothing of who reads it now."""
    together: dict[tuple[datetime, str], list[int]] = {}
    lost = list[int]()
    for each in staff:
        if not people.get(reader.tx, each).reachable:
            lost.append(each)
        elif time := _office_time(reader, room, each):
            together.setdefault(time, []).append(each)
    lines = [_read_later(reader, room, who, *time) for time, who in together.items()]
    if lost:
        # L10N: to a family who writes to teachers whose phones cannot be reached; it is kept.
        lines.append(reader.say("{teacher} cannot be reached here now. It waits.", teacher=_names(reader, room, lost)))
    return lines


def _names(reader: Reader, room: schools.ClassRoom, staff: Iterable[int]) -> str:
    called = (schools.called(reader.tx, room.school_id, each) for each in staff)
    return reader.listed(reader.teacher(each, placed=True) for each in called)


def enrolment_waits(reader: Reader, about: on_schools.EnrolmentWaits) -> Message:
    """The teacher is asked."""
    # L10N: {child} is the child's call name.
    text = reader.say(
        "Thank you. {child}'s teacher is asked to say yes. I write to you then.",
        child=child_name(reader, about.child_id),
    )
    room = schools.class_room_of(reader.tx, about.class_id)
    later = reads_later(reader, about.class_id, room.teacher_id) if room else ""
    asked = initials.asked(reader, enrolments.find(reader.tx, about.class_id, about.child_id))
    lines = [text, later, asked.text if asked else ""]
    return Message("\n".join(filter(None, lines)), asked.buttons if asked else ())
