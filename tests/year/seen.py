"""What was checked in a year, and what was wrong."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass
class Seen:
    """How often each thing was right, and each time that it was not."""

    households: int
    checked: dict[str, int] = field(default_factory=dict)
    silences: dict[str, list[timedelta]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def check(self, what: str, about: object, *, holds: bool) -> None:
        """Count one more time; a fault where it does not hold."""
        self.checked[what] = self.checked.get(what, 0) + 1
        if not holds:
            self.faults.append(f"{what}: {about}")

    def silence(self, who: str, began: datetime, told: datetime | None, within: timedelta) -> None:
        """Nobody said where a child is: when this person read it."""
        self.check(
            f"a silence at school is told to the {who}", began, holds=told is not None and told - began <= within
        )
        if told is not None:
            self.silences.setdefault(who, []).append(told - began)

    def table(self) -> list[str]:
        """What was checked, one line each."""
        lines = [f"{count:6,} × {what}" for what, count in sorted(self.checked.items())]
        for who, waits in self.silences.items():
            lines.append(
                f"{len(waits):6,} silences told to the {who}, the last after {max(waits).seconds // 60} minutes"
            )
        return lines
