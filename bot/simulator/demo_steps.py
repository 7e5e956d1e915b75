"""What a visitor of the demo is invited to try, ticked off as they do it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(slots=True)
class Step:
    """Done by a press that begins with one of `signs` on this phone; a voice is a 🎤."""

    words: str
    phone: str
    signs: tuple[str, ...]
    then: str  # where to look now
    done: bool = False


class Steps:
    """All of them, in any order."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = list(steps)

    def note(self, phone: str, pressed: str) -> None:
        """This was pressed on this phone."""
        for step in self._steps:
            step.done |= step.phone == phone and bool(pressed) and pressed.startswith(step.signs)

    def state(self) -> list[dict[str, Any]]:
        """As the page shows them."""
        return [asdict(step) for step in self._steps]
