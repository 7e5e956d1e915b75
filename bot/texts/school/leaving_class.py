"""A family's page of a class, and what is read when it takes its child out."""

from bot.domain import emoji
from bot.domain.school import leaving_class as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.school import enrolments, schools
from bot.texts.buttons import do, do_not, undo
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.meetings import meeting_buttons
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import child_name, class_name, school_of


def class_of_child_shown(reader: Reader, about: about_.ClassOfChildShown) -> Message:
    """Who is there, what they see, and how it ends."""
    names = _names(reader, about)
    lines = [
        # L10N: a family's page of a class; {child} is the child's call name, {room} the class.
        reader.say("{child}, class {room}, {school}.", school=school_of(reader, about.class_id), **names)
    ]
    teachers = _teachers(reader, about.class_id)
    if teachers:
        listed = reader.listed(teachers)
        # L10N: on a family's page of a class; {teacher} is the teacher's name, in the second form several.
        line = reader.say_n("The teacher is {teacher}.", "The teachers are {teacher}.", len(teachers), teacher=listed)
        lines.append(line)
    # L10N: on a family's page of a class: what its teacher sees. {child} is the child's call name.
    lines.append(reader.say("The teacher sees {child}'s name, which notices are confirmed and who signs.", **names))
    # L10N: a button of the family: take the child out of the class. A question follows.
    leave = button(f"{emoji.LEAVE} " + reader.label("Leave class"), "class_leave", about.enrolment_id)
    rows = column(*meeting_buttons(reader, about.class_id, about.child_id), leave)
    return Message(f"{emoji.TEACHER} " + "\n".join(lines), rows)


def class_leave_asked(reader: Reader, about: about_.ClassLeaveAsked) -> Message:
    """Before it is done: it is for all of the family."""
    # L10N: before a family takes {child} out of the class {room}: nobody of the family has its notices then.
    text = reader.say(
        "Take {child} out of class {room}? Then nobody in the family gets its notices.", **_names(reader, about)
    )
    number = about.enrolment_id
    return Message(text, ((do(reader, "class_leave_yes", number), do_not(reader, "class_mine", number)),))


def pupil_left(reader: Reader, about: about_.PupilLeft) -> Message | None:
    """Out, by whom, and the way back while there is one."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    if found is None or found.state != EnrolmentState.LEFT:
        return None
    names = _names(reader, about)
    if about.by == reader.person.id:
        # L10N: the family took the child out of the class.
        text = reader.say("All right. Notices of class {room} about {child} no longer come here.", **names)
    else:
        who = reader.named(reader.circle(about.child_id), about.by)
        # L10N: to another adult of the family; {who} took {child} out of the class {room}, such as “Grandma”.
        text = reader.say("{child} is out of class {room}. It was {who}.", who=who, **names)
    if not found.may_come_back(reader.tx.now) or schools.running(reader.tx, about.class_id) is None:
        return Message(text)
    # L10N: below that a child is out of a class: the button below takes it back; the teacher need not say yes again.
    again = reader.say("Until tomorrow ↩️ brings {child} back.", **names)
    return Message(f"{text}\n{again}", column(undo(reader, "class_back", about.enrolment_id)))


def pupil_back(reader: Reader, about: about_.PupilBack) -> Message:
    """As before."""
    # L10N: to the family: {child}, who was taken out of the class {room} within the last day, is in it again.
    text = reader.say("{child} is in class {room} again. Its notices come here.", **_names(reader, about))
    return Message(f"{emoji.TEACHER} {text}")


def pupil_moved(reader: Reader, about: about_.PupilMoved) -> Message | None:
    """To the teacher, as it stands now."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    names = {
        "child": pupil_name(reader, about.class_id, about.child_id),
        "room": class_name(reader, about.class_id),
    }
    if found is None:
        return None
    if found.state == EnrolmentState.ACTIVE:
        # L10N: to a teacher: {child}'s family had left the class {room}, and is back within the day.
        return Message(f"{emoji.TEACHER} " + reader.say("{child}'s family is in class {room} again.", **names))
    if found.state == EnrolmentState.REFUSED:
        # L10N: to a teacher: {child} was taken out of the class {room}.
        return Message(f"{emoji.TEACHER} " + reader.say("{child} is out of class {room}. The family is told.", **names))
    # L10N: to a teacher: {child}'s family reads nothing of the class {room} any more. No reason is known.
    text = reader.say("{child}'s family has left class {room} here. Nothing more reaches them.", **names)
    return Message(f"{emoji.TEACHER} {text}")


def _teachers(reader: Reader, class_id: int) -> list[str]:
    room, here = schools.running(reader.tx, class_id), schools.teachers(reader.tx, class_id)
    called = [schools.called(reader.tx, room.school_id, each) for each in here] if room else []
    return [reader.teacher(each, placed=True) for each in called]


def _names(
    reader: Reader, about: about_.ClassOfChildShown | about_.ClassLeaveAsked | about_.PupilLeft | about_.PupilBack
) -> dict[str, str]:
    return {"child": child_name(reader, about.child_id), "room": class_name(reader, about.class_id)}
