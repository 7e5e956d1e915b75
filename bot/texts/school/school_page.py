"""🎓 A family's page of its child's school."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.school.notices import Notice, home_of
from bot.domain.school.school_page import SchoolPageShown
from bot.domain.school.school_talks import line_of
from bot.queries.circle import people
from bot.queries.school import enrolments, notices, school_page, school_talks, schools, staying_home, talk_readers
from bot.queries.school.schools import ClassRoom
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.school_hours import hours_buttons
from bot.texts.school.schools import beginning, school_name
from bot.texts.school.shared_numbers import numbers_button
from bot.texts.school.staying_home import back_button, stay_button
from bot.texts.school.talk_threads import thread_button
from bot.texts.school.talk_ways import write_button

_SHOWN = 3  # notices that are done


def page_button(reader: Reader, circle: Circle, name: str = "") -> list[Button]:
    """🎓 for whoever hears of the school; nothing where no class is joined."""
    if not reader.may(circle.child.id, Action.ENROL) or not staying_home.rooms(reader.tx, circle.child.id):
        return []
    # L10N: a button of a family: the child's school, its teacher and notices.
    label = f"{emoji.TEACHER} " + reader.label("School")
    return [button(f"{label} · {name}" if name else label, "school_page", circle.child.id)]


def school_page_shown(reader: Reader, about: SchoolPageShown) -> Message | None:
    """Teacher, class, what is still open, the last notices."""
    circle, rooms = reader.circle(about.child_id), staying_home.rooms(reader.tx, about.child_id)
    if not rooms or not reader.may(about.child_id, Action.ENROL):
        return None
    found = school_page.recent(reader.tx, about.child_id, reader.person.id)
    open_ = [each for each in found if _is_open(reader, circle, each)]
    done = [each for each in found if each not in open_][:_SHOWN]
    lines = [f"{emoji.TEACHER} {circle.child.name}", *(_room(reader, each) for each in rooms)]
    if open_:
        # L10N: on a family's page of the school: notices that wait for a tap, an answer or a signature; they are
        # buttons below, before the others.
        lines.append(reader.say_n("{count} notice is still open.", "{count} notices are still open.", len(open_)))
    elif found:
        # L10N: on a family's page of the school.
        lines.append(reader.say("Nothing is open. The last notices are below."))
    else:
        # L10N: on a family's page of the school, where no notice has come yet.
        lines.append(reader.say("The school's notices will be here."))
    rows = [
        *column(*(_notice(reader, each, open_=True) for each in open_)),
        *(row for each in rooms for row in _talk_rows(reader, circle, each, several=len(rooms) > 1)),
        *column(*stay_button(reader, circle), *back_button(reader, circle), *hours_buttons(reader, circle)),
        *column(*(_notice(reader, each, open_=False) for each in done)),
        *column(*(each for room in rooms for each in _about(reader, circle, room))),
    ]
    return Message("\n".join(lines), tuple(rows))


def _room(reader: Reader, room: ClassRoom) -> str:
    staff = [room.teacher_id, *schools.seconds(reader.tx, room.id)]
    names = reader.listed(
        reader.teacher(schools.called(reader.tx, room.school_id, each), placed=True) for each in staff
    )
    # L10N: on a family's page of the school; {room} is the class, {teacher} one name or several.
    text = reader.say(
        "Class {room}, {school}. {teacher}.",
        room=room.name,
        school=school_name(reader, room.school_id),
        teacher=names,
    )
    teacher = people.get(reader.tx, room.teacher_id)
    if teacher.night is None:
        return text
    end, start = teacher.night
    # L10N: on a family's page of the school: when its teacher reads what families write; {hours} is “08:00–17:00”.
    return f"{text}\n" + reader.say("Messages are read {hours}, school time.", hours=clocks.hours(start, end))


def _is_open(reader: Reader, circle: Circle, notice: Notice) -> bool:
    mine = [each for each in notices.households(reader.tx, notice.id) if each.child_id == circle.child.id]
    return any(not each.is_done(notice, home_of(circle)) for each in mine)


def _notice(reader: Reader, notice: Notice, *, open_: bool) -> Button:
    sign = emoji.NOTICE if open_ else emoji.TO_READ
    return button(f"{sign} {beginning(reader, notice.text)}", "school_notice", notice.id)


def _talk_rows(reader: Reader, circle: Circle, room: ClassRoom, *, several: bool) -> list[tuple[Button, ...]]:
    me = circle.member(reader.person.id)
    may = me is not None and reader.may(circle.child.id, Action.WRITE_TO_SCHOOL)
    if me is None or not may or not talk_readers.staff(reader.tx, room, circle):
        return []
    threads = school_talks.threads_of(reader.tx, room.id, circle.child.id)
    mine = [each for each in threads if each.line == line_of(circle, me)]
    write = write_button(reader, circle.child.id, room.id, room.name if several else "")
    numbers = numbers_button(reader, room.id, circle.child.id)
    return [(write, *(thread_button(reader, each) for each in mine), numbers)]


def _about(reader: Reader, circle: Circle, room: ClassRoom) -> list[Button]:
    found = enrolments.find(reader.tx, room.id, circle.child.id)
    # L10N: a button of a family: what the teacher of this class sees, and the way out of it; {room} is the class.
    label = f"{emoji.WHO} " + reader.label("About class {room}", room=room.name)
    return [button(label, "class_mine", found.id)] if found else []
