"""What a check has found."""

from dataclasses import dataclass
from enum import StrEnum


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

    def __str__(self) -> str:
        return f"{self.state:<6} {self.about:<10} {self.words}{f' → {self.hint}' if self.hint else ''}"


def ok(about: str, words: str) -> Finding:
    """Nothing to do."""
    return Finding(about, State.OK, words)


def note(about: str, words: str, hint: str = "") -> Finding:
    """Worth knowing; Homeline runs all the same."""
    return Finding(about, State.NOTE, words, hint)


def wrong(about: str, words: str, hint: str) -> Finding:
    """Somebody must do something."""
    return Finding(about, State.WRONG, words, hint)
