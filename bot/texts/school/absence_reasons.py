"""Why a child is not in class, beside that somebody knows where it is: as the family and the school read it."""

from collections.abc import Iterable

from bot.domain.circle.circles import Circle
from bot.domain.school.absences import may_explain
from bot.domain.school.school_words import Word
from bot.texts.buttons import undo
from bot.texts.message import Button
from bot.texts.reader import Reader
from bot.texts.school.school_reasons import why_buttons, why_line


def explained(reader: Reader, word: Word, circle: Circle) -> list[str]:
    """To whoever is at home, and to whoever has said it; on separate lines the other parent reads no plan of theirs."""
    if word.why is None:
        return _asked(reader) if may_explain(word, reader.person.id, reader.tx.now) else []
    return [] if reader.hides(circle, word.answered_by or 0) else why_line(reader, word)


def _asked(reader: Reader) -> list[str]:
    # L10N: to who has said that they know where the child is; reasons stand below, such as “Doctor”. Nobody has to.
    return [reader.say("If you like, tap why.")]


def reason_buttons(reader: Reader, word: Word, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    """For who has said that they know; ↩️ once a reason is given."""
    if not may_explain(word, reader.person.id, reader.tx.now):
        return ()
    if word.why is not None:
        return ((undo(reader, "absence_unwhy", word.id),),)
    return why_buttons(reader, word, circle, "absence_why")


def reasons_of(reader: Reader, words: Iterable[Word], names: dict[int, str]) -> list[str]:
    """In a roll call: a line for each child of whom somebody has said why."""
    said = [(names[each.child_id], why_line(reader, each)) for each in words if each.child_id in names]
    # L10N: in a roll call: {name} is a child, and {why} the reason that its family has given, such as “Travelling.”
    return [reader.say("{name}: {why}", name=name, why=line) for name, lines in said for line in lines]
