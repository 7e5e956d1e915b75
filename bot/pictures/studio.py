"""Where pictures and pages are drawn: a process that begins with the first, and ends when none is wanted any more.

What draws needs memory and time that the alerts must not wait for; so it is loaded there, and nowhere else.
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from telegram import InputFile

from bot import log
from bot.delivery.requests import Request
from bot.pictures import worker

_log = log.get("studio")

IDLE = 60.0  # seconds after the last picture in which another one is waited for
AT_MOST = 500  # pictures of one process


class Studio:
    """Draws what a request asks for; one at a time."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._drawn_there = 0
        self._wanted = 0
        self._closing: asyncio.TimerHandle | None = None

    @property
    def workers(self) -> list[int]:
        """The processes that draw now."""
        return [] if self._pool is None else list(self._pool._processes or ())

    async def finish(self, request: Request) -> Request:
        """The request with its picture, where it has one to be drawn; where none comes, what is said instead of it."""
        drawing = request.drawing
        if drawing is None:
            return request
        try:
            content = await self._drawn(drawing.what)
        except Exception as error:
            if drawing.undrawn is None:
                raise
            _log.error("%s could not be drawn: %s", drawing.name, type(error).__name__)
            return drawing.undrawn
        picture = InputFile(content, filename=drawing.name)
        return replace(request, params={**request.params, drawing.into: picture}, drawing=None)

    async def _drawn(self, wanted: worker.Wanted) -> bytes:
        """Should the process have died, another one tries once more."""
        self._wanted += 1
        try:
            try:
                return await self._ask(wanted)
            except BrokenProcessPool:
                return await self._ask(wanted)
        finally:
            self._wanted -= 1
            self._rest()

    async def _ask(self, wanted: worker.Wanted) -> bytes:
        if self._pool is not None and self._drawn_there >= AT_MOST:
            # Counted here: with its own max_tasks_per_child a pool of one begins no second process, and waits for ever.
            pool, self._pool = self._pool, None
            pool.shutdown(wait=False)  # once it has drawn what it was asked for
        if self._pool is None:
            spawn = get_context("spawn")  # a fork would take along the database, the keys and the network
            self._pool, self._drawn_there = ProcessPoolExecutor(1, spawn, worker.begin), 0
        self._drawn_there += 1
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, worker.draw, wanted)
        except BrokenProcessPool:
            pool.shutdown(wait=False)
            self._pool = None if self._pool is pool else self._pool  # who waited beside it has begun another already
            raise

    def _rest(self) -> None:
        if self._closing is not None:
            self._closing.cancel()
        self._closing = None
        if not self._wanted and self._pool is not None:
            self._closing = asyncio.get_running_loop().call_later(IDLE, self.close)

    def close(self) -> None:
        """Give the memory back."""
        pool, self._pool = self._pool, None
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
