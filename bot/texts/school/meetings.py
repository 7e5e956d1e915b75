"""Meetings with a teacher as a family reads them: times on both clocks, the one they have, and what became of it."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.school import meetings as about_
from bot.domain.school.meetings import Meeting, Slot
from bot.domain.school.schools import family
from bot.queries.circle import circles
from bot.queries.school import enrolments, meetings, schools
from bot.texts import clocks
from bot.texts.buttons import more
from bot.texts.daily.calendar_files import calendar_button, calendar_file, calendar_of
from bot.texts.message import Button, Message, button, column, grid, headed
from bot.texts.reader import Reader
from bot.texts.school.talk_ways import write_button

_PAGE = 6  # times on one card
_OTHERS = 3  # times to move to, below one's own


def meeting_offered(reader: Reader, about: about_.MeetingOffered) -> Message | None:
    """As it stands for this adult."""
    found = meetings.get(reader.tx, about.meeting_id)
    mine = circles.membership(reader.tx, about.child_id, reader.person.id, Action.MEET_TEACHER)
    if found is None or mine is None:
        return None
    first = f"{emoji.MEETING} {_first_line(reader, found)}"
    if found.cancelled_at is not None or about.child_id not in enrolments.children(reader.tx, found.class_id):
        # L10N: to a family, in place of times at which they could have met the teacher: these are called off.
        return Message(f"{first}\n" + reader.say("These times are no longer offered."), in_place=True)
    circle, me = reader.circle(about.child_id), mine[1]
    slots = meetings.slots(reader.tx, found.id)
    own = next((each for each in slots if each.child_id == circle.child.id and each.person_id == me.person_id), None)
    lines = [first, *([_gone(reader)] if about.late else [])]
    if own is not None:
        return _own(reader, found, own, slots, lines)
    others = _others(reader, circle, slots)
    if others and not about.page:
        return _theirs(reader, found, circle, others, lines)
    if not (found.remote or about.page or about.late) and about_.is_far(me):
        return _for_who_is_far(reader, found, circle, lines)
    return _choice(reader, about, found, circle, me, slots, lines)


def _gone(reader: Reader) -> str:
    # L10N: to an adult who has tapped a time that another family took in the same moment; free times follow.
    return reader.say("This time has just gone to somebody else.")


def _own(reader: Reader, found: Meeting, own: Slot, slots: list[Slot], lines: list[str]) -> Message:
    names = {"teacher": host_name(reader, found), "when": _when(reader, found, own)}
    if found.remote:
        # L10N: to an adult who has a time to talk with the teacher by phone; {when} names a day and one or two clocks.
        lines.append(f"{emoji.CALL} " + reader.say("You talk with {teacher}: {when}.", **names))
    else:
        # L10N: to an adult who has a time to meet the teacher at school; {when} names a day and one or two clocks.
        lines.append(f"{emoji.YES} " + reader.say("You meet {teacher} at school: {when}.", **names))
    if own.at <= reader.tx.now:
        return Message("\n".join(lines))
    times = _free(reader, slots)[:_OTHERS]
    if times:
        # L10N: below one's own time to meet the teacher; other free times stand on buttons below.
        lines.append(reader.say("Another time is one tap away."))
    return Message("\n".join(lines), (*column(*_times(reader, found, own.child_id or 0, times)), _keep(reader, own)))


def _keep(reader: Reader, own: Slot) -> tuple[Button, Button]:
    # L10N: a button: give back the time one has, so that another family can have it.
    back = button(f"{emoji.UNDO} " + reader.label("Free this time"), "meeting_back", own.id)
    return calendar_button(reader, "meeting_date", own.id), back


def _theirs(reader: Reader, found: Meeting, circle: Circle, others: list[Slot], lines: list[str]) -> Message:
    for each in others:
        who = reader.named(circle, each.person_id or 0)
        # L10N: {who} of the family has a time with the teacher; {when} names a day and one or two clocks.
        lines.append(
            f"{emoji.YES} " + reader.say("{who} has a time: {when}.", who=who, when=_when(reader, found, each))
        )
    # L10N: a button: somebody of the family has a time with the teacher; I would like one as well.
    too = button(f"{emoji.ADD} " + reader.label("For me, too"), "meeting", found.id, circle.child.id, 1)
    return Message("\n".join(lines), ((too,),))


def _for_who_is_far(reader: Reader, found: Meeting, circle: Circle, lines: list[str]) -> Message:
    """At school: no tap in passing takes a place that somebody near could use; talks by phone first."""
    child = circle.child
    near = [each.person_id for each in family(circle) if not about_.is_far(each)]
    names = dict.fromkeys(reader.named(circle, each) for each in near if not reader.hides(circle, each))
    lines.append(_at_school(reader, found, child.name))
    if names:
        # L10N: to a parent far away, below that a talk with the teacher is at school; {names} live with the child.
        lines.append(reader.say("{names} can choose a time, too.", names=reader.listed(names)))
    calls = [each for each in meetings.coming(reader.tx, found.class_id) if each.remote]
    # L10N: a button of a parent far away: a talk with the teacher by phone in place of one at school.
    rows = [button(f"{emoji.CALL} " + reader.label("By phone"), "meeting", each.id, child.id, 0) for each in calls]
    # L10N: a button of a parent far away: I can be at school for a talk with the teacher. Times follow.
    rows.append(button(f"{emoji.MEETING} " + reader.label("I can come"), "meeting", found.id, child.id, 1))
    if not calls and reader.may(child.id, Action.WRITE_TO_SCHOOL):
        rows.append(write_button(reader, child.id, found.class_id))
    return Message("\n".join(lines), column(*rows))


def _at_school(reader: Reader, found: Meeting, child: str) -> str:
    # L10N: to a family; times stand on buttons below; {count} is how many minutes a meeting takes.
    return reader.say("A talk about {child}, {count} minutes at school.", child=child, count=found.minutes)


def _choice(
    reader: Reader,
    about: about_.MeetingOffered,
    found: Meeting,
    circle: Circle,
    me: Member,
    slots: list[Slot],
    lines: list[str],
) -> Message:
    child = circle.child
    if found.remote:
        # L10N: to a family; times stand on buttons below; {count} is how many minutes a talk by phone takes.
        by_phone = reader.say("A talk about {child}, {count} minutes by phone.", child=child.name, count=found.minutes)
        lines.append(by_phone)
    else:
        lines.append(_at_school(reader, found, child.name))
    if not found.is_open_to(me, reader.tx.now):
        opens = clocks.later(reader, found.open_at, reader.person.zone, always=True)
        # L10N: to those at home: times by phone are for parents far away first; {when} is a day and a time.
        lines.append(reader.say("Parents far away choose first. Your turn begins {when}.", when=opens))
        return Message("\n".join(lines))
    times = _free(reader, slots)
    if not times:
        # L10N: to a family: no time to meet the teacher is free.
        lines.append(reader.say("All times are taken just now. What is given back shows here."))
        return Message("\n".join(lines), ((more(reader, "meeting", found.id, child.id, 1),),))
    # L10N: to a family, above buttons with times.
    lines.append(reader.say("Tap the time that suits you."))
    if any(_differs(reader, found, each) for each in times):
        # L10N: above buttons that each hold two times of day, such as 16:00·12:00.
        lines.append(reader.say("First the school's clock, then yours."))
    page = max(about.page, 1) - 1
    start = page % -(-len(times) // _PAGE) * _PAGE
    rows = grid(_times(reader, found, child.id, times[start : start + _PAGE]), 2)
    further = (more(reader, "meeting", found.id, child.id, page + 2),) if len(times) > _PAGE else ()
    return Message("\n".join(lines), (*rows, *([further] if further else [])))


def meeting_near(reader: Reader, about: about_.MeetingNear) -> Message | None:
    """On both clocks, and where."""
    slot, found = _slot_of(reader, about.slot_id)
    if slot is None or found is None or slot.at <= reader.tx.now:
        return None
    child = reader.circle(about.child_id).child.name
    say = _soon if about.soon else _coming
    return Message(headed(emoji.MEETING, child, say(reader, found, slot)), (_keep(reader, slot),))


def _coming(reader: Reader, found: Meeting, slot: Slot) -> str:
    names = {"teacher": host_name(reader, found), "when": _when(reader, found, slot, always=False)}
    if found.remote:
        # L10N: a reminder, the evening before; {when} is a day and one or two times of day.
        return reader.say("Soon you talk with {teacher} by phone: {when}.", **names)
    # L10N: a reminder, the evening before; {when} is a day and one or two times of day.
    return reader.say("Soon you meet {teacher} at school: {when}.", **names)


def _soon(reader: Reader, found: Meeting, slot: Slot) -> str:
    names = {"teacher": host_name(reader, found), "when": _when(reader, found, slot, always=False)}
    if found.remote:
        # L10N: a reminder, half an hour before a talk by phone, or a little later; {when} is one or two times of day.
        return reader.say("It is nearly time: you talk with {teacher} by phone, {when}.", **names)
    # L10N: a reminder, half an hour before a talk at school, or a little later; {when} is one or two times of day.
    return reader.say("It is nearly time: you meet {teacher} at school, {when}.", **names)


def meeting_passed(reader: Reader, about: about_.MeetingPassed) -> Message | None:
    """The same time, with somebody else."""
    slot, found = _slot_of(reader, about.slot_id)
    if slot is None or found is None or slot.at <= reader.tx.now:
        return None
    child = reader.circle(about.child_id).child.name
    names = {"teacher": host_name(reader, found), "when": _when(reader, found, slot)}
    # L10N: to an adult who has a time to talk with a teacher: {teacher} comes to it in place of the one who had offered
    # it. {when} is a day and one or two times of day.
    text = reader.say("Your talk stays: {when}. {teacher} is there for you now.", **names)
    return Message(headed(emoji.MEETING, child, text), (_keep(reader, slot),))


def meeting_off(reader: Reader, about: about_.MeetingOff) -> Message | None:
    """Kindly, without a reason, and what comes next."""
    slot = meetings.slot(reader.tx, about.slot_id)
    found = meetings.get(reader.tx, slot.meeting_id) if slot else None
    if slot is None or found is None or found.cancelled_at is None or slot.person_id != reader.person.id:
        return None
    child, when = reader.circle(about.child_id).child.name, _when(reader, found, slot)
    # L10N: to an adult who had a time with the teacher, which does not take place; no reason is known. {when} is a day
    # and one or two times of day.
    text = reader.say("The talk with {teacher} is off: {when}.", teacher=host_name(reader, found), when=when)
    # L10N: below that a talk with the teacher does not take place.
    again = reader.say("When there are new times, they come here.")
    return Message(headed(emoji.MEETING, child, f"{text}\n{again}"))


def meeting_date(reader: Reader, about: about_.MeetingDate) -> Message | None:
    """One's own time in a calendar's words."""
    slot, found = _slot_of(reader, about.slot_id)
    if slot is None or found is None:
        return None
    # L10N: the name of an entry in a calendar: a talk with the teacher.
    summary = reader.label("Talk with {teacher}", teacher=host_name(reader, found))
    content = calendar_of(f"meeting-{slot.id}", summary, slot.at, slot.at + found.lasts, reader.tx.now)
    return calendar_file(reader, content)


def meeting_buttons(reader: Reader, class_id: int, child_id: int) -> list[Button]:
    """🪑 what is offered now, on the family's page of a class; of two teachers each has their name on it."""
    if circles.membership(reader.tx, child_id, reader.person.id, Action.MEET_TEACHER) is None:
        return []
    there = meetings.coming(reader.tx, class_id)
    names = [host_name(reader, each) for each in there]
    # L10N: a button of a family: times at which they can talk with the teacher.
    plain = reader.label("Meetings")
    labels = names if len(set(names)) > 1 else [plain] * len(names)
    return [
        button(f"{emoji.MEETING} {label}", "meeting", each.id, child_id, 0)
        for each, label in zip(there, labels, strict=True)
    ]


