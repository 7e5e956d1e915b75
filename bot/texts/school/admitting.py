"""Who waits to come into a class, as its teacher sees them, and what the families read."""

from bot.domain import emoji
from bot.domain.circle.circles import Role
from bot.domain.school import admitting as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.circle import circles
from bot.queries.school import enrolments
from bot.queries.school.enrolments import Enrolment
from bot.texts.buttons import do, do_not, no, undo, yes
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name, pupils_of
from bot.texts.school.schools import child_name, class_name, new_notice

_SINGLY = 8  # children with a ✅ and a ❌ of their own on one card; more come as these are answered


def enrolments_asked(reader: Reader, about: about_.EnrolmentsAsked) -> Message | None:
    """The child's call name and the role of who asks, nothing else; one question for all where there are several."""
    waiting = enrolments.pending(reader.tx, about.class_id)
    if not waiting:
        return None
    return _one(reader, waiting[0]) if len(waiting) == 1 else _several(reader, about.class_id, waiting)


def _one(reader: Reader, asked: Enrolment) -> Message:
    names = {"child": child_name(reader, asked.child_id), "room": class_name(reader, asked.class_id)}
    if _by_parent(reader, asked):
        # L10N: to the teacher; {child} is the child's call name, {room} the class.
        text = reader.say("A parent asks to add {child} to class {room}. Is {child} in your class?", **names)
    else:
        # L10N: to the teacher; the guardian brings the child up. {child} is the child's call name, {room} the class.
        text = reader.say("A guardian asks to add {child} to class {room}. Is {child} in your class?", **names)
    (_name, number), *_rest = _numbered(reader, [asked])
    if number > 1:
        # L10N: to the teacher: another child of the class has the same name; {child} is that name, {number} such as 2.
        text += "\n" + reader.say(
            "Another {child} is in it already. This one is then {child} {number}.", number=number, **names
        )
    return Message(text, column(yes(reader, "enrolled", asked.id, "yes"), no(reader, "enrolled", asked.id, "no")))


def _several(reader: Reader, class_id: int, waiting: list[Enrolment]) -> Message:
    called = [name if number == 1 else f"{name} {number}" for name, number in _numbered(reader, waiting)]
    # L10N: to the teacher: the families of several children wait; {names} is a list of call names, {room} the class.
    text = reader.say(
        "Waiting to join class {room}: {names}. Are they all in your class?",
        room=class_name(reader, class_id),
        names=reader.listed(called),
    )
    # L10N: a button of a teacher: yes, all {count} children who wait are in the class.
    label = reader.label("All {count}", count=len(waiting))
    all_of_them = button(
        f"{emoji.YES} {label}", "enrolled_all", class_id, about_.mark_of([each.id for each in waiting])
    )
    singly = [_pair(name, each) for name, each in zip(called, waiting, strict=True)][:_SINGLY]
    return Message(text, ((all_of_them,), *singly))


def _pair(name: str, asked: Enrolment) -> tuple[Button, ...]:
    return (
        button(f"{emoji.YES} {name}", "enrolled", asked.id, "yes"),
        button(f"{emoji.NO} {name}", "enrolled", asked.id, "no"),
    )


def _by_parent(reader: Reader, asked: Enrolment) -> bool:
    circle = circles.get(reader.tx, asked.child_id)
    member = circle.member(asked.asked_by) if circle and asked.asked_by else None
    return member is not None and member.role == Role.PARENT


def _numbered(reader: Reader, waiting: list[Enrolment]) -> list[tuple[str, int]]:
    here = [name for _child, name in enrolments.pupils(reader.tx, waiting[0].class_id)]
    return about_.numbered(here, [child_name(reader, each.child_id) for each in waiting])


def enrolment_decided(reader: Reader, about: about_.EnrolmentDecided) -> Message:
    """What was answered, and who still waits."""
    names = {"child": pupil_name(reader, about.class_id, about.child_id), "room": class_name(reader, about.class_id)}
    if about.welcome:
        # L10N: to the teacher, after yes.
        text = f"{emoji.YES} " + reader.say("{child} is in class {room} now.", **names)
    else:
        # L10N: to the teacher, after no.
        text = f"{emoji.NO} " + reader.say("{child} was not added to class {room}.", **names)
    rest = enrolments_asked(reader, about_.EnrolmentsAsked(about.class_id))
    if rest is not None:
        return Message(f"{text}\n{rest.text}", rest.buttons)
    found = enrolments.find(reader.tx, about.class_id, about.child_id) if about.welcome else None
    back = [undo(reader, "enrolled_back", found.id)] if found else []
    return Message(text, column(*([new_notice(reader, about.class_id)] if about.welcome else []), *back))


