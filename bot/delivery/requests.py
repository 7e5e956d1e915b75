"""What a row of the outbox becomes: one request to the Bot API."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file still to be drawn or fetched: of what, which parameter it becomes, and what it is called."""

    what: Any
    into: str
    name: str
    undrawn: "Request | None" = None  # what is sent where it cannot be drawn; none: it is tried again


@dataclass(frozen=True, slots=True)
class Request:
    """One Bot API request."""

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    rest: tuple[str, ...] = ()  # what one message could not hold, in further texts
    uploads: bool = False  # a file of ours goes with it
    drawing: Drawing | None = None
    size: int = 0  # of a file so large that it takes its time on the way
