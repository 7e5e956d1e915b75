"""Who waits to come into a class, as its teacher sees them, and what the families read."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

from bot.domain import emoji
from bot.domain.circle.circles import Role
from bot.domain.school import admitting as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.initials import Claim, Listed, fitting, sure
from bot.queries.circle import circles
from bot.queries.school import enrolments, initials
from bot.queries.school.enrolments import Enrolment
from bot.texts.buttons import do, do_not, no, undo, yes
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name, pupils_of
from bot.texts.school.rosters import label_of
from bot.texts.school.schools import child_name, class_name, new_notice

_SINGLY = 8  # children with a ✅ and a ❌ of their own on one card; more come as these are answered


@dataclass(frozen=True)
class _Waiting:
    """Who waits, beside the class's list."""

    waiting: list[Enrolment]
    claims: list[Claim]
    lines: dict[int, Listed]

    @cached_property
    def sure(self) -> dict[int, int | None]:
        return sure(self.claims, self.lines)

    def fitting(self, asked: Enrolment) -> list[int]:
        """The lines of the list that this child may be, but for those that are another's for sure."""
        taken = {line for each, line in self.sure.items() if each != asked.id}
        mine = [each for each in self.claims if each.enrolment_id == asked.id]
        return [line for each in mine for line in fitting(each, self.lines) if line not in taken]


def _beside_list(reader: Reader, waiting: list[Enrolment]) -> _Waiting:
    return _Waiting(waiting, *initials.of_class(reader.tx, waiting[0].class_id))


def enrolments_asked(reader: Reader, about: about_.EnrolmentsAsked) -> Message | None:
    """The child's call name and the role of who asks, nothing else; one question for all where there are several."""
    waiting = enrolments.pending(reader.tx, about.class_id)
    if not waiting:
        return None
    known = _beside_list(reader, waiting)
    return _one(reader, known, waiting[0]) if len(waiting) == 1 else _several(reader, about.class_id, known)


def enrolment_asked(reader: Reader, about: about_.EnrolmentAsked) -> Message | None:
    """One of several, with the lines that it may be; who has been answered meanwhile is not asked about."""
    asked = enrolments.get(reader.tx, about.enrolment_id)
    if asked is None or asked.state != EnrolmentState.PENDING:
        return enrolments_asked(reader, about_.EnrolmentsAsked(about.class_id))
    return _one(reader, _beside_list(reader, [asked]), asked)


def _one(reader: Reader, known: _Waiting, asked: Enrolment) -> Message:
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
    line, fits = known.sure.get(asked.id), known.fitting(asked)[:_SINGLY]
    if line is not None:
        # L10N: to the teacher, below the question whether a child is in the class; {words} is the line of the class's
        # list that fits: number, name, year.
        text += "\n" + reader.say("On your list: {words}.", words=label_of(known.lines[line].line))
        return Message(text, column(yes(reader, "enrolled_as", asked.id, line), no(reader, "enrolled", asked.id, "no")))
    if not fits:
        return Message(text, column(yes(reader, "enrolled", asked.id, "yes"), no(reader, "enrolled", asked.id, "no")))
    # L10N: to the teacher, below the question whether a child is in the class; names of the class's list follow as
    # buttons.
    text += "\n" + reader.say("Which line of your list is it?")
    lines = [button(f"{emoji.YES} {label_of(known.lines[each].line)}", "enrolled_as", asked.id, each) for each in fits]
    # L10N: a button of a teacher: yes, the child is in the class, but is another line of the list than those shown.
    none = button(f"{emoji.YES} " + reader.label("Another line"), "enrolled", asked.id, "yes")
    return Message(text, column(*lines, none, no(reader, "enrolled", asked.id, "no")))


def _several(reader: Reader, class_id: int, known: _Waiting) -> Message:
    called = [name if number == 1 else f"{name} {number}" for name, number in _numbered(reader, known.waiting)]
    room, sure_ones = class_name(reader, class_id), known.sure
    if known.lines:
        # L10N: to the teacher, above the families that wait, a line for each; {room} the class.
        lines = [reader.say("Waiting to join class {room}:", room=room)]
        lines += [_beside(reader, known, *each) for each in zip(called, known.waiting, strict=True)]
        if len(sure_ones) == len(called):
            # L10N: to the teacher, below the children who wait to come into the class.
            lines.append(reader.say("Are they all in your class?"))
        elif sure_ones:
            # L10N: to the teacher, below the children who wait, of whom only some were found on the class's list.
            lines.append(reader.say("Those on your list come in with one tap. I ask about the others one by one."))
        text = "\n".join(lines)
    else:
        # L10N: to the teacher: the families of several children wait; {names} is a list of call names, {room} the
        # class.
        text = reader.say(
            "Waiting to join class {room}: {names}. Are they all in your class?",
            room=room,
            names=reader.enumerated(called),
        )
    if len(sure_ones) == len(called):
        # L10N: a button of a teacher: yes, all {count} children who wait are in the class.
        label = reader.label("All {count}", count=len(called))
    else:
        # L10N: a button of a teacher: yes to those {count} children who were found on the class's list, and no others.
        label = reader.label("On the list: {count}", count=len(sure_ones))
    mark = about_.mark_of(sure_ones)
    all_of_them = [button(f"{emoji.YES} {label}", "enrolled_all", class_id, mark)] if sure_ones else []
    singly = [_pair(known, name, each) for name, each in zip(called, known.waiting, strict=True)][:_SINGLY]
    return Message(text, (*column(*all_of_them), *singly))


def _beside(reader: Reader, known: _Waiting, name: str, asked: Enrolment) -> str:
    """A child who waits, and the line of the list that it is, or may be."""
    line, fits = known.sure.get(asked.id), known.fitting(asked)
    if line is not None:
        # L10N: to the teacher, of a child who waits to come into the class; {child} is its call name, {words} the line
        # of the class's list that it is.
        return f"{emoji.YES} " + reader.say("{child}: {words}", child=name, words=label_of(known.lines[line].line))
    may_be = reader.either([label_of(known.lines[each].line) for each in fits[:_SINGLY]])
    # L10N: to the teacher, of a child who waits to come into the class; {child} is its call name, {names} are lines of
    # the class's list that it may be.
    return reader.say("{child}: perhaps {names}", child=name, names=may_be) if fits else escape(name)


def _pair(known: _Waiting, name: str, asked: Enrolment) -> tuple[Button, ...]:
    line = known.sure.get(asked.id)
    if line is not None:
        welcome = button(f"{emoji.YES} {name}", "enrolled_as", asked.id, line)
    elif known.fitting(asked):
        welcome = button(f"{emoji.YES} {name}", "enrolled_which", asked.id)
    else:
        welcome = button(f"{emoji.YES} {name}", "enrolled", asked.id, "yes")
    return welcome, button(f"{emoji.NO} {name}", "enrolled", asked.id, "no")


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
        "In class {room} now: {names}. Their families are told.",
        room=class_name(reader, about.class_id),
        names=reader.enumerated(names),
    )
    rest = enrolments_asked(reader, about_.EnrolmentsAsked(about.class_id))
    back = column(undo(reader, "enrolled_back", first.id))
    if rest is not None:
        return Message(f"{emoji.YES} {text}\n{rest.text}", (*rest.buttons, *back))
    return Message(f"{emoji.YES} {text}", (*column(new_notice(reader, about.class_id)), *back))


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
        "Take {child} out of class {room}? The family is told.",
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
        "{child} is out of class {room}. The family is told.",
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
