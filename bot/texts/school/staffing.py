"""Coming to a school and leaving it: who waits, who lets in, who goes."""

from typing import Protocol

from bot.domain import emoji
from bot.domain.school import staffing as about_
from bot.queries.circle import invites
from bot.queries.school import notices, schools, staffing
from bot.texts import clocks
from bot.texts.buttons import do, do_not, no, undo, yes
from bot.texts.keyboard import keyboard_now
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import beginning, school_name


class _OfSchool(Protocol):
    @property
    def school_id(self) -> int: ...


PAGE = 8  # names, or classes, on one card


def named_code_asked(reader: Reader, about: about_.NamedCodeAsked) -> Message:
    """Nothing of the school is open before the yes."""
    # L10N: somebody has opened a school's link that was made for {whom}. {school} is the school's name.
    text = reader.say(
        "This link is for {whom}, for {school}. Is that you?",
        whom=about.whom,
        school=school_name(reader, about.school_id),
    )
    return Message(text, column(yes(reader, "code_mine", "yes"), no(reader, "code_mine", "no")))


def named_code_kept(reader: Reader, about: about_.NamedCodeKept) -> Message:
    """No harm done."""
    # L10N: somebody has opened a link that is for another person, and has said so; the link still works for that one.
    return Message(reader.say("All right. The link still works: forward it to whom it is for."))


def teacher_waits(reader: Reader, about: about_.TeacherWaits) -> Message:
    """Until a lead says yes; it can be taken back."""
    # L10N: to somebody who wants to teach here, and waits until the school says yes. {school} is the school's name.
    text = reader.say(
        "Thank you. {school} is asked to say yes. I write to you then.", school=school_name(reader, about.school_id)
    )
    return Message(text, column(undo(reader, "code_back", about.school_id)))


def teacher_asked(reader: Reader, about: about_.TeacherAsked) -> Message | None:
    """The name they gave, and which link they had."""
    colleague = staffing.get(reader.tx, about.staff_id)
    if colleague is None or not colleague.waits:
        return None
    # L10N: to who leads {school}: {name} is what somebody calls themselves who has opened a teacher's link.
    text = reader.say(
        "{name} wants to teach at {school}. Is it really them?", name=colleague.called, school=_school(reader, about)
    )
    code = invites.code_used_by(reader.tx, colleague.school_id, colleague.person_id)
    if code is not None:
        # L10N: to the school's lead: which link somebody has opened; {day} such as “Tue, May 3”, {time} such as 14:05.
        text += "\n" + reader.say("The link is from {day}, {time}.", **clocks.dated(reader, code.created_at))
    answers = yes(reader, "staff_in", colleague.id, "yes"), no(reader, "staff_in", colleague.id, "no")
    return Message(f"{emoji.TEACHER} {text}", column(*answers))


def teacher_decided(reader: Reader, about: about_.TeacherDecided) -> Message:
    """What was answered."""
    if about.welcome:
        # L10N: to who leads {school}, after yes; {name} is a teacher.
        text = reader.say("{name} teaches at {school} now.", name=about.name, school=_school(reader, about))
        return Message(f"{emoji.YES} {text}")
    # L10N: after no; {name} is who wanted to join.
    return Message(f"{emoji.NO} " + reader.say("{name} was not let in. Nothing was shown to them.", name=about.name))


def teacher_turned_away(reader: Reader, about: about_.TeacherTurnedAway) -> Message:
    """Short, without names."""
    # L10N: the school said no to somebody who wants to teach there; says no more than that.
    return Message(reader.say("The school did not confirm. If that is a mistake, ask there for a new link."))


def lead_joined(reader: Reader, about: about_.LeadJoined) -> Message | None:
    """Who led before reads it at once."""
    colleague = staffing.get(reader.tx, about.staff_id)
    if colleague is None or not colleague.is_here:
        return None
    # L10N: to who leads {school} already; {name} leads it too now, by a link of whoever runs this bot.
    text = reader.say(
        "{name} leads {school} too now. The link came from whoever runs this bot.",
        name=colleague.called,
        school=_school(reader, about),
    )
    return Message(text, column(teachers_button(reader, about.school_id)))


def teachers_button(reader: Reader, school_id: int) -> Button:
    """🎓 the lead's list."""
    # L10N: a button of the school's lead: the list of teachers and classes.
    return button(f"{emoji.TEACHER} " + reader.label("Teachers"), "staff", school_id, 0)


def teacher_out_asked(reader: Reader, about: about_.TeacherOutAsked) -> Message | None:
    """Before it is done."""
    colleague = staffing.get(reader.tx, about.staff_id)
    if colleague is None:
        return None
    names = {"name": colleague.called, "school": _school(reader, about)}
    # L10N: before the lead takes {name}, a teacher, out of {school}.
    text = reader.say(
        "Take {name} out of {school}? Their phone shows nothing of it then. Their classes come to you.", **names
    )
    answers = do(reader, "staff_out_yes", colleague.id), do_not(reader, "staff", colleague.school_id, 0)
    return Message(text, (answers,))


