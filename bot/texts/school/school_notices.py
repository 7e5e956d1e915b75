"""A notice to a whole school, as who leads it and the teachers of its classes read of it."""

from bot.domain import emoji
from bot.domain.school import school_notices as about_
from bot.domain.school.notices import Notice
from bot.queries.school import notices, school_notices, schools
from bot.texts.message import Button, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.schools import beginning, class_name, listed, school_name

_LISTED = 8
_NAMED = 4  # more are said as a number


def school_notice_asked(reader: Reader, about: about_.SchoolNoticeAsked) -> Message:
    """Whatever can be sent."""
    # L10N: to who leads a school and begins a notice to the families of all its classes; {school} is its name.
    text = reader.say(
        "What should the families of {school} know? Send a text, a picture, a file or your voice.",
        school=school_name(reader, about.school_id),
    )
    written = school_notices.recent(reader.tx, about.school_id, reader.person.id, _LISTED)
    return Message(text, column(*(listed(reader, each) for each in written)))


def school_notice_went(reader: Reader, about: about_.SchoolNoticeWent) -> Message | None:
    """One line; who of the class has confirmed is a tap away."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.school_id is None:
        return None
    # L10N: to a teacher: a notice of the school went to the families of their class {room}, too; its words follow.
    text = reader.say("{school} wrote to class {room}, too.", **_names(reader, notice.school_id, about.class_id))
    rows = column(seen_button(reader, notice)) if notice.wants_something else ()
    return Message(f"{emoji.NOTICE} {text}\n{quoted(beginning(reader, notice.text))}", rows)


def _names(reader: Reader, school_id: int, class_id: int) -> dict[str, str]:
    return {"school": school_name(reader, school_id), "room": class_name(reader, class_id)}


def seen_button(reader: Reader, notice: Notice) -> Button:
    """👁"""
    # L10N: a button of a teacher: which households have confirmed.
    return button(f"{emoji.WHO} " + reader.label("Confirmed"), "notice_who", notice.id)


def new_for_school(reader: Reader, school_id: int) -> Button:
    """📣 on the first menu of who leads a school."""
    # L10N: a button of who leads a school: a notice to the families of all its classes.
    return button(f"{emoji.NOTICE} " + reader.label("Whole school"), "school_post", school_id)


def whole_school(reader: Reader, notice: Notice) -> list[Button]:
    """👥 below a notice that is being written, for who leads a school; once more, and it is their own class's again."""
    if notice.school_id is not None:
        own = schools.classes_of(reader.tx, reader.person.id)
        # L10N: a button of who leads a school and teaches there: a notice is for their own class alone.
        return [button(f"{emoji.CIRCLE} " + reader.label("Own class"), "school_own", notice.id)] if own else []
    # L10N: a button of who leads a school: a notice to the families of all its classes.
    label = f"{emoji.CIRCLE} " + reader.label("Whole school")
    return [button(label, "school_all", notice.id, each.id) for each in school_notices.led(reader.tx, reader.person.id)]


def reached_by(reader: Reader, notice: Notice) -> str:
    """Those of the school's classes to which it goes; of many the first."""
    rooms = notices.classes(reader.tx, notice.id)
    if len(rooms) <= _NAMED:
        return reader.listed(class_name(reader, each) for each in rooms)
    names = reader.enumerated(class_name(reader, each) for each in rooms[:_NAMED])
    # L10N: some classes of a school, {names}, and how many more, to whose families the school's lead writes.
    return reader.label_n("{names} and {count} more", "{names} and {count} more", len(rooms) - _NAMED, names=names)
