"""The calendar of a school: as whoever leads it writes it, and as families read it the evening before."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.local_time import local
from bot.domain.school import calendars as about_
from bot.domain.school.calendars import PASTING, Day, DayKind, SchoolDay, Wrong
from bot.queries.circle import people, unfinished
from bot.queries.school import calendars, schools
from bot.texts.buttons import do, do_not, undo
from bot.texts.message import Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.school.calendar_lines import which_day
from bot.texts.school.schools import calendar_button, school_name

_SIGNS = {DayKind.HOLIDAY: emoji.NO_SCHOOL, DayKind.EXAM: emoji.EXAM, DayKind.EVENT: emoji.OCCASION}
_SHOWN = 40  # lines on one card
_KEYS = 12  # of them on buttons
_TOLD = 3  # of lines that are not taken, for each reason
_LABEL = 22
_SERIES = 4  # days of one name, from which on they stand as one line before they are kept


def calendar_shown(reader: Reader, about: about_.CalendarShown) -> Message:
    """What is to come; who leads the school adds to it."""
    zone = calendars.zone_of(reader.tx, about.school_id, reader.person)
    days = calendars.coming(reader.tx, about.school_id, local(reader.tx.now, zone).date())
    school = school_name(reader, about.school_id)
    lead = schools.workplace(reader.tx, about.school_id, reader.person.id, Action.KEEP_CALENDAR) is not None
    # L10N: a button of who leads a school: add holidays, exams and events to its calendar by pasting them.
    add = [button(f"{emoji.ADD} " + reader.label("Add days"), "calendar_add", about.school_id)] if lead else []
    waiting = unfinished.get(reader.tx, reader.person.id, PASTING, about.school_id)
    if lead and waiting:
        count = len(waiting["days"]) + len(waiting.get("unclear", []))
        # L10N: a button of who leads a school: {count} lines that were given for its calendar, and are not in it yet.
        label = reader.label("Waiting: {count}", count=count)
        add = [button(f"{emoji.ADD} {label}", "calendar_add", about.school_id)]
    if not days:
        # L10N: to a teacher; nothing is in the calendar of the {school} yet.
        text = reader.say("{school}: holidays, exams and events will be here.", school=school)
        # L10N: below that nothing is in the calendar of the school yet.
        told = reader.say("Families read each of them the evening before.")
        return Message(f"{emoji.CALENDAR} {text}\n{told}", column(*add))
    # L10N: above the calendar of a school.
    lines = [f"{emoji.CALENDAR} " + reader.say("{school}: what is to come.", school=school)]
    lines += [_line(reader, each.day) for each in days[:_SHOWN]]
    keys = [button(_label(reader, each), "calendar_day", each.id) for each in days[:_KEYS]] if lead else []
    return Message("\n".join(lines), column(*add, *keys))


def _line(reader: Reader, day: Day) -> str:
    # L10N: one line of a school's calendar; {day} is such as “Thu, Jan 1”, {name} what the school calls it.
    return f"{_SIGNS[day.kind]} " + reader.say("{day}: {name}", day=_span(reader, day), name=day.name)


def _span(reader: Reader, day: Day) -> str:
    if day.first == day.until:
        return reader.day(day.first)
    return f"{reader.day(day.first)} – {reader.day(day.until)}"


def _label(reader: Reader, found: SchoolDay) -> str:
    name = found.day.name if len(found.day.name) <= _LABEL else f"{found.day.name[: _LABEL - 1]}…"
    return f"{_SIGNS[found.day.kind]} {name}"


def calendar_asked(reader: Reader, about: about_.CalendarAsked) -> Message:
    """An example says more than a rule."""
    if about.again:
        # L10N: to a teacher who sent something that is no text when the calendar of the school was asked for.
        return Message(reader.say("Please paste the calendar as text, one day a line, or send it as a file (.ics)."))
    # L10N: to a teacher: how to paste the calendar of the school; an example follows.
    how = reader.say(
        "Send the calendar as a file (.ics), or paste it, a day or a holiday a line. First when, then what:"
    )
    # L10N: two lines of a school calendar as people of your country write them: a holiday with its last day, an exam.
    return Message(f"{how}\n" + reader.say("24.12.–10.1. Winter holiday\n15.1. Exam: maths"))


def calendar_read(reader: Reader, about: about_.CalendarRead) -> Message | None:
    """Nothing is kept before the tap."""
    state, data = people.dialogue_of(reader.tx, reader.person.id) or ("", {})
    if state != PASTING or data["school"] != about.school_id:
        return None
    wrong = _problems(reader, data["wrong"])
    days = about_.days_in(data["days"])
    asked, choices = which_day(reader, about.school_id, data["unclear"]) if data.get("unclear") else ("", ())
    if not days and choices:
        return Message("\n".join([*wrong, asked]), choices)
    if not days:
        # L10N: to a teacher: of the calendar that was pasted, or sent as a file, nothing is to be added; why follows.
        return Message("\n".join([reader.say("There is no new day to add. You can send it again."), *wrong]))
    # L10N: above the lines of a calendar that a teacher has pasted; {count} is how many. A question follows below them.
    first = reader.say_n("I read {count} line:", "I read {count} lines:", len(days))
    lines = _together(reader, days)
    shown = lines[:_SHOWN]
    if len(lines) > _SHOWN:
        # L10N: below the first lines of a long calendar; {count} is how many more there are.
        shown.append(reader.say_n("… and {count} more.", "… and {count} more.", len(lines) - _SHOWN))
    if len(lines) < len(days):
        # L10N: below the lines of a calendar, of which some come week after week: what families then read.
        shown.append(reader.say("Families read a line before each of these days."))
    if choices:
        return Message("\n".join([first, *shown, *wrong, asked]), choices)
    # L10N: below the lines of a calendar that a teacher has pasted.
    last = reader.say("Shall they go into the calendar?")
    yes, no = do(reader, "calendar_take", about.school_id, len(days)), do_not(reader, "calendar_drop", about.school_id)
    return Message("\n".join([first, *shown, *wrong, last]), ((yes, no),))


def _together(reader: Reader, days: list[Day]) -> list[str]:
    """What comes on many days under one name is one line, below the others."""
    same: dict[tuple[str, str], list[Day]] = {}
    for each in days:
        same.setdefault((each.name, each.kind), []).append(each)
    lines = [_line(reader, each) for each in days if len(same[each.name, each.kind]) < _SERIES]
    for found in (each for each in same.values() if len(each) >= _SERIES):
        # L10N: a line above a calendar: {name} comes week after week from the day {begin} to {end}, {count} times.
        text = reader.say(
            "{begin} – {end}: {name}, {count} times",
            begin=reader.day(min(each.first for each in found)),
            end=reader.day(max(each.until for each in found)),
            name=found[0].name,
            count=len(found),
        )
        lines.append(f"{_SIGNS[found[0].kind]} {text}")
    return lines


def _problems(reader: Reader, wrong: list[tuple[int, str, str]]) -> list[str]:
    """For each reason the first few by their words, and how many more there are."""
    lines: list[str] = []
    for why in Wrong:
        found = [words for _place, each, words in wrong if each == why]
        lines += [_problem(reader, why, words) for words in found[:_TOLD]]
        if (more := len(found) - _TOLD) > 0:
            # L10N: below lines of a calendar that are not taken: {count} more for the same reason, {why}.
            text = reader.say_n("{count} more: {why}.", "{count} more: {why}.", more, why=_why(reader, why))
            lines.append(f"{emoji.NO} {text}")
    return lines


def _problem(reader: Reader, wrong: Wrong, words: str) -> str:
    # L10N: a line of a pasted calendar that is not taken; {words} is its beginning, {why} the reason.
    return f"{emoji.NO} " + reader.say("“{words}”: {why}.", words=words, why=_why(reader, wrong))


def _why(reader: Reader, wrong: Wrong) -> str:
    return {
        # L10N: why a line of a pasted calendar is not taken: there is no date in it.
        Wrong.NO_DATE: reader.say("no date"),
        # L10N: why a line of a pasted calendar is not taken: nothing stands beside the date.
        Wrong.NO_NAME: reader.say("only a date; please write what it is"),
        # L10N: why a line of a pasted calendar is not taken: it is over.
        Wrong.PAST: reader.say("already over"),
        # L10N: why a line of a pasted calendar is not taken: it ends before it begins.
        Wrong.BACKWARDS: reader.say("its last day comes before its first"),
        # L10N: why a line of a pasted calendar is not taken: it lasts for many months, perhaps its year is a slip.
        Wrong.TOO_LONG: reader.say("longer than four months, perhaps a slip in the year"),
        # L10N: why a line of a pasted calendar is not taken: 3/7 can be two days, and its writer chose neither.
        Wrong.UNCLEAR: reader.say("please write the month as a word"),
        # L10N: why a line of a pasted calendar is not taken: no calendar is so long.
        Wrong.FULL: reader.say("the calendar is full"),
        # L10N: why a line of a calendar is not taken: its year is far ahead, perhaps a slip.
        Wrong.FAR: reader.say("more than two years ahead"),
        # L10N: why a line of a calendar is not taken: the same stands in the calendar of the school.
        Wrong.TWICE: reader.say("already there"),
        # L10N: why an entry of a calendar file is not taken: it comes every hour, or all year, for example.
        Wrong.REPEATS: reader.say("repeats; please write its days one by one"),
        # L10N: why some days of an entry that comes again and again are not taken: there is no school on them.
        Wrong.HOLIDAYS: reader.say("not in the holidays"),
        # L10N: why an entry of a calendar file is not taken: the file itself says that it was cancelled.
        Wrong.CANCELLED: reader.say("cancelled"),
    }[wrong]


def calendar_taken(reader: Reader, about: about_.CalendarTaken) -> Message | None:
    """Kept, and the way back."""
    found = calendars.get(reader.tx, about.day_id)
    if found is None:
        return None
    count = len(calendars.added_with(reader.tx, found))
    # L10N: to a teacher: so many lines were added to the calendar of the school.
    text = reader.say_n("{count} line is in the calendar now.", "{count} lines are in the calendar now.", count)
    # L10N: below that lines were added to the calendar of the school.
    told = reader.say("Families read each of them the evening before.")
    way = [undo(reader, "calendar_undo", found.id)] if about_.may_undo(found.added_at, reader.tx.now) else []
    return Message(f"{emoji.CALENDAR} {text}\n{told}", column(calendar_button(reader, found.school_id), *way))


def school_day_shown(reader: Reader, about: about_.SchoolDayShown) -> Message | None:
    """What it is taken for, and the way to change that."""
    found = calendars.get(reader.tx, about.day_id)
    if found is None:
        return None
    kinds = {
        # L10N: a button of a teacher: this line of the calendar is a holiday, there are no lessons.
        DayKind.HOLIDAY: reader.label("It is a holiday"),
        # L10N: a button of a teacher: this line of the calendar is an exam.
        DayKind.EXAM: reader.label("It is an exam"),
        # L10N: a button of a teacher: this line of the calendar is an event, such as a sports day.
        DayKind.EVENT: reader.label("It is an event"),
    }
    other = about_.next_kind(found.day.kind)
    change = button(f"{_SIGNS[other]} {kinds[other]}", "calendar_kind", found.id)
    # L10N: a button of a teacher: take a line out of the calendar of the school.
    off = button(f"{emoji.NO} " + reader.label("Take out"), "calendar_off", found.id)
    same = len(calendars.called_so(reader.tx, found))
    # L10N: a button of a teacher: take all {count} lines of one name out of the calendar of the school.
    every = button(f"{emoji.NO} " + reader.label("All {count}", count=same), "calendar_off_all", found.id)
    further = [every] if same >= _SERIES else []
    return Message(_line(reader, found.day), column(change, off, *further, calendar_button(reader, found.school_id)))


def school_day_near(reader: Reader, about: about_.SchoolDayNear) -> Message | None:
    """One line; the date stands in it, for it may be read on the day itself."""
    found = calendars.get(reader.tx, about.day_id)
    if found is None:
        return None
    child, day = reader.circle(about.child_id).child.name, _span(reader, found.day)
    if found.day.kind == DayKind.HOLIDAY:
        # L10N: to a family, the evening before; {day} is such as “Thu, Jan 1” or “Thu, Jan 1 – Sat, Jan 10”, {name}
        # what the school calls it.
        text = reader.say("No school {day}: {name}.", day=day, name=found.day.name)
    else:
        # L10N: to a family, the evening before an exam or an event; {day} is such as “Thu, Jan 1”, {name} what the
        # school calls it.
        text = reader.say("{day}: {name}.", day=day, name=found.day.name)
    return Message(headed(emoji.CALENDAR, child, text), foot=False)


def next_holiday(reader: Reader, circle: Circle) -> str:
    """Where a visit is planned: when the child has no school; empty where nothing is known."""
    today = local(reader.tx.now, circle.child.zone).date()
    days = calendars.of_child(reader.tx, circle.child.id, today, today + about_.LONGEST)
    found = next((each for each in days if each.kind == DayKind.HOLIDAY and each.until > each.first), None)
    if found is None:
        return ""
    # L10N: to a parent who plans a visit home: the next holiday of the child's school, as two dates.
    return reader.say("No school: {day}.", day=_span(reader, found))
