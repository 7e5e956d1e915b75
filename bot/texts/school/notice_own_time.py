"""When a notice goes out, in three taps: the day, the hour, the minute; and the morning that is offered late."""

from datetime import date

from bot.domain import emoji
from bot.domain.local_time import day_of
from bot.domain.school import notice_own_time as about_
from bot.domain.school.notices import Notice
from bot.queries.school import notices, schools
from bot.texts import clocks
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader


def own_time_asked(reader: Reader, about: about_.OwnTimeAsked) -> Message | None:
    """The step that is still missing, in the order of a calendar."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    day = day_of(about.day)
    near = about_.days(reader.tx.now, zone)
    hours = about_.hours(day, reader.tx.now, zone) if day and day in near else []
    if day is None or not hours:
        return _days(reader, about, near)
    if about.hour not in hours:
        buttons = [button(clocks.minute(each * 60), "notice_hour", notice.id, about.day, each) for each in hours]
        # L10N: a teacher has tapped a day for a notice and now taps the hour; {day} is such as “Tue, Dec 1”.
        text = reader.say("{day}: at what time? This is the school's clock.", day=reader.day(day))
        return Message(text, (*grid(buttons, 4), (_other_day(reader, notice.id),)))
    buttons = [
        button(
            f"{emoji.TIMES} {clocks.minute(about.hour * 60 + each)}",
            "notice_at",
            notice.id,
            about_.number_of(day, about.hour, each),
        )
        for each in about_.minutes(day, about.hour, reader.tx.now, zone)
    ]
    # L10N: a teacher has tapped a day and an hour for a notice and now taps the minute; the notice waits until then.
    text = reader.say("{day}: at which minute?", day=reader.day(day))
    return Message(text, (*grid(buttons, 2), (_other_day(reader, notice.id),)))


def _days(reader: Reader, about: about_.OwnTimeAsked, days: list[date]) -> Message:
    buttons = [button(reader.day(each), "notice_day", about.notice_id, f"{each:%Y%m%d}") for each in days]
    # L10N: a teacher chooses the day on which a notice goes out; each of the next days is a button.
    lines = [reader.say("On which day should it go out?")]
    if about.passed:
        # L10N: a teacher tapped a time for a notice that had passed by then; days are offered anew below.
        lines.insert(0, reader.say("That time has passed. Nothing went out."))
    return Message("\n".join(lines), grid(buttons, 2))


def another_day(reader: Reader, notice_id: int) -> Button:
    """⏰ to the days of the next two weeks."""
    # L10N: a button: a notice goes out on a day and at a time that the teacher taps next.
    return button(f"{emoji.TIMES} " + reader.label("Own date, time"), "notice_days", notice_id)


def _other_day(reader: Reader, notice_id: int) -> Button:
    # L10N: a button: back to the days, to choose another one.
    return button(f"{emoji.TIMES} " + reader.label("Another day"), "notice_days", notice_id)


def morning(reader: Reader, notice: Notice) -> Button | None:
    """⏰ tomorrow at seven, offered in the evening; what is urgent does not wait."""
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    at = None if notice.urgent else about_.in_the_evening(reader.tx.now, zone)
    if at is None:
        return None
    wall = clocks.offered(reader, at, zone)
    return button(f"{emoji.TIMES} {wall}", "notice_at", notice.id, about_.number_at(at, zone))
