"""📞 The numbers that the two sides of a class show to each other, and honest words where there is none."""

from collections.abc import Iterable, Mapping

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.school import shared_numbers as about_
from bot.queries.school import schools, shared_numbers, staffing, talk_readers
from bot.queries.school.schools import ClassRoom
from bot.texts.buttons import undo
from bot.texts.keyboard import keyboard_now
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.school_numbers import office_line
from bot.texts.school.schools import class_name


def numbers_button(reader: Reader, class_id: int, child_id: int) -> Button:
    """📞"""
    # L10N: a button of a family or a teacher: the telephone numbers that each side has chosen to show to the other.
    return button(f"{emoji.CALL} " + reader.label("Phone numbers"), "numbers", class_id, child_id)


def numbers_shown(reader: Reader, about: about_.NumbersShown) -> Message | None:
    """Theirs, then one's own; nothing of anybody who is not of this child."""
    room = talk_readers.room_of(reader.tx, about.class_id, about.child_id)
    circle = reader.circle_or_none(about.child_id)
    if room is None or circle is None:
        return None
    staff, where = talk_readers.staff(reader.tx, room, circle), (about.class_id, about.child_id)
    teaches = reader.person.id in staff
    if not teaches and not reader.may(about.child_id, Action.WRITE_TO_SCHOOL):
        return None
    theirs = of_family(reader, room.id, circle) if teaches else of_school(reader, room, staff)
    office = office_line(reader, room.school_id)
    mine = shared_numbers.of(reader.tx, room.id, [reader.person.id]).get(reader.person.id)
    # L10N: above telephone numbers of the other side of a class; nobody there has shared one.
    none = reader.say("They show no number yet.")
    lines = [
        f"{emoji.CALL} {circle.child.name}",
        *(theirs or ([] if office and not teaches else [none])),
        *office,
        _own(reader, room, mine, teaches=teaches),
    ]
    # L10N: a button: show my telephone number to the other side of a class.
    share = button(f"{emoji.ADD} " + reader.label("Show my number"), "number_share", *where)
    # L10N: a button: ask the other side of a class whether they show a telephone number.
    wish = button(f"{emoji.CALL} " + reader.label("Ask for one"), "number_wish", *where)
    return Message(
        "\n".join(lines),
        column(undo(reader, "number_back", *where) if mine else share, *([] if theirs else [wish])),
    )


def _own(reader: Reader, room: ClassRoom, mine: str | None, *, teaches: bool) -> str:
    if not mine:
        # L10N: on the card of telephone numbers: its reader shows none.
        return reader.say("You show no number.")
    if teaches:
        # L10N: to a teacher: the families of the class {room} can read this number.
        return reader.say("The families of class {room} see yours: {number}", room=room.name, number=mine)
    # L10N: to an adult of a family: only the school can read this number.
    return reader.say("Only the school sees yours: {number}", number=mine)


def of_family(reader: Reader, class_id: int, circle: Circle) -> list[str]:
    """A line for each adult of a family who shows a number to the school."""
    found = shared_numbers.of_family(reader.tx, class_id, circle)
    return _lines(reader, {reader.named(circle, each): number for each, number in found.items()})


def of_school(reader: Reader, room: ClassRoom, staff: Iterable[int]) -> list[str]:
    """A line for each teacher who shows a number to the families of the class."""
    found = shared_numbers.of(reader.tx, room.id, staff)
    names = {each: reader.teacher(schools.called(reader.tx, room.school_id, each), placed=True) for each in found}
    return _lines(reader, {names[each]: number for each, number in found.items()})


def _lines(reader: Reader, numbers: Mapping[str, str]) -> list[str]:
    # L10N: one line: whose telephone number it is.
    return [reader.say("{who}: {number}", who=who, number=number) for who, number in numbers.items()]


def own_number_asked(reader: Reader, about: about_.OwnNumberAsked) -> Message:
    """One key, and nothing typed."""
    # L10N: a key below the chat, Telegram's own: it sends this person's telephone number.
    key = f"{emoji.CALL} " + reader.label("Send my number")
    if about.again:
        # L10N: what came is no telephone number, or somebody else's.
        return Message(reader.say("That was not your own number. The key below sends it."), contact=key)
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is not None and reader.person.id in _for_school(reader, room):
        # L10N: to a teacher, before their telephone number is shown; the key below is Telegram's own.
        text = reader.say(
            "The key below sends your number. The families of class {room} see it until you take it back.",
            room=class_name(reader, about.class_id),
        )
    else:
        # L10N: to an adult of a family, before their telephone number is shown; the key below is Telegram's own.
        text = reader.say("The key below sends your number. Only the school sees it, until you take it back.")
    return Message(text, contact=key)


def _for_school(reader: Reader, room: ClassRoom) -> list[int]:
    return [room.teacher_id, *schools.seconds(reader.tx, room.id), *staffing.leads(reader.tx, room.school_id)]


def own_number_kept(reader: Reader, about: about_.OwnNumberKept) -> Message:
    """The usual keys are back."""
    # L10N: short, after somebody has sent their telephone number to be shown.
    return Message(reader.say("Thank you. It is shown."), keyboard=keyboard_now(reader))


def number_wished(reader: Reader, about: about_.NumberWished) -> Message | None:
    """Free to say nothing."""
    room = talk_readers.room_of(reader.tx, about.class_id, about.child_id)
    circle = reader.circle_or_none(about.child_id)
    if room is None or circle is None or circle.child.sharing_stopped:
        return None
    staff = talk_readers.staff(reader.tx, room, circle)
    if reader.person.id not in staff and not reader.may(about.child_id, Action.WRITE_TO_SCHOOL):
        return None
    if shared_numbers.of(reader.tx, room.id, [reader.person.id]):
        return None
    if reader.person.id in staff:
        # L10N: to a teacher: {child}'s family asks for a number to call; nothing has to be done.
        text = reader.say("{child}'s family would like a number to call you.", child=circle.child.name)
    else:
        # L10N: to a family: the child's school asks for a number to call; nothing has to be done.
        text = reader.say("{child}'s school would like a number to call you.", child=circle.child.name)
    # L10N: a button: show my telephone number to the other side of a class.
    share = button(f"{emoji.ADD} " + reader.label("Show my number"), "number_share", room.id, about.child_id)
    return Message(f"{emoji.CALL} {circle.child.name}\n{text}", column(share))


def number_wish_noted(reader: Reader, about: about_.NumberWishNoted) -> Message:
    """A short answer to a press."""
    # L10N: a short note: the other side is asked whether they show a telephone number.
    return Message(reader.label("They are asked. They may leave it at that."))
