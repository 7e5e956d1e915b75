"""Where files are read: each in a process of its own, which ends with it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from bot.domain.school import calendar_imports
from bot.domain.school.calendar_imports import Window
from bot.domain.school.roster_files import Content, Unread
from bot.sheets import calendars, worker

WITHIN = 10.0
ASK = worker.ASK
T = TypeVar("T")


async def read(content: bytes, charset: str = "", within: float = WITHIN) -> Content:
    """What a list holds; of one that needs more time or memory than a list can need, only that."""
    return await _apart(within, worker.read, content, charset)


async def read_calendar(content: bytes, window: Window, within: float = WITHIN) -> calendar_imports.Content:
    """The same of a calendar."""
    return await _apart(within, calendars.entries_of, content, window)


async def _apart(within: float, read: Callable[..., T], *given: object) -> T | Unread:
    spawn = get_context("spawn")  # a fork would take along the database, the keys and the network
    pool = ProcessPoolExecutor(1, spawn, worker.begin)
    try:
        async with asyncio.timeout(within):
            return await asyncio.get_running_loop().run_in_executor(pool, read, *given)
    except (TimeoutError, BrokenProcessPool, MemoryError):
        return Unread.TOO_MUCH
    finally:
        for each in list((pool._processes or {}).values()):
            each.kill()
        pool.shutdown(wait=False, cancel_futures=True)
