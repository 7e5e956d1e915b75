"""What a teacher sees of a notice that goes out every week: the day, the time, until when, and that it is over."""

from datetime import date

from bot.domain import emoji
from bot.domain.local_time import DAY, local
from bot.domain.school import notice_weekly as about_
from bot.domain.school.notice_drafts import NoticeBegun
from bot.domain.school.notices import Notice, NoticeScheduled, NoticeState
from bot.queries.school import notices, schools
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.notice_writing import excerpt, notice_begun, notice_scheduled, rooms_of

_MONDAY = date(2026, 11, 30)


def weekly_asked(reader: Reader, about: about_.WeeklyAsked) -> Message | None:
    """The step that is still missing."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    if about.weekday not in range(7):
        buttons = [button(_name(reader, each), "weekly_day", notice.id, each) for each in range(7)]
        # L10N: a teacher chooses the day of the week on which a notice goes out, every week.
        return Message(reader.say("Every week on which day?"), grid(buttons, 2))
    if about.minute not in about_.TIMES:
        times = [button(clocks.minute(each), "weekly_time", notice.id, about.weekday, each) for each in about_.TIMES]
        # L10N: a teacher chooses the time of a notice that goes out every week; {day} is a weekday.
        text = reader.say("Every {day}: at what time? This is the school's clock.", day=_name(reader, about.weekday))
        return Message(text, grid(times, 4))
    return _until(reader, notice, about)


def _until(reader: Reader, notice: Notice, about: about_.WeeklyAsked) -> Message:
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    first = about_.first_at(about.weekday, about.minute, reader.tx.now, zone)
    ends = [room.ends_at for each in notices.classes(reader.tx, notice.id) if (room := _room(reader, each))]
    days = about_.last_days(first, max(ends, default=first), zone)
    buttons = [
        button(reader.day(each), "weekly_until", notice.id, about.weekday, about.minute, f"{each:%Y%m%d}")
        for each in days
    ]
    # L10N: a teacher chooses the last date of a notice that goes out every week; {day} is a weekday, {time} such as
    # 07:00. The last of the dates is the last one before the class's year is over.
    text = reader.say(
        "Every {day} at {time}: until which date?", day=_name(reader, about.weekday), time=clocks.minute(about.minute)
    )
    return Message(text, grid(buttons, 2))


def _room(reader: Reader, class_id: int) -> schools.ClassRoom | None:
    return schools.class_room_of(reader.tx, class_id)


def _name(reader: Reader, weekday: int) -> str:
    return reader.weekday(_MONDAY + DAY * weekday)


def waits(reader: Reader, about: NoticeScheduled) -> Message | None:
    """It waits for its time, or goes out week after week."""
    return _weekly(reader, about.notice_id) or notice_scheduled(reader, about)


def begun(reader: Reader, about: NoticeBegun) -> Message | None:
    """The same where it is still being written."""
    return _weekly(reader, about.notice_id) or notice_begun(reader, about)


def _weekly(reader: Reader, notice_id: int) -> Message | None:
    notice = notices.get(reader.tx, notice_id)
    if notice is None or notice.state != NoticeState.SCHEDULED or notice.send_at is None or notice.weekly_until is None:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    following, until = clocks.dated(reader, notice.send_at, zone), clocks.dated(reader, notice.weekly_until, zone)
    # L10N: to a teacher: a notice goes out every week; {weekday} is a day of the week, {time} such as 07:00, {until}
    # the last date, {day} the next, {room} the class.
    first = reader.say(
        "Goes to class {room} every {weekday} at {time} until {until}. Next: {day}.",
        room=rooms_of(reader, notice),
        weekday=reader.weekday(local(notice.send_at, zone).date()),
        until=until["day"],
        **following,
    )
    rows = column(
        # L10N: a button: the words of a notice are written anew.
        button(f"{emoji.CHANGE} " + reader.label("Change"), "notice_change", notice.id),
        # L10N: a button: a notice that goes out every week has another day or time from now on.
        button(f"{emoji.TIMES} " + reader.label("Another time"), "notice_weekly", notice.id),
        # L10N: a button: a notice that goes out every week does so no more.
        button(f"{emoji.STOP} " + reader.label("Stop"), "notice_drop", notice.id),
    )
    return Message("\n\n".join([f"{emoji.TIMES} {first}", excerpt(reader, notice)]), rows)


def weekly_over(reader: Reader, about: about_.WeeklyOver) -> Message | None:
    """The last one is out."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    # L10N: to a teacher: a notice that went out every week has gone out for the last time; it stands below. {room} is
    # the class.
    text = reader.say("That was the last one for class {room}. It is over now.", room=rooms_of(reader, notice))
    return Message("\n\n".join([f"{emoji.TIMES} {text}", excerpt(reader, notice)]))


def every_week(reader: Reader, notice: Notice) -> Button:
    """⏰ to a day of the week."""
    # L10N: a button of a teacher: a notice goes out every week on a day that is tapped next.
    return button(f"{emoji.TIMES} " + reader.label("Every week"), "notice_weekly", notice.id)
