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


def picture_in(result: Any) -> str | None:
    """Under which name Telegram keeps a picture that was uploaded."""
    sizes = result.get("photo") if isinstance(result, dict) else None
    return str(sizes[-1]["file_id"]) if sizes else None


def message_id_in(result: Any) -> int | None:
    """The message that a request has become, the first of an album; none where it became no message."""
    result = result[0] if isinstance(result, list) and result else result
    return result.get("message_id") if isinstance(result, dict) else None


def others_in(result: Any) -> tuple[int, ...]:
    """The further messages of an album."""
    return tuple(int(each["message_id"]) for each in result[1:]) if isinstance(result, list) else ()


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
        if before is not None:
            await asyncio.wait([before])
        ended, self._ended = self._ended, []
        self._last, self._next = self._next, None
        await self._record(partial(endings.sent, ended=ended))
