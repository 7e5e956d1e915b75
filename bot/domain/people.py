"""A person: one adult with one Telegram account."""

from dataclasses import dataclass
from datetime import datetime


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
