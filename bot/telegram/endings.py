"""Writes down what was sent: as many at once as have arrived while those before them were written."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from bot.storage import endings
from bot.storage.outbox import Row
from bot.storage.transaction import Unit


class Endings:
    """`record` runs a unit of work until it is durable."""

    def __init__(self, record: Callable[[Unit[None]], Awaitable[None]]) -> None:
        self._record = record
        self._ended: list[tuple[Row, int | None]] = []
        self._writing = asyncio.Lock()

    async def sent(self, row: Row, message_id: int | None) -> None:
        """Until it is written that this row has become that message."""
        self._ended.append((row, message_id))
        async with self._writing:
            if self._ended:  # else whoever wrote before us has written ours too
                ended, self._ended = self._ended, []
                await self._record(partial(endings.sent, ended=ended))
