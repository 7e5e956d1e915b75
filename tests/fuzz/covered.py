"""What random people came across."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from bot.db.tables import outbox
from bot.db.transaction import Tx
from tests.safeguarding.test_matrix import presses

EVENTS = Path("tests/domain/events.txt")


@dataclass(slots=True)
class Covered:
    """How much was done, which buttons that stood on a screen were tapped, and what was said at the end of a walk."""

    walks: int = 0
    steps: int = 0
    tapped: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)


def heard(tx: Tx) -> set[str]:
    """The kinds of what has left, or waits, as far back as the outbox goes."""
    return {each["kind"] for row in tx.all(select(outbox.c.payload)) for each in row.payload["events"]}


def summary(found: Mapping[str, Covered]) -> list[str]:
    """Lines for people; what nobody came across stands in them by name."""
    buttons = {each.partition(":")[0] for each in presses(frozenset())}
    events = {line.split()[0] for line in EVENTS.read_text().splitlines()}
    return [
        *(f"{name}: {each.walks} walks, {each.steps} steps" for name, each in found.items()),
        _of("buttons tapped where they stood", {name for each in found.values() for name in each.tapped}, buttons),
        _of("events said", {name for each in found.values() for name in each.events}, events),
    ]


def _of(what: str, found: set[str], all_of: set[str]) -> str:
    missing = sorted(all_of - found)
    return f"{what}: {len(all_of) - len(missing)} of {len(all_of)}; not {', '.join(missing) or 'one'}"
