"""What a check has found."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.operators.pages import Page


class State(StrEnum):
    """Fine, worth knowing, or to be mended."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it is, and what to do where something is to be done."""

    about: str
    state: State
    words: str
    hint: str = ""
    page: Page | None = None  # the state of which operators are told inside Telegram
    many: int = 0  # of what it names, where that can be counted

    def __str__(self) -> str:
        return f"{self.state:<6} {self.about:<10} {self.words}{f' → {self.hint}' if self.hint else ''}"


def ok(about: str, words: str) -> Finding:
    """Nothing to do."""
    return Finding(about, State.OK, words)


def note(about: str, words: str, hint: str = "", page: Page | None = None, many: int = 0) -> Finding:
    """Worth knowing; Homeline runs all the same."""
    return Finding(about, State.NOTE, words, hint, page, many)


def wrong(about: str, words: str, hint: str, page: Page | None = None, many: int = 0) -> Finding:
    """Somebody must do something."""
    return Finding(about, State.WRONG, words, hint, page, many)
