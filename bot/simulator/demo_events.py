"""News for the demo's page, by server-sent events."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from bot.simulator.messages import Chat

PAUSE = 0.1  # at most ten pieces of news a second
MINUTE = 60.0  # the clock moves even when nobody does anything
TYPING = 1.0  # a typing line must vanish by itself

Notification = Callable[[set[int] | None], dict[str, Any]]
Busy = Callable[[], bool]


class Listener:
    """One open page: which chats have changed since it was last told."""

    def __init__(self) -> None:
        self._changed: set[int] = set()
        self._news = asyncio.Event()

    def note(self, chat_ids: set[int]) -> None:
        """Remember that these chats look different."""
        self._changed |= chat_ids
        self._news.set()

    async def changed(self, seconds: float) -> set[int]:
        """The chats that have changed, as soon as there are any, or after `seconds` none."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()
        self._news.clear()
        changed, self._changed = self._changed, set()
        return changed


class DemoEvents:
    """All open pages."""

    def __init__(self, notify: Notification, busy: Busy) -> None:
        self._tell = notify
        self._busy = busy
        self._listeners: set[Listener] = set()
        self._closing = asyncio.Event()

    def note(self, chat: Chat) -> None:
        """Something in `chat` looks different."""
        self.note_all({chat.id})

    def note_all(self, chat_ids: set[int]) -> None:
        """These chats look different."""
        for listener in self._listeners:
            listener.note(chat_ids)

    async def close(self, _: web.Application) -> None:
        """Let the pages go."""
        self._closing.set()
        self.note_all(set())

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /demo/events: the whole state, then every change."""
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await answer.prepare(request)
        listener = Listener()
        self._listeners.add(listener)
        try:
            await self._send(answer, None)
            while not self._closing.is_set():
                changed = await listener.changed(TYPING if self._busy() else MINUTE)
                await self._send(answer, changed or None)
                await self._breathe()
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._listeners.discard(listener)
        return answer

    async def _send(self, answer: web.StreamResponse, chats: set[int] | None) -> None:
        state = json.dumps(self._tell(chats), ensure_ascii=False)
        await answer.write(f"data: {state}\n\n".encode())

    async def _breathe(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PAUSE):
                await self._closing.wait()
