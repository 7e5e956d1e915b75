"""What is read over everybody's shoulder: how often something came, and when."""

from dataclasses import dataclass
from datetime import datetime

from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Message
from tests.homeline import Homeline


@dataclass(frozen=True)
class Mark:
    """How far a phone had been read."""

    person: PersonSpec
    last: int


class Phones:
    """All phones of the year."""

    def __init__(self, home: Homeline) -> None:
        self._home = home

    def mark(self, *people: PersonSpec) -> list[Mark]:
        """From here on."""
        return [Mark(each, self._home.phone(each).chat.last_id) for each in people]

    def came(self, mark: Mark, words: str) -> list[Message]:
        """The messages that have come since with these words, as they stand now."""
        return [each for each in self._since(mark) if words in each.words]

    def first(self, mark: Mark, words: str) -> datetime | None:
        """When the first of them came."""
        found = self.came(mark, words)
        return found[0].at if found else None

    def _since(self, mark: Mark) -> list[Message]:
        return [each for each in self._home.phone(mark.person).messages if each.from_bot and each.id > mark.last]
