"""What a row of the outbox becomes: one request to the Bot API."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or pages still to be drawn: of what, which parameter they become, and what their file is called."""

    what: Any
    into: str
    name: str


@dataclass(frozen=True, slots=True)
class Request:
    """One Bot API request."""

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    rest: tuple[str, ...] = ()  # what one message could not hold, in further texts
    uploads: bool = False  # a file of ours goes with it
    drawing: Drawing | None = None
