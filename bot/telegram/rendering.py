"""Rows become requests: in the unit that claims them, or beside whatever else goes on where that takes long."""

import asyncio
from dataclasses import dataclass
from functools import partial

from bot import log
from bot.db.availability import is_away
from bot.db.readers import MOST
from bot.db.store import Store
from bot.db.transaction import Tx, Unit
from bot.delivery import outbox
from bot.delivery.requests import Request
from bot.delivery.states import OutboxState
from bot.domain.people import Person
from bot.loop import WakeUp
from bot.telegram.hooks import SendHooks
from bot.telegram.outcomes import Outcomes, back_off, part

_log = log.get("sender")
_ROOM = 0.04  # seconds for each message of an album
_IN_WORDS = {"sendMessage", "editMessageText"}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed row and the request that says it."""

    row: outbox.Row
    request: Request

    @property
    def in_words(self) -> bool:
        """Whether it could also be said without buttons and marks."""
        return self.request.method in _IN_WORDS

    @property
    def messages(self) -> int:
        """As how many messages Telegram counts it."""
        return len(self.request.params["media"]) if self.request.method == "sendMediaGroup" else 1


@dataclass(frozen=True, slots=True)
class Unmade:
    """A claimed row whose request takes long to make."""

    row: outbox.Row
    in_words = False
    messages = 1


Claimed = Outgoing | Unmade


class Renderer:
    """Where nothing is left to say, or a text fails, no request comes of it and the row has its end."""

    def __init__(self, store: Store, hooks: SendHooks, outcomes: Outcomes) -> None:
        self._store = store
        self._hooks = hooks
        self._outcomes = outcomes
        self._turn = asyncio.Semaphore(MOST - 1)  # whoever asks how Homeline is reads beside all files

    def within(self, tx: Tx, row: outbox.Row, reader: Person | None) -> Claimed | None:
        """What to send for a row that has just been claimed."""
        if self._hooks.takes_long(row):
            return Unmade(row)
        try:
            request = self._hooks.render(tx, row, reader)
        except Exception as error:
            part(tx, row)
            self._failed(tx, row, error)
            return None
        if request is None:
            _nothing_left(tx, row)
            return None
        return Outgoing(row, request)

    async def made(self, claimed: Claimed) -> Outgoing | Unit[None]:
        """What to send, which for what takes long is made now; or the unit that ends the row."""
        if isinstance(claimed, Outgoing):
            if claimed.messages > 1:  # its place is kept; what left just before it is let out of the same second
                await WakeUp().wait(claimed.messages * _ROOM)
            return claimed
        row = claimed.row
        try:
            async with self._turn:
                request = await self._store.read(lambda tx: self._hooks.render(tx, row, None))
            if request is not None:
                request = await self._hooks.draw(request)
        except Exception as error:
            if is_away(error):  # it is no fault of the row's, which is given up for it at no attempt
                return partial(_put_off, row=row, error=error)
            return partial(self._failed, row=row, error=error)
        return partial(_nothing_left, row=row) if request is None else Outgoing(row, request)

    def _failed(self, tx: Tx, row: outbox.Row, error: Exception) -> None:
        """A text that fails stops no other; alerts, replies and what a person wrote are tried again for a while."""
        if row.retry_if_unknown and row.attempt < outbox.ATTEMPTS:
            _put_off(tx, row, error)
            return
        reason = _reason(error)
        _log.error("outbox row %s: %s", row.id, reason)
        self._outcomes.give_up(tx, row, OutboxState.DISCARDED, reason, refused=True)


def _put_off(tx: Tx, row: outbox.Row, error: Exception) -> None:
    reason = _reason(error)
    _log.error("outbox row %s: %s", row.id, reason)
    outbox.put_back(tx, row.id, tx.now + back_off(row), reason, attempt=row.attempt)


def _reason(error: Exception) -> str:
    return f"not rendered: {type(error).__name__}"


def _nothing_left(tx: Tx, row: outbox.Row) -> None:
    for each in (row, *row.company):
        outbox.finish(tx, each.id, OutboxState.CLEARED, reason="nothing left to say", attempt=each.attempt)
