"""🌟 What a child did well, in one tap beside good news; no child is measured against another."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.school.school_words import Word, WordKind

WEEK = timedelta(days=7)  # of the child's page


class Sticker(StrEnum):
    """What the teacher has seen."""

    HELPED = "helped"
    READ_ALOUD = "read_aloud"
    TRIED = "tried"
    BRAVE = "brave"
    CREATIVE = "creative"
    CARING = "caring"


def on(word: Word) -> list[Sticker]:
    """Those beside a word, in their own order."""
    put = word.body.get("stickers", ())
    return [each for each in Sticker if each in put]


def may_be_put(word: Word, now: datetime) -> bool:
    """Beside good news, as long as it can be taken back."""
    return word.what == WordKind.GOOD and word.can_undo(now)


def toggled(word: Word, sticker: Sticker) -> list[Sticker]:
    """One tap puts it there, a second takes it away."""
    return [each for each in Sticker if (each in on(word)) != (each == sticker)]
