"""What a coordinator reads of schools, and a family whose school is no longer here."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.operators import school_keeping as about_
from bot.queries.school import schools, staffing
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, column
from bot.texts.operators.operators import may, operator_button
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name, school_name, school_of
from bot.texts.school.staff_list import staff_line


def school_name_asked(reader: Reader, about: about_.SchoolNameAsked) -> Message:
    """The one thing that is typed."""
    if about.again:
        # L10N: to an operator: what came cannot be a school's name (a link, a picture, a telephone number, too long).
        return Message(reader.say("This cannot stand as a name. Please write just the school's name."))
    # L10N: asked when an operator adds a school, or gives it another name.
    return Message(reader.say("What is the school called, as families know it?"))


def school_kept(reader: Reader, about: about_.SchoolKept) -> Message | None:
    """Who works there, and how many households have come."""
    if not may(reader, Action.KEEP_SCHOOLS) or not schools.is_open(reader.tx, about.school_id):
        return None
    rooms = schools.classes_in(reader.tx, about.school_id)
    known = staffing.everybody(reader.tx, about.school_id)
    lines = [f"{emoji.TEACHER} {reader.said('{name}', name=school_name(reader, about.school_id))}"]
    # L10N: to an operator: how many classes a school has here.
    lines.append(reader.say("Classes: {count}", count=len(rooms)))
    lines.append(_households(reader, about_.told(schools.joined(reader.tx, about.school_id))))
    lines += [staff_line(reader, each, [room for room in rooms if room.teacher_id == each.person_id]) for each in known]
    if not staffing.leads(reader.tx, about.school_id):
        # L10N: to an operator, below the list of a school's teachers.
        lines.append(reader.say("Nobody leads it yet: send a link."))
    rows = (
        # L10N: a button of an operator: a link for who leads a school from then on.
        button(f"{emoji.INVITE} " + reader.label("Link for lead"), "op_lead", about.school_id),
        # L10N: a button of an operator: give a school another name.
        button(f"{emoji.CHANGE} " + reader.label("Rename"), "op_school_name", about.school_id),
        # L10N: a button of an operator: a school is no longer here.
        button(f"{emoji.LOCK} " + reader.label("Close school"), "op_school_close", about.school_id),
        operator_button(reader),
    )
    out = [button(f"{emoji.PUT_OUT} {each.called}", "op_staff_out", each.id) for each in known if each.is_here]
    return Message("\n".join(lines), column(*rows[:2], *out, *rows[2:]))


def _households(reader: Reader, count: int | None) -> str:
    if count is None:
        # L10N: to an operator: how many families of a school have joined; of few no number is told, only {count} is 10.
        return reader.say("Households: fewer than {count}", count=about_.K)
    # L10N: to an operator: how many families of a school have joined.
    return reader.say("Households: {count}", count=count)


def lead_invited(reader: Reader, about: about_.LeadInvited) -> Message:
    """To be forwarded as it is."""
    # L10N: the message that an operator forwards to who will lead {school}; a link follows, which works once.
    text = reader.say("You are invited to lead {school} on Homeline. Tap the link:", school=_name(reader, about))
    return Message(f"{text}\n{installation.link(reader.tx, about.token)}", foot=False)


def school_close_asked(reader: Reader, about: about_.SchoolCloseAsked) -> Message:
    """Before it is done."""
    # L10N: before an operator closes {school}.
    text = reader.say(
        "Close {school}? Its teachers are out then, and its families read so.", school=_name(reader, about)
    )
    answers = do(reader, "op_school_close_yes", about.school_id), do_not(reader, "op_school", about.school_id)
    return Message(text, (answers,))


def staff_out_asked(reader: Reader, about: about_.StaffOutAsked) -> Message | None:
    """Before it is done."""
    found = staffing.get(reader.tx, about.staff_id)
    if found is None or not may(reader, Action.KEEP_SCHOOLS):
        return None
    # L10N: before an operator takes {name}, a teacher, out of {school}.
    text = reader.say(
        "Take {name} out of {school}? Their phone shows nothing of it then. Who leads it has their classes.",
        name=found.called,
        school=school_name(reader, found.school_id),
    )
    answers = do(reader, "op_staff_out_yes", found.id), do_not(reader, "op_school", found.school_id)
    return Message(text, (answers,))


def class_closed(reader: Reader, about: about_.ClassClosed) -> Message:
    """One line."""
    # L10N: to the families of class {room}, whose school {school} does not use Homeline any more.
    text = reader.say(
        "Class {room} is not here now, nor is {school}. Ask the school how it reaches you.",
        room=class_name(reader, about.class_id),
        school=school_of(reader, about.class_id),
    )
    return Message(f"{emoji.TEACHER} {text}")


def school_button(reader: Reader, school_id: int) -> Button:
    """🎓"""
    return button(f"{emoji.TEACHER} {school_name(reader, school_id)}", "op_school", school_id)


def school_buttons(reader: Reader) -> list[Button]:
    """One for each school, and ➕."""
    kept = [school_button(reader, each) for each in schools.all_of_them(reader.tx)]
    # L10N: a button of an operator: add a school.
    return [*kept, button(f"{emoji.ADD} " + reader.label("School"), "op_school_add")]


def _name(reader: Reader, about: about_.LeadInvited | about_.SchoolCloseAsked) -> str:
    return school_name(reader, about.school_id)
