"""When something hard may be going on: the writer is asked, and chooses; nobody else ever hears of it (SG-27)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.domain.tell import About

HUSH_FOR = timedelta(hours=24)

# What Homeline begins and nobody waits for. Illness, news and the dates that people have set themselves go on.
_HUSHED = {"IdeaOffered", "CallOutcomeAsked", "PromiseNear", "PromiseOutcomeAsked", "NoticeReminded"}


def is_hushed(telling: Mapping[str, Any]) -> bool:
    """Whether a telling, as the outbox keeps it, waits for a day after a crisis card."""
    reminds = telling["kind"] == "CheckInAsked" and bool(telling.get("reminder"))
    return reminds or telling["kind"] in _HUSHED


@dataclass(frozen=True, slots=True)
class CrisisAsked(About):
    """A phrase was found in what this person wrote; what they wrote is held, or, of an illness, has gone its way."""

    held_id: int
    waits: bool


@dataclass(frozen=True, slots=True)
class CrisisCardShown(About):
    """They would like help: the same card for everybody."""


@dataclass(frozen=True, slots=True)
class HeldTextAsked(About):
    """After the card: what becomes of the text is the writer's choice."""

    held_id: int


@dataclass(frozen=True, slots=True)
class HeldTextSettled(About):
    """They have chosen: it goes on its way, or is forgotten."""

    sent: bool