def _slot_of(reader: Reader, slot_id: int) -> tuple[Slot | None, Meeting | None]:
    """A time that this reader has, and that still takes place."""
    slot = meetings.slot(reader.tx, slot_id)
    found = meetings.get(reader.tx, slot.meeting_id) if slot else None
    if slot is None or found is None or found.cancelled_at is not None or slot.person_id != reader.person.id:
        return None, None
    return slot, found


def _others(reader: Reader, circle: Circle, slots: list[Slot]) -> list[Slot]:
    """What others of the family have, as far as this reader may know of them."""
    known = {each.person_id for each in circle.active if not circle.hides(each, reader.person.id)}
    return [each for each in slots if each.child_id == circle.child.id and each.person_id in known]


def _free(reader: Reader, slots: list[Slot]) -> list[Slot]:
    return [each for each in slots if not each.is_taken and each.at > reader.tx.now]


def _times(reader: Reader, found: Meeting, child_id: int, times: list[Slot]) -> list[Button]:
    sign, zone = emoji.CALL if found.remote else emoji.MEETING, meetings.zone_of(reader.tx, found.class_id)
    labels = {each.id: clocks.on_two(reader, each.at, zone) for each in times}
    return [button(f"{sign} {labels[each.id]}", "meeting_take", each.id, child_id) for each in times]


def _differs(reader: Reader, found: Meeting, slot: Slot) -> bool:
    return "·" in clocks.on_two(reader, slot.at, meetings.zone_of(reader.tx, found.class_id))


def _when(reader: Reader, found: Meeting, slot: Slot, *, always: bool = True) -> str:
    return clocks.later(reader, slot.at, meetings.zone_of(reader.tx, found.class_id), always=always)


def _first_line(reader: Reader, found: Meeting) -> str:
    """All that a lock screen shows: the class, and the teacher by the name that the school knows."""
    room = schools.class_room_of(reader.tx, found.class_id)
    # L10N: the first line of a school notice, all that a lock screen shows: the class, and the teacher's name.
    return reader.say("Class {room}, {teacher}", room=room.name if room else "—", teacher=host_name(reader, found))


def host_name(reader: Reader, found: Meeting) -> str:
    """Whom the families meet."""
    room = schools.class_room_of(reader.tx, found.class_id)
    who = meetings.host(reader.tx, found) or found.offered_by or (room.teacher_id if room else 0)
    return reader.teacher(schools.called(reader.tx, room.school_id, who) if room else "", placed=True)
