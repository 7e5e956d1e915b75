"""🌟 Stickers as the teacher taps them and as the family reads them, each in their own language."""

from bot.domain import emoji
from bot.domain.school.school_words import Word
from bot.domain.school.stickers import WEEK, Sticker, may_be_put, on
from bot.queries.school import stickers
from bot.texts.message import Button, button, grid
from bot.texts.reader import Reader

_SIGNS = {
    Sticker.HELPED: emoji.HELPED,
    Sticker.READ_ALOUD: emoji.READ_ALOUD,
    Sticker.TRIED: emoji.TRIED,
    Sticker.BRAVE: emoji.BRAVE,
    Sticker.CREATIVE: emoji.MADE,
    Sticker.CARING: emoji.CARING,
}


def words(reader: Reader) -> dict[Sticker, str]:
    """What each says."""
    return {
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.HELPED: reader.label("Helped a friend"),
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.READ_ALOUD: reader.label("Read aloud"),
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.TRIED: reader.label("Tried hard"),
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.BRAVE: reader.label("Was brave"),
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.CREATIVE: reader.label("Was creative"),
        # L10N: a sticker that a teacher gives a child beside good news: a button, and a line to the family.
        Sticker.CARING: reader.label("Was kind"),
    }


def signed(reader: Reader) -> dict[Sticker, str]:
    """Each with its sign."""
    return {each: f"{_SIGNS[each]} {said}" for each, said in words(reader).items()}


def sticker_lines(reader: Reader, word: Word) -> list[str]:
    """One line each."""
    said = signed(reader)
    return [said[each] for each in on(word)]


def week_of(reader: Reader, child_id: int) -> list[str]:
    """On the child's page: what it was praised for in the last seven days, each once; no counts."""
    found = stickers.since(reader.tx, child_id, reader.person.id, reader.tx.now - WEEK)
    said = [words for each, words in signed(reader).items() if each in found]
    return [f"{emoji.GOOD} {' · '.join(said)}"] if said else []


def sticker_buttons(reader: Reader, word: Word) -> tuple[tuple[Button, ...], ...]:
    """All of them, with ✅ before those that are there: a second tap takes one away."""
    if not may_be_put(word, reader.tx.now):
        return ()
    said, there = words(reader), on(word)
    signs = {each: emoji.YES if each in there else _SIGNS[each] for each in Sticker}
    return grid([button(f"{signs[each]} {said[each]}", "sticker", word.id, each) for each in Sticker], 2)
