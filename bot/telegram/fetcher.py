"""Fetches files that people have sent: outside of every unit of work; what is read of them then becomes one."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.error import TelegramError

from bot import log
from bot.db.availability import is_away
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.delivery.fetches import Wanted
from bot.telegram.client import Client, FileTooLarge
from bot.telegram.failures import concerns_all

_log = log.get("fetcher")
_AT_ONCE = 4
_ATTEMPTS = 6
_AGAIN = timedelta(seconds=5)  # then twice as long, and so on: some minutes in all


@dataclass(frozen=True, slots=True)
class FetchHooks:
    """What becomes of files; the engine knows neither their kinds nor their readers."""

    most: int
    """Bytes that are fetched of any."""
    read: Callable[[Wanted, bytes], Awaitable[Any]]
    """What one holds; beside all units, and it may take long."""
    arrived: Callable[[Tx, Wanted, Any], None]
    """The unit of work for what was read."""
    missed: Callable[[Tx, Wanted, bool], None]
    """The unit of work for one that could not be fetched; whether it is too large."""


class Fetcher:
    """One step fetches what is wanted, side by side; each ends with one unit of work."""

    def __init__(self, client: Client, store: Store, mine: Callable[[], bool], hooks: FetchHooks) -> None:
        self._client = client
        self._store = store
        self._mine = mine
        self._hooks = hooks

    async def step(self) -> int:
        """Fetch what is due; how much it was. Where processes share a database, one of them does it."""
        if not self._mine():
            return 0
        wanted = await self._store.run(lambda tx: fetches.due(tx, _AT_ONCE))
        ends = await asyncio.gather(*map(self._one, wanted), return_exceptions=True)
        for end in ends:
            if isinstance(end, BaseException):
                raise end
        return len(wanted)

    async def _one(self, wanted: Wanted) -> None:
        try:
            content = await self._client.download(wanted.file_id, self._hooks.most)
            found = await self._hooks.read(wanted, content)
            await self._store.run(lambda tx: self._end(tx, wanted, lambda: self._hooks.arrived(tx, wanted, found)))
        except FileTooLarge:
            await self._store.run(lambda tx: self._missed(tx, wanted, too_large=True))
        except TelegramError as error:
            await self._failed(wanted, error, again=concerns_all(error))
        except Exception as error:
            if is_away(error):
                raise
            await self._failed(wanted, error, again=True)

    async def _failed(self, wanted: Wanted, error: Exception, *, again: bool) -> None:
        """A poison file stops no other."""
        _log.error("file %s: %s at %s", wanted.id, type(error).__name__, log.place(error))
        if again and wanted.attempt + 1 < _ATTEMPTS:
            later = _AGAIN * 2**wanted.attempt
            await self._store.run(lambda tx: fetches.put_off(tx, wanted, tx.now + later))
        else:
            await self._store.run(partial(self._missed, wanted=wanted, too_large=False))

    def _missed(self, tx: Tx, wanted: Wanted, *, too_large: bool) -> None:
        self._end(tx, wanted, lambda: self._hooks.missed(tx, wanted, too_large))

    @staticmethod
    def _end(tx: Tx, wanted: Wanted, then: Callable[[], None]) -> None:
        if fetches.done(tx, wanted):
            then()
