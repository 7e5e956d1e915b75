"""Where files are read: each in a process of its own, which ends with it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from bot.domain.school.roster_files import Unread
from bot.sheets import worker

WITHIN = 10.0
T = TypeVar("T")


async def apart(read: Callable[[], T], within: float = WITHIN) -> T | Unread:
    """What a file holds; of one that needs more time or memory than a list can need, only that."""
    spawn = get_context("spawn")  # a fork would take along the database, the keys and the network
    pool = ProcessPoolExecutor(1, spawn, worker.begin)
    try:
        async with asyncio.timeout(within):
            return await asyncio.get_running_loop().run_in_executor(pool, read)
    except (TimeoutError, BrokenProcessPool, MemoryError):
        return Unread.TOO_MUCH
    finally:
        for each in list((pool._processes or {}).values()):
            each.kill()
        pool.shutdown(wait=False, cancel_futures=True)
