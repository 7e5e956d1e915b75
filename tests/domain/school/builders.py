"""A word of the school and a notice, with what a rule looks at."""

from dataclasses import replace
from typing import Any

from bot.domain.school.notices import Level, Notice, NoticeState
from bot.domain.school.school_words import Word, WordKind, WordState
from tests.domain.family import NOW

TEACHER, COLLEAGUE = 50, 51


def word(what: str = "good", **other: Any) -> Word:
    """A word about Lily that was sent now."""
    plain = Word(1, 3, 7, TEACHER, WordKind(what), "2026-11-23", WordState.SENT, None, None, {}, None, NOW, None, NOW)
    return replace(plain, **other)


def notice(text: str = "Trip on Friday", **other: Any) -> Notice:
    """A notice to a class that was sent now."""
    plain = Notice(1, 3, TEACHER, NoticeState.SENT, Level.TAP, False, text, (), 0, None, NOW, 0, None)
    return replace(plain, **other)
