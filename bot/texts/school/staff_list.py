"""What the lead sees of teachers and classes."""

from html import escape

from bot.domain import emoji
from bot.domain.school import staffing as about_
from bot.domain.school.staffing import Colleague, can_take_out
from bot.queries.circle import invites
from bot.queries.circle.invites import Invite
from bot.queries.school import schools, staffing
from bot.queries.school.schools import ClassRoom
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.school_numbers import number_button, office_line
from bot.texts.school.schools import calendar_button, school_name, teacher_invite
from bot.texts.school.staffing import PAGE, further, page_of
from bot.texts.school.worries import staff_rows

_CODES = 5  # the newest, on the first page


def staff_shown(reader: Reader, about: about_.StaffShown) -> Message:
    """A line for each; the buttons of those on this page."""
    rooms = schools.classes_in(reader.tx, about.school_id)
    known = staffing.everybody(reader.tx, about.school_id)
    here = {each.person_id for each in known if each.is_here}
    alone = [each for each in rooms if each.teacher_id not in here]
    # L10N: above the list of who teaches at {school}; one line for each follows.
    lines = [reader.say("{school}, teachers and classes:", school=school_name(reader, about.school_id))]
    lines += [f"{emoji.CALL} {each}" for each in office_line(reader, about.school_id)]
    rows: list[tuple[Button, ...]] = []
    if about.page == 0:
        line, name_reader = staff_rows(reader, about.school_id, known)
        lines.append(line)
        rows.append((name_reader,))
    if alone and about.page == 0:
        names = reader.enumerated(each.name for each in alone)
        # L10N: in the list of teachers and classes: {names} are classes that nobody teaches now.
        lines.append(f"{emoji.TEACHER} " + reader.say("Without a teacher: {names}", names=names))
        rows += _classes(alone[:PAGE])
    for each in page_of(known, about.page):
        taught = [room for room in rooms if room.teacher_id == each.person_id]
        lines.append(staff_line(reader, each, taught))
        rows += _rows(reader, each, taught)
    rows += column(*further(reader, known, about.page, "staff", about.school_id))
    codes = invites.open_codes(reader.tx, about.school_id) if about.page == 0 else []
    if codes:
        # L10N: below the list of teachers: links that nobody has used yet; one button for each, with ↩️ in front.
        lines.append(reader.say("Not used yet, ↩️ takes the link back:"))
        rows += column(*(_code(reader, each) for each in codes[:_CODES]))
    rows.append((teacher_invite(reader, about.school_id), calendar_button(reader, about.school_id)))
    return Message("\n".join(lines), (*rows, (number_button(reader, about.school_id),)))


def staff_line(reader: Reader, each: Colleague, taught: list[ClassRoom]) -> str:
    """One colleague, since when, and their classes."""
    names = {"name": each.called, "day": clocks.dated(reader, each.since)["day"]}
    if each.waits:
        # L10N: in the list of teachers: {name} has opened a link on {day}, and waits for a yes.
        return f"{emoji.INVITE} " + reader.say("{name}, waits since {day}", **names)
    if each.lead:
        # L10N: in the list of teachers: {name} leads the school, and came on {day}.
        line = reader.say("{name}, leads, since {day}", **names)
    else:
        # L10N: in the list of teachers: {name} came on {day}.
        line = reader.say("{name}, since {day}", **names)
    rooms = f" · {escape(reader.enumerated(room.name for room in taught))}" if taught else ""
    code = invites.code_used_by(reader.tx, each.school_id, each.person_id)
    if code is None:
        return f"{emoji.TEACHER} {line}{rooms}"
    # L10N: in the list of teachers, behind a name: which link somebody came by, as long as it is known.
    by = reader.say("link of {day}, {time}", **clocks.dated(reader, code.created_at))
    return f"{emoji.TEACHER} {line}{rooms} · {by}"


def _rows(reader: Reader, each: Colleague, taught: list[ClassRoom]) -> list[tuple[Button, ...]]:
    if each.waits:
        return [
            (
                button(f"{emoji.YES} {each.called}", "staff_in", each.id, "yes"),
                button(f"{emoji.NO} {each.called}", "staff_in", each.id, "no"),
            )
        ]
    out = [(button(f"{emoji.PUT_OUT} {each.called}", "staff_out", each.id),)]
    return [*_classes(taught[:PAGE]), *(out if can_take_out(each, reader.person.id) else [])]


def _classes(rooms: list[ClassRoom]) -> list[tuple[Button, ...]]:
    return list(grid([button(f"{emoji.TEACHER} {each.name}", "class_led", each.id, 0) for each in rooms], 2))


def _code(reader: Reader, invite: Invite) -> Button:
    made = clocks.dated(reader, invite.created_at)
    return button(f"{emoji.UNDO} {made['day']} {made['time']}", "code_revoke", invite.id)
