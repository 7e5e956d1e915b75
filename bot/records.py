"""Records of which each update makes dozens.

The type checker keeps them frozen. At run time they are not: to guard every field makes a person of twenty fields in
2.0 µs instead of 0.6, in all a twentieth of a story's time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool) -> Callable[[type[Any]], type[Any]]:
        """As `dataclass`, without the guard; frozen means that it has a hash."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
