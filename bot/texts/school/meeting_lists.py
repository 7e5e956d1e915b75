"""Meetings as their teacher reads them: what to offer, who comes, and what has changed."""

from datetime import date
from html import escape

from bot.domain import emoji
from bot.domain.local_time import local
from bot.domain.school import meetings as about_
from bot.domain.school.meetings import Meeting, Plan, Slot
from bot.queries.school import meetings, schools
from bot.texts import clocks
from bot.texts.buttons import do, do_not
from bot.texts.daily.calendar_files import Entry, calendar, calendar_button, calendar_file
from bot.texts.message import Button, Message, button, column, grid, headed
from bot.texts.reader import Reader
from bot.texts.school.meetings import host_name
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import class_name

_CHOSEN = " ✓"


def meeting_planned(reader: Reader, about: about_.MeetingPlanned) -> Message:
    """Everything that can be chosen on one card; what is offered already below it."""
    plan = Plan(about.first, about.days, about.length, about.window, remote=bool(about.remote))
    room, zone = about.class_id, schools.clock(reader.tx, about.class_id, reader.person)
    # L10N: to a teacher who offers families times to talk; {room} is the class. Days and other choices stand below.
    text = reader.say("Class {room}: when do you talk with families? Tap the days.", room=class_name(reader, room))
    days = [
        button(
            reader.day(day) + (_CHOSEN if plan.days & bit else ""), "meeting_plan", *_plan(about, days=about.days ^ bit)
        )
        for bit, day in plan.choices()
    ]
    begin, end = (hour * 60 for hour in plan.hours)
    hours = button(
        f"{emoji.TIMES} {clocks.hours(begin, end)}",
        "meeting_plan",
        *_plan(about, window=_next(about.window, about_.WINDOWS)),
    )
    # L10N: a button of a teacher: how long each talk with a family takes; {count} is a number of minutes.
    label = reader.label("{count} min each", count=plan.minutes)
    length = button(label, "meeting_plan", *_plan(about, length=_next(about.length, about_.LENGTHS)))
    if plan.remote:
        # L10N: a button of a teacher that changes the way: the talks with families are by phone.
        way = f"{emoji.CALL} " + reader.label("By phone")
    else:
        # L10N: a button of a teacher that changes the way: families come to school for the talks.
        way = f"{emoji.TEACHER} " + reader.label("At school")
    rows = [
        *grid(days, 3),
        (hours, length),
        (button(way, "meeting_plan", *_plan(about, remote=1 - int(plan.remote))),),
    ]
    count = len(plan.times(zone, reader.tx.now, ()))
    if count:
        # L10N: a button of a teacher: families may choose among {count} times now.
        offer = f"{emoji.NOTICE} " + reader.label("Offer {count} times", count=count)
        rows.append((button(offer, "meeting_offer", *_plan(about)),))
    there = meetings.coming(reader.tx, room)
    rows += [(button(f"{emoji.WHO} {_label(reader, each)}", "meeting_list", each.id),) for each in there]
    return Message(f"{emoji.MEETING} {text}", tuple(rows))


def _plan(about: about_.MeetingPlanned, **changed: int) -> list[int]:
    names = ("class_id", "first", "days", "length", "window", "remote")
    return [changed.get(name, getattr(about, name)) for name in names]


def _next(place: int, among: tuple[object, ...]) -> int:
    return (place + 1) % len(among)


def _label(reader: Reader, found: Meeting) -> str:
    """Its first day, how many of its times are taken, and with whom, where that is a colleague."""
    slots, zone = meetings.slots(reader.tx, found.id), meetings.zone_of(reader.tx, found.class_id)
    taken = sum(each.is_taken for each in slots)
    whose = [host_name(reader, found)] if meetings.host(reader.tx, found) != reader.person.id else []
    return " · ".join([reader.day(local(slots[0].at, zone).date()), f"{taken}/{len(slots)}", *whose])


def meeting_listed(reader: Reader, about: about_.MeetingListed) -> Message | None:
    """Day by day, with a name or a dash behind each time."""
    found = meetings.get(reader.tx, about.meeting_id)
    if found is None:
        return None
    # L10N: a button of a teacher: offer families further times to talk.
    further = button(f"{emoji.ADD} " + reader.label("More times"), "meetings", found.class_id)
    if found.cancelled_at is not None:
        # L10N: to a teacher: talks with families are called off, by them or by a colleague.
        over = reader.say("These talks are off. Families who had a time are told.")
        return _headed(reader, found, [*_whose(reader, found), over], ((further,),))
    slots = meetings.slots(reader.tx, found.id)
    taken = sum(each.is_taken for each in slots)
    names = {"done": taken, "all": len(slots), "count": found.minutes}
    if found.remote:
        # L10N: to a teacher; {done} of {all} times for talks by phone are taken; {count} minutes each.
        text = reader.say("By phone, {count} minutes each: {done} of {all} taken.", **names)
    else:
        # L10N: to a teacher; {done} of {all} times for talks at school are taken; {count} minutes each.
        text = reader.say("At school, {count} minutes each: {done} of {all} taken.", **names)
    lines = [*_whose(reader, found), text]
    if found.remote and reader.tx.now < found.open_at:
        # L10N: to a teacher who has offered times by phone; {when} is a day and a time.
        lines.append(
            reader.say(
                "Parents far away choose first, the others from {when}.",
                when=clocks.later(reader, found.open_at, meetings.zone_of(reader.tx, found.class_id), always=True),
            )
        )
    lines += _by_day(reader, found, slots)
    # L10N: a button of a teacher: none of the talks that were offered takes place. A question follows.
    off = button(f"{emoji.STOP} " + reader.label("Call off"), "meeting_off", found.id)
    dates = [calendar_button(reader, "meeting_dates", found.id)] if taken else []
    return _headed(reader, found, lines, ((*dates, further), (off,)))


