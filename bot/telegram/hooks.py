"""What the engine asks of the features, which it does not know; `bot/app.py` gives it these."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from telegram import Update

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.delivery.outbox import Row
from bot.delivery.requests import Request
from bot.domain.people import Person

# Does what one update asks for; whatever it raises rolls that back.
Handle = Callable[[Tx, Update], None]


class NoteHeard(Protocol):
    """Telegram is heard now; `interrupted`: for a time it was not."""

    def __call__(self, tx: Tx, *, interrupted: bool) -> None: ...


class GivenUp(Protocol):
    """A row is not sent any more; `refused`: it certainly has not arrived."""

    def __call__(self, tx: Tx, row: Row, *, refused: bool) -> None: ...


async def _as_it_is(request: Request) -> Request | None:
    return request


@dataclass(frozen=True, slots=True)
class GroupHooks:
    """What becomes of messages to a group, which are nobody's."""

    posted: Callable[[Tx, Row, list[int]], None] = lambda _tx, _row, _messages: None
    """A row has become these messages there: several of an album."""
    gone: Callable[[Tx, Row], None] = lambda _tx, _row: None
    """What it was to change stands there no more, or was taken out by it."""
    moved: Callable[[Tx, int, int], object] = outbox.move
    """The group has become a supergroup, with another number."""
    closed: Callable[[Tx, int], None] = lambda _tx, _chat: None
    """It has put the bot out, or lets it write no more."""


@dataclass(frozen=True, slots=True)
class SendHooks:
    """What a row says, when it may be said, and who has to know how it ended."""

    readers: Callable[[Tx, Collection[int]], Mapping[int, Person]]
    render: Callable[[Tx, Row, Person | None], Request | None]
    """Nothing is left to say where it returns none."""
    gather: Callable[[Tx, Row, Person | None], Row]
    """A claimed row with what leaves in the same message, which is claimed as well."""
    takes_long: Callable[[Row], bool]
    """Whether rendering a row reads or makes much: then it is done beside the units that write."""
    speaks_without_file: Callable[[Row], bool]
    """Whether a row has something to say where Telegram does not take its file."""
    may_arrive_at: Callable[[Tx, Row, Person | None], datetime]
    """When a row may reach its reader: now, or once their quiet hours or their pause are over."""
    card_sent: Callable[[Tx, Row, int], None]
    """A row that shows a card has become the message with this number; the card still stands where it stood before."""
    uploaded: Callable[[Tx, Row, str], None]
    """A picture of ours is kept by Telegram under this name."""
    given_up: GivenUp
    voice_kept: Callable[[Tx, Row], datetime]
    """Its reader's settings let no voice in: when to try again."""
    unreachable: Callable[[Tx, int], None]
    """Nothing reaches this person until they are back."""
    groups: GroupHooks = field(default_factory=GroupHooks)
    draw: Callable[[Request], Awaitable[Request | None]] = _as_it_is
    """The request with the file that it lacks, if it lacks one; only what takes long does. None: there is no such file
    any more, and so nothing to say."""
