"""Asks for one row, and goes on listening to an answer that comes late."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from telegram.error import TelegramError, TimedOut

from bot.telegram.client import Client
from bot.telegram.endings import Arrived, arrived
from bot.telegram.rendering import Outgoing

# A request without an answer after so many seconds is sent again; its answer still counts for as long as the next says.
PATIENCE = 20.0
LISTENS = 90.0
# A large file is on its way for longer: so many of its bytes go up in a second where the line is slow.
SLOWLY = 100_000


class Asking:
    """`arrived_late` is told of what Telegram has taken after all, as which messages."""

    def __init__(self, client: Client, arrived_late: Callable[[Outgoing, Arrived], Awaitable[None]]) -> None:
        self._client = client
        self._arrived_late = arrived_late
        self._late: dict[asyncio.Task[Any], int] = {}  # requests that are not waited for any more, and their rows

    @property
    def late(self) -> Iterable[asyncio.Task[Any]]:
        """What is still listened to."""
        return tuple(self._late)

    def still(self, row_id: int) -> int:
        """How many requests of this row may still be answered."""
        return sum(each == row_id for each in self._late.values())

    async def listened(self) -> None:
        """Wait for every answer that is late."""
        while self._late:
            await asyncio.wait(self._late)

    async def answer(self, out: Outgoing) -> Any:
        """Telegram's answer, where it comes in time; a later one is listened to still. Raises TelegramError."""
        request, on_the_way = out.request, out.request.size / SLOWLY
        asked = asyncio.ensure_future(self._client.call(request.method, request.params, within=LISTENS + on_the_way))
        try:
            done, _ = await asyncio.wait({asked}, timeout=PATIENCE + on_the_way)
        except asyncio.CancelledError:
            asked.cancel()
            raise
        if done:
            return asked.result()
        self._late[asked] = out.row.id
        listening = asyncio.create_task(self._listen(out, asked))
        self._late[listening] = -1
        listening.add_done_callback(self._late.pop)
        raise TimedOut("no answer yet")

    async def _listen(self, out: Outgoing, asked: "asyncio.Task[Any]") -> None:
        try:
            end = arrived(await asked)
        except TelegramError:
            return
        finally:
            self._late.pop(asked, None)
        await self._arrived_late(out, end)