def _whose(reader: Reader, found: Meeting) -> list[str]:
    """Of a colleague's talks, with whom they are."""
    if meetings.host(reader.tx, found) == reader.person.id:
        return []
    # L10N: to a teacher, above a list of talks that another teacher of the class has offered to families.
    return [reader.say("Talks with {teacher}.", teacher=host_name(reader, found))]


def _headed(reader: Reader, found: Meeting, lines: list[str], rows: tuple[tuple[Button, ...], ...]) -> Message:
    """Below the class, which is all that a lock screen shows."""
    # L10N: the first line of what a teacher reads of a class, all that a lock screen shows; {room} is its name.
    room = reader.label("Class {room}", room=class_name(reader, found.class_id))
    return Message(headed(emoji.MEETING, room, "\n".join(lines)), rows)


def _by_day(reader: Reader, found: Meeting, slots: list[Slot]) -> list[str]:
    zone = meetings.zone_of(reader.tx, found.class_id)
    lines: list[str] = []
    before: date | None = None
    for each in slots:
        day = local(each.at, zone).date()
        if day != before:
            lines += ["", f"<b>{escape(reader.day(day))}</b>"]
            before = day
        lines.append(f"{clocks.on_clock(each.at, zone)}  {escape(_who(reader, found, each))}")
    return lines


def _who(reader: Reader, found: Meeting, slot: Slot) -> str:
    """The child as the school writes it, and who of the family comes; plain text."""
    if slot.child_id is None or slot.person_id is None:
        return "–"
    circle = reader.circle_for_others(slot.child_id)
    child = pupil_name(reader, found.class_id, circle.child.id)
    # L10N: in a teacher's list of talks: the child, and who of the family comes, such as “Lily (Grandma)”.
    return reader.label("{child} ({who})", child=child, who=reader.named(circle, slot.person_id))


def meeting_off_asked(reader: Reader, about: about_.MeetingOffAsked) -> Message | None:
    """How many it would be."""
    found = meetings.get(reader.tx, about.meeting_id)
    if found is None:
        return None
    count = sum(each.is_taken and each.at > reader.tx.now for each in meetings.slots(reader.tx, found.id))
    # L10N: before a teacher calls off talks with families; {count} of the times are taken.
    text = reader.say_n(
        "Call off all of them? {count} family is told.", "Call off all of them? {count} families are told.", count
    )
    return Message(
        f"{emoji.MEETING} {text}",
        ((do(reader, "meeting_off_yes", found.id), do_not(reader, "meeting_list", found.id)),),
    )


def meeting_freed(reader: Reader, about: about_.MeetingFreed) -> Message | None:
    """Of the next day only; who comes now, or nobody."""
    found = meetings.get(reader.tx, about.meeting_id)
    slot = meetings.slot(reader.tx, about.slot_id)
    if found is None or slot is None or slot.at <= reader.tx.now:
        return None
    when = clocks.later(reader, slot.at, meetings.zone_of(reader.tx, found.class_id), always=True)
    if slot.is_taken:
        # L10N: to a teacher, after the evening before: a family has taken a time; {who} is such as “Lily (Grandma)”.
        text = reader.say("{who} comes: {when}.", when=when, who=_who(reader, found, slot))
    else:
        # L10N: to a teacher, after the evening before: a family has given back a time.
        text = reader.say("Free again: {when}.", when=when)
    return _headed(reader, found, [text], column(_list(reader, found)))


def meeting_day(reader: Reader, about: about_.MeetingDay) -> Message | None:
    """Who comes on that day, one after the other."""
    found, first = meetings.get(reader.tx, about.meeting_id), meetings.slot(reader.tx, about.slot_id)
    if found is None or first is None or found.cancelled_at is not None:
        return None
    zone = meetings.zone_of(reader.tx, found.class_id)
    day = local(first.at, zone).date()
    coming = [
        each
        for each in meetings.slots(reader.tx, found.id)
        if each.is_taken and each.at > reader.tx.now and local(each.at, zone).date() == day
    ]
    if not coming:
        return None
    if about.soon:
        # L10N: to a teacher, half an hour before the first talk of today with a family, or later. A list follows.
        lines = [reader.say("Your talks begin soon:")]
    else:
        # L10N: to a teacher, the evening before talks with families; {day} is such as “Tue, May 3”. A list follows.
        lines = [reader.say("Your talks, {day}:", day=reader.day(day))]
    lines += [f"{clocks.on_clock(each.at, zone)}  {escape(_who(reader, found, each))}" for each in coming]
    return _headed(reader, found, lines, column(_list(reader, found)))


def _list(reader: Reader, found: Meeting) -> Button:
    # L10N: a button of a teacher: who comes to which talk.
    return button(f"{emoji.WHO} " + reader.label("All times"), "meeting_list", found.id)


def meeting_dates(reader: Reader, about: about_.MeetingDates) -> Message | None:
    """Each with the child's name."""
    found = meetings.get(reader.tx, about.meeting_id)
    taken = [each for each in meetings.slots(reader.tx, about.meeting_id) if each.is_taken] if found else []
    if found is None or not taken:
        return None
    entries = [_entry(reader, found, each) for each in taken]
    return calendar_file(reader, calendar(entries, reader.tx.now))


def _entry(reader: Reader, found: Meeting, slot: Slot) -> Entry:
    name = pupil_name(reader, found.class_id, slot.child_id or 0)
    # L10N: the name of an entry in a teacher's calendar: a talk with {child}'s family.
    return f"meeting-{slot.id}", reader.label("Talk: {child}", child=name), slot.at, slot.at + found.lasts
