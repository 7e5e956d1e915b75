"""Why a child is not at school, or not all day: for who likes to say it, in one tap."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school.school_hours import Reason, reasons
from bot.domain.school.school_words import Word
from bot.queries.school import school_hours
from bot.texts.message import Button, button, grid
from bot.texts.reader import Reader

_SIGNS = {
    Reason.ILL: emoji.IN_BED,
    Reason.DOCTOR: emoji.AT_DOCTOR,
    Reason.TRAVELLING: emoji.AWAY,
    Reason.FAMILY: emoji.PARENT,
    Reason.LATE: emoji.COMES_LATER,
}


def told_why(reader: Reader, word: Word, teachers: str) -> list[str]:
    """Who hears it, and whether also why."""
    line = why_line(reader, word)
    if not line:
        # L10N: below that; {teacher} is one name or several, who are told, and hear no reason.
        return [reader.say("I tell {teacher}, but not why.", teacher=teachers)]
    # L10N: below that; {teacher} is one name or several, who are told. Below it stands the reason.
    return [reader.say("I tell {teacher}, also why:", teacher=teachers), *line]


def why_line(reader: Reader, word: Word) -> list[str]:
    """The reason that home has given, if any."""
    if word.why is None or not _may_be_read(reader, Reason(word.why), word):
        return []
    said = {
        # L10N: the reason why a child is not at school, or not all day; a line of its own.
        Reason.ILL: reader.say("Not well."),
        # L10N: the reason why a child is not at school, or not all day; a line of its own.
        Reason.DOCTOR: reader.say("At the doctor's."),
        # L10N: the reason why a child is not at school, or not all day; a line of its own.
        Reason.TRAVELLING: reader.say("Travelling."),
        # L10N: the reason why a child is not at school, or not all day; a line of its own.
        Reason.FAMILY: reader.say("Something in the family."),
        # L10N: the reason why a child is not in class yet; a line of its own.
        Reason.LATE: reader.say("Comes later."),
    }
    return [f"{_SIGNS[Reason(word.why)]} {said[Reason(word.why)]}"]


def _may_be_read(reader: Reader, why: Reason, word: Word) -> bool:
    """Health may have been declined since it was said."""
    circle = reader.circle_or_none(word.child_id)
    return circle is not None and why in _reasons(reader, word, circle)


def _reasons(reader: Reader, word: Word, circle: Circle) -> list[Reason]:
    return reasons(health=school_hours.health_may_be_named(reader.tx, word, circle), missed=not word.is_from_home)


def why_buttons(reader: Reader, word: Word, circle: Circle, verb: str = "why") -> tuple[tuple[Button, ...], ...]:
    """Nobody has to: they stand above ↩️ until one is tapped."""
    if word.why is not None:
        return ()
    labels = {
        # L10N: a button of a guardian: why the child is not at school; the teacher reads it.
        Reason.ILL: reader.label("Not well"),
        # L10N: a button of a guardian: why the child is not at school; the teacher reads it.
        Reason.DOCTOR: reader.label("Doctor"),
        # L10N: a button of a guardian: why the child is not at school; the teacher reads it.
        Reason.TRAVELLING: reader.label("Travelling"),
        # L10N: a button of a guardian: why the child is not at school; the teacher reads it.
        Reason.FAMILY: reader.label("Family"),
        # L10N: a button of a guardian: the child is not in class yet, and comes later; the teacher reads it.
        Reason.LATE: reader.label("Comes later"),
    }
    may = _reasons(reader, word, circle)
    return grid([button(f"{_SIGNS[each]} {labels[each]}", verb, word.id, each) for each in may], 2)
