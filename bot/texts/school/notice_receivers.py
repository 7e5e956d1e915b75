"""Whose families a notice is for: names in the order of the class's list, ten on a card."""

from bot.domain import emoji
from bot.domain.school import notice_receivers as about_
from bot.domain.school.notices import Notice
from bot.queries.school import notice_receivers, notices
from bot.texts.buttons import from_the_start, more
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupils_of
from bot.texts.school.schools import class_name

_NAMED = 5  # more are said as a number


def receivers_asked(reader: Reader, about: about_.ReceiversAsked) -> Message | None:
    """A second tap takes a name back."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    names, chosen = _pupils(reader, notice), notice_receivers.chosen(reader.tx, notice.id)
    # L10N: a teacher chooses the children whose families read a notice; each name is a button.
    lines = [reader.say("Who is it for? Tap the names. Nobody else learns who.")]
    if notice.chosen:
        # L10N: below it, when every name that was tapped has been taken back.
        nobody = reader.say("Nobody is chosen yet.")
        here = [name for child, name in names if child in chosen]
        # L10N: below it: the children that were tapped; {names} is a list.
        lines.append(reader.say("For: {names}.", names=reader.enumerated(here)) if here else nobody)
    shown = names[about.page * about_.PAGE : (about.page + 1) * about_.PAGE]
    taps = [
        button(f"{emoji.YES} {name}" if child in chosen else name, "notice_pupil", notice.id, child, about.page)
        for child, name in shown
    ]
    return Message("\n".join(lines), (*grid(taps, 2), *_pages(reader, about, len(names)), *_below(reader, notice)))


def _pages(reader: Reader, about: about_.ReceiversAsked, count: int) -> tuple[tuple[Button, ...], ...]:
    if count <= about_.PAGE:
        return ()
    if (about.page + 1) * about_.PAGE < count:
        return ((more(reader, "notice_pupils", about.notice_id, about.page + 1),),)
    return ((from_the_start(reader, "notice_pupils", about.notice_id, 0),),)


def _below(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    # L10N: a button of a teacher: a notice is for the whole class, not for chosen children.
    whole = button(f"{emoji.CIRCLE} " + reader.label("Whole class"), "notice_whole", notice.id)
    if notice.chosen and not notices.pupils(reader.tx, notice.id):
        return ((whole,),)
    # L10N: a button of a teacher: the children are chosen, what else the notice needs comes next.
    on = button(f"{emoji.CHANGE} " + reader.label("Go on"), "notice_show", notice.id)
    return ((whole, on),) if notice.chosen else ((on,),)


def some(reader: Reader, notice: Notice) -> Button:
    """🧒 to the names."""
    # L10N: a button of a teacher: a notice goes to the families of chosen children alone.
    return button(f"{emoji.PUPIL} " + reader.label("Only some"), "notice_pupils", notice.id, 0)


def with_names(reader: Reader, notice: Notice, rooms: str) -> str:
    """The classes, and who of them; for its author alone."""
    if not notice.chosen:
        return rooms
    here = notices.pupils(reader.tx, notice.id)
    names = [name for child, name in _pupils(reader, notice) if child in here]
    if len(names) > _NAMED:
        # L10N: a class, {room}, and {count} chosen children of it, to whose families a notice goes.
        return reader.label_n("{room} ({count} child)", "{room} ({count} children)", len(names), room=rooms)
    # L10N: a class, {room}, and the chosen children of it to whose families a notice goes; {names} is a list.
    return reader.label("{room} ({names})", room=rooms, names=reader.enumerated(names)) if names else rooms


def _pupils(reader: Reader, notice: Notice) -> list[tuple[int, str]]:
    """In the order of the list; of several classes one after the other, each name with its class."""
    rooms = notices.classes(reader.tx, notice.id)
    if len(rooms) == 1:
        return pupils_of(reader, rooms[0])
    return [
        (child, f"{name} ({class_name(reader, each)})") for each in rooms for child, name in pupils_of(reader, each)
    ]
