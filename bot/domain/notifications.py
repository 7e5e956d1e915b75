"""What the domain answers with: who is told what, and how soon."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any, ClassVar


class Lane(IntEnum):
    """Delivery priority; a smaller number goes first."""

    URGENT = 0
    REPLY = 1
    NOTICE = 2
    ROUTINE = 3
    BULK = 4


class Told(StrEnum):
    """Which adults of a circle are told something while nothing about its child is shared; others always are."""

    EVERYBODY = "everybody"
    AT_HOME = "those with whom the child lives"
    NOBODY = "nobody"

    def includes(self, *, at_home: bool) -> bool:
        """Whether an adult of the circle is one of them."""
        return self is Told.EVERYBODY or (self is Told.AT_HOME and at_home)


class Event:
    """Base of all that can be told: frozen dataclasses in the past tense, made of plain values and row numbers."""

    __slots__ = ()
    while_stopped: ClassVar[Told]  # each says it: nobody is told, or left out, because something was forgotten
    reply_lane: ClassVar[Lane] = Lane.REPLY  # urgent: as an answer it goes before thousands of others
    hushed: ClassVar[bool] = False  # Homeline begins it and nobody waits for it: it rests for a day after a crisis card
    joins: ClassVar[bool] = False  # it may stand with others in the one message after a night
    silent: ClassVar[bool] = False  # thanks and the like, for which nobody waits
    calls: ClassVar[bool] = False  # somebody waits for a call: it rings, too, where nobody knows what time it is
    takes_long: ClassVar[bool] = False  # to say, since a file is made for it: beside all that must not wait

    @property
    def rings(self) -> bool:
        """Whether a phone makes a sound: not for thanks, nor for what follows a first page."""
        return not self.silent and not getattr(self, "page", 0)

    def __init_subclass__(cls) -> None:
        if "while_stopped" not in vars(cls):
            raise TypeError(f"{cls.__name__} does not say who is told it while sharing is stopped.")


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification to one person.

    `card` names the message in which this person sees a thing that changes; with `edits_card` a card that was sent is
    edited in place. `merge` names notifications that are joined into one message while quiet hours hold them. `written`
    means that a person wrote it, so it is sent again when the outcome of a send is unknown, as alerts and replies are.
    `soon` means that it goes with the alerts unless its reader sleeps: it is of an illness, and wakes nobody.
    """

    to: int
    event: Event
    lane: Lane
    card: str | None = None
    edits_card: bool = False
    merge: str | None = None
    written: bool = False
    soon: bool = False
    expires_in: timedelta | None = None
    not_before: datetime | None = None

    @property
    def retry_if_unknown(self) -> bool:
        """Whether an unknown outcome is answered by sending again."""
        return self.written or self.lane <= Lane.REPLY


def dump(about: Event) -> dict[str, Any]:
    """`about` as JSON values: its class name as `kind`, instants as text."""
    values = {each.name: _plain(getattr(about, each.name)) for each in fields(about)}  # type: ignore[arg-type] # every About is a dataclass
    return {"kind": type(about).__name__, **values}


def load(data: dict[str, Any], kinds: dict[str, type[Event]]) -> Event:
    """The notification that `dump` wrote; raises KeyError for a kind that is not in `kinds`."""
    rest = {name: _rich(value) for name, value in data.items() if name != "kind"}
    return kinds[data["kind"]](**rest)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"instant": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _rich(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"instant"}:
        return datetime.fromisoformat(value["instant"])
    if isinstance(value, list):
        return tuple(_rich(each) for each in value)
    return value