def enrolments_accepted(reader: Reader, about: about_.EnrolmentsAccepted) -> Message | None:
    """All of one tap, and the way back."""
    first = enrolments.get(reader.tx, about.enrolment_id)
    if first is None or first.state != EnrolmentState.ACTIVE:
        return None
    taken = [each.child_id for each in enrolments.taken_in_with(reader.tx, first)]
    names = [name for child, name in pupils_of(reader, about.class_id) if child in taken]
    # L10N: to the teacher, after a yes to all who waited; {names} is a list of call names, {room} the class.
    text = reader.say(
        "In class {room} now: {names}. Their families read it.",
        room=class_name(reader, about.class_id),
        names=reader.listed(names),
    )
    rows = column(new_notice(reader, about.class_id), undo(reader, "enrolled_back", first.id))
    return Message(f"{emoji.YES} {text}", rows)


def pupil_welcomed(reader: Reader, about: about_.PupilWelcomed) -> Message:
    """The family knows what comes now, and where it can be ended."""
    names = {"child": child_name(reader, about.child_id), "room": class_name(reader, about.class_id)}
    # L10N: to the family; {child} is the child's call name, {room} the class.
    text = reader.say("{child} is in class {room} now. The school's notices come here.", **names)
    # L10N: a button of the family: its page of the class, with the teacher, and how to leave; {room} is the class.
    about_it = reader.label("About {room}", room=names["room"])
    page = button(f"{emoji.TEACHER} {about_it}", "class_mine", about.enrolment_id)
    return Message(f"{emoji.TEACHER} {text}", ((page,),))


def pupil_waits_again(reader: Reader, about: about_.PupilWaitsAgain) -> Message | None:
    """Without blame: a tap was too early."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    if found is None or found.state != EnrolmentState.PENDING:
        return None
    # L10N: to the family: a teacher has taken back that {child} is in the class {room}, to look once more.
    text = reader.say(
        "{child} is not in class {room} yet. The teacher looks once more.",
        child=child_name(reader, about.child_id),
        room=class_name(reader, about.class_id),
    )
    return Message(f"{emoji.TEACHER} {text}")


def pupil_refused(reader: Reader, about: about_.PupilRefused) -> Message:
    """The teacher did not confirm."""
    # L10N: to who asked; {child} is the child's call name, {room} the class.
    return Message(
        reader.say(
            "The teacher did not find {child} in class {room}. If that is a mistake, speak with the teacher.",
            child=child_name(reader, about.child_id),
            room=class_name(reader, about.class_id),
        )
    )


def pupil_out_asked(reader: Reader, about: about_.PupilOutAsked) -> Message | None:
    """Before it is done."""
    found = enrolments.find(reader.tx, about.class_id, about.pupil)
    if found is None:
        return None
    # L10N: to a teacher, before {child} is taken out of the class {room}; the family reads it then.
    text = reader.say(
        "Take {child} out of class {room}? The family reads it.",
        child=pupil_name(reader, about.class_id, about.pupil),
        room=class_name(reader, about.class_id),
    )
    answers = do(reader, "pupil_out_yes", found.id), do_not(reader, "pupil", about.class_id, about.pupil)
    return Message(text, (answers,))


def pupil_out(reader: Reader, about: about_.PupilOut) -> Message | None:
    """Out, and the way back."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    if found is None:
        return None
    # L10N: to a teacher who has taken {child} out of the class {room}.
    text = reader.say(
        "{child} is out of class {room}. The family reads it.",
        child=pupil_name(reader, about.class_id, found.child_id),
        room=class_name(reader, about.class_id),
    )
    return Message(f"{emoji.PUT_OUT} {text}", column(undo(reader, "pupil_in", found.id)))


def pupil_taken_out(reader: Reader, about: about_.PupilTakenOut) -> Message | None:
    """Without a reason, and with what to do if it is none."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    if found is None or found.state == EnrolmentState.ACTIVE:
        return None
    # L10N: to the family: the school says that {child} is in the class {room} no more.
    text = reader.say(
        "The school says {child} is not in class {room} any more. If that is a mistake, speak with the teacher.",
        child=child_name(reader, about.child_id),
        room=class_name(reader, about.class_id),
    )
    return Message(f"{emoji.TEACHER} {text}")
