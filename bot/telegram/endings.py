"""Writes down what was sent: as many at once as have arrived while those before them were written."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.db.transaction import Unit
from bot.delivery import endings
from bot.delivery.outbox import Row


@dataclass(frozen=True, slots=True)
class Arrived:
    """Telegram has taken it, as this message if it is one."""

    message_id: int | None
    file: str | None = None  # the name at Telegram of a picture that was uploaded with it
    others: tuple[int, ...] = ()  # the further messages of an album


def arrived(result: Any, *, uploads: bool = False) -> Arrived:
    """What a request has become: a message, an album, or neither; what was uploaded has a name from now on."""
    first, *others = result if isinstance(result, list) and result else [result]
    found: dict[str, Any] = first if isinstance(first, dict) else {}
    sizes = found.get("photo") if uploads else None
    file = str(sizes[-1]["file_id"]) if sizes else None
    return Arrived(found.get("message_id"), file, tuple(int(each["message_id"]) for each in others))


class Endings:
    """`record` runs a unit of work until it is durable."""

    def __init__(self, record: Callable[[Unit[None]], Awaitable[None]]) -> None:
        self._record = record
        self._ended: list[tuple[Row, int | None]] = []
        self._next: asyncio.Task[None] | None = None  # writes what ends from now on
        self._last: asyncio.Task[None] | None = None

    async def sent(self, row: Row, message_id: int | None) -> None:
        """Until it is written that this row has become that message; all that are written together go on together."""
        self._ended.append((row, message_id))
        if self._next is None:
            self._next = asyncio.create_task(self._write(self._last))
        await asyncio.shield(self._next)

    async def _write(self, before: asyncio.Task[None] | None) -> None:
        if before is not None and not before.done():
            await asyncio.wait([before])
        ended, self._ended = self._ended, []
        self._last, self._next = self._next, None
        await self._record(partial(endings.sent, ended=ended))
