"""A person: one adult with one Telegram account."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

NAME_LIMIT = 40

# Letters and signs that nobody can see.
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"


@dataclass(frozen=True, slots=True)
class Person:
    """One adult; `zone` is where they live or work, quiet hours are minutes of their local day."""

    id: int
    telegram_id: int
    name: str
    language: str
    zone: str
    country: str | None
    consented: bool
    health_notes: bool | None
    voice: bool | None
    quiet_from: int | None
    quiet_until: int | None
    urgent_only: bool
    paused_until: datetime | None
    reachable: bool
    teaches: bool
    seen_on: str | None = None
    hushed_until: datetime | None = None  # after a crisis card: no reminder, no idea
    unreachable_since: datetime | None = None

    @property
    def is_ready(self) -> bool:
        """Whether all of consent has been asked and the main point agreed to."""
        return self.consented and self.health_notes is not None and self.voice is not None


def clean_name(raw: str) -> str:
    """A name as people may type it, made safe to stand in a sentence: one line, no invisible marks, at most 40 signs.

    Emoji and every script stay. Marks that turn the direction of writing go: they would turn the sentence around them.
    """
    kept = "".join(
        sign
        for sign in re.sub(r"\s+", " ", raw)
        if sign not in _BLANKS and (unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"} or sign in "\u200d ")
    )
    name = re.sub(r"\s+", " ", kept).strip().strip("\u200d")[:NAME_LIMIT].strip().strip("\u200d")
    return name if any(unicodedata.category(sign)[0] in "LNPS" for sign in name) else ""
