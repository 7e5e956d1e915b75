"""What a teacher can choose for a notice: how families confirm it, what it asks of them, and when it goes out."""

from bot.domain import emoji
from bot.domain.school import notice_times
from bot.domain.school import notices as about_
from bot.domain.school.notices import Level, Notice, NoticeState
from bot.queries.school import notices, schools
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.notice_choices import CHOSEN, choosing, question
from bot.texts.school.notice_own_time import another_day, morning
from bot.texts.school.notice_receivers import some
from bot.texts.school.notice_weekly import every_week
from bot.texts.school.notice_writing import excerpt, preview_button, rooms_of
from bot.texts.school.school_notices import whole_school


def notice_previewed(reader: Reader, about: about_.NoticePreviewed) -> Message | None:
    """What goes out, to how many, and everything that can be chosen for it."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.DRAFT:
        return None
    # L10N: above the preview of a notice; {room} is the class.
    first = reader.say_n(
        "Class {room}, {count} household. Shall this go out?",
        "Class {room}, {count} households. Shall this go out?",
        len(notices.pupils(reader.tx, notice.id)),
        room=rooms_of(reader, notice),
    )
    text = "\n\n".join([first, excerpt(reader, notice), _level(reader, notice)])
    return Message(text, _rows(reader, notice))


def _rows(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    read, tap, answer, sign = _levels(reader, notice)
    # L10N: a button: the notice goes out now.
    send = button(f"{emoji.NOTICE} " + reader.label("Send"), "notice_send", notice.id)
    # L10N: a button: the notice goes out later.
    later = button(f"{emoji.TIMES} " + reader.label("At a time"), "notice_when", notice.id)
    first = morning(reader, notice)
    several = len(schools.classes_of(reader.tx, reader.person.id)) > 1
    # L10N: a button of a teacher of several classes: for which of them a notice is.
    rooms = button(f"{emoji.TEACHER} " + reader.label("Which classes"), "notice_classes", notice.id)
    # L10N: a button: the words of a notice are written anew.
    words = button(f"{emoji.CHANGE} " + reader.label("Change"), "notice_change", notice.id)
    # L10N: a button: a notice that has not gone out goes to nobody.
    drop = button(f"{emoji.NO} " + reader.label("Do not send"), "notice_drop", notice.id)
    return (
        *([(first,)] if first else []),
        (send, later),
        (read, tap),
        (answer, sign),
        *choosing(reader, notice),
        (_errand(reader, notice),),
        (_urgent(reader, notice),),
        *([(rooms,)] if several or notice.school_id else []),
        *column(*whole_school(reader, notice), *([] if notice.school_id else [some(reader, notice)])),
        (preview_button(reader, notice),),
        (words, drop),
    )


def _levels(reader: Reader, notice: Notice) -> list[Button]:
    labels = {
        # L10N: a button: nobody needs to confirm.
        Level.READ: f"{emoji.TO_READ} " + reader.label("Just to read"),
        # L10N: a button: each family taps 🙏.
        Level.TAP: f"{emoji.SEEN} " + reader.label("A tap"),
        # L10N: a button: each family answers yes or no.
        Level.ANSWER: f"{emoji.TO_ANSWER} " + reader.label("Yes or no"),
        # L10N: a button: each family signs that it has read and agrees.
        Level.SIGN: f"{emoji.TO_SIGN} " + reader.label("A signature"),
    }
    return [
        button(labels[each] + (CHOSEN if _is_chosen(notice, each) else ""), "notice_level", notice.id, each)
        for each in Level
    ]


def _is_chosen(notice: Notice, level: Level) -> bool:
    """Answers of her own are another button than yes and no."""
    return level == notice.level and not (level == Level.ANSWER and notice.choices)


def _urgent(reader: Reader, notice: Notice) -> Button:
    if notice.urgent:
        # L10N: a button that is switched on: the notice is urgent and goes through quiet hours.
        return button(f"{emoji.AT_ONCE} " + reader.label("Urgent: on"), "notice_urgent", notice.id)
    # L10N: a button that is switched off: the notice is not urgent.
    return button(f"{emoji.AT_ONCE} " + reader.label("Urgent: off"), "notice_urgent", notice.id)


def _errand(reader: Reader, notice: Notice) -> Button:
    if notice.errand:
        # L10N: a button that is switched on: families are to bring or do something, and one adult at home taps 🙋.
        return button(f"{emoji.MINE} " + reader.label("Errand: on"), "notice_errand", notice.id)
    # L10N: a button that is switched off: families have nothing to bring or to do.
    return button(f"{emoji.MINE} " + reader.label("Errand: off"), "notice_errand", notice.id)


def send_time_asked(reader: Reader, about: about_.SendTimeAsked) -> Message | None:
    """Times on the school's clock."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    times = [
        button(
            f"{emoji.TIMES} {clocks.offered(reader, at, zone)}",
            "notice_on",
            notice.id,
            notice_times.time_number(at, zone),
        )
        for at in notice_times.send_times(reader.tx.now, zone)
    ]
    # L10N: a teacher chooses when a notice goes out.
    text = reader.say("When should it go out? This is the school's clock.")
    weekly = [] if notice.urgent else [every_week(reader, notice)]
    return Message(text, column(*times, another_day(reader, notice.id), *weekly))


def _level(reader: Reader, notice: Notice) -> str:
    if notice.level == Level.ANSWER:
        return question(reader, notice)
    return {
        # L10N: in the preview of a notice: nobody needs to confirm it.
        Level.READ: reader.say("To read; nobody needs to confirm."),
        # L10N: in the preview of a notice.
        Level.TAP: reader.say("Each household confirms with a tap."),
        # L10N: in the preview of a notice.
        Level.SIGN: reader.say("Each household signs that it has read and agrees."),
    }[notice.level]