def teacher_ended(reader: Reader, about: about_.TeacherEnded) -> Message:
    """No reason, no blame; the keys go where they have no use any more."""
    # L10N: to somebody who does not teach at {school} any more: no name, no reason.
    text = reader.say(
        "You do not teach at {school} here now. If that is a mistake, speak with the school.", school=about.school
    )
    return Message(text, keyboard=keyboard_now(reader))


def school_left(reader: Reader, about: about_.SchoolLeft) -> Message:
    """Gone, and welcome back."""
    # L10N: to a teacher who has left {school}.
    text = reader.say("You have left {school}. A new link brings you back any time.", school=about.school)
    return Message(text, keyboard=keyboard_now(reader))


def teacher_gone(reader: Reader, about: about_.TeacherGone) -> Message:
    """What is with this lead now, and what was to be sent and was not."""
    # L10N: to who leads {school}: {name} does not teach there any more.
    lines = [reader.say("{name} does not teach at {school} now.", name=about.name, school=_school(reader, about))]
    here = [room for each in about.classes if (room := schools.my_class(reader.tx, each, reader.person.id))]
    if here:
        names = reader.enumerated(each.name for each in here)
        # L10N: to who leads a school; {names} is a list of classes whose teacher has gone.
        lines.append(reader.say("With you until you give it to somebody: {names}.", names=names))
    waiting = [notice for each in about.unsent if (notice := notices.get(reader.tx, each)) and notice.is_unsent]
    if waiting:
        # L10N: to who leads a school; notices of a teacher who has gone stand on buttons below.
        lines.append(reader.say("What {name} had still to send waits for you, ⏰ below.", name=about.name))
    rows = [button(f"{emoji.TIMES} {beginning(reader, each.text)}", "notice_show", each.id) for each in waiting[:PAGE]]
    rows += [button(f"{emoji.TEACHER} {each.name}", "class_led", each.id, 0) for each in here[:PAGE]]
    return Message("\n".join(lines), column(*rows, teachers_button(reader, about.school_id)))


def nobody_leads(reader: Reader, about: about_.NobodyLeads) -> Message:
    """To those who stay."""
    # L10N: to the teachers of {school}, whose lead has left.
    text = reader.say(
        "Nobody leads {school} here now. Your classes go on. Whoever runs this bot can make a new link for the lead.",
        school=_school(reader, about),
    )
    return Message(text)


def lead_given(reader: Reader, about: about_.LeadGiven) -> Message:
    """To who leads from now on."""
    # L10N: to a teacher who leads {school} from now on, because the one who led it has left.
    text = reader.say("You lead {school} now: you let teachers in, and give classes.", school=_school(reader, about))
    return Message(text, column(teachers_button(reader, about.school_id)))


def leave_button(reader: Reader, school_id: int) -> Button:
    """👋"""
    # L10N: a button of a teacher: teach at this school no more; {school} is its name.
    label = reader.label("Leave {school}", school=school_name(reader, school_id))
    return button(f"{emoji.LEAVE} {label}", "school_leave", school_id, 0)


def leave_school_asked(reader: Reader, about: about_.LeaveSchoolAsked) -> Message:
    """One question before it is done; who leads alone may say who leads then."""
    answers = do(reader, "school_leave_yes", about.school_id), do_not(reader, "times")
    leads = staffing.leads(reader.tx, about.school_id)
    others = [
        each for each in staffing.everybody(reader.tx, about.school_id) if about_.can_take(each, reader.person.id)
    ]
    school = _school(reader, about)
    if leads != [reader.person.id]:
        # L10N: before a teacher leaves {school}.
        text = reader.say("Leave {school}? Your classes then are with whoever leads it.", school=school)
        return Message(text, (answers,))
    if not others:
        # L10N: before the only teacher leaves {school}.
        text = reader.say(
            "Leave {school}? Nobody is there for your classes then, and their families read so.", school=school
        )
        return Message(text, (answers,))
    # L10N: before somebody leaves who leads {school}; buttons with teachers' names follow.
    text = reader.say("Leave {school}? Say first who leads it then, or ✅ if nobody does.", school=school)
    shown = [
        button(f"{emoji.TEACHER} {each.called}", "school_leave_to", each.id) for each in page_of(others, about.page)
    ]
    return Message(
        text, (*column(*shown, *further(reader, others, about.page, "school_leave", about.school_id)), answers)
    )


def page_of(items: list[about_.Colleague], page: int) -> list[about_.Colleague]:
    """Those of one page."""
    return items[page * PAGE : (page + 1) * PAGE]


def further(reader: Reader, items: list[about_.Colleague], page: int, verb: str, number: int) -> list[Button]:
    """🔄 where there are more, round to the first."""
    if len(items) <= PAGE:
        return []
    following = page + 1 if (page + 1) * PAGE < len(items) else 0
    # L10N: a button: the next names of a long list.
    return [button(f"{emoji.ANOTHER} " + reader.label("More"), verb, number, following)]


def _school(reader: Reader, about: _OfSchool) -> str:
    return school_name(reader, about.school_id)
