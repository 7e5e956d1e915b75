"""Where files are read: each in a process of its own, which ends with it."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from bot.domain.school.roster_files import Content, Unread
from bot.sheets import worker

WITHIN = 10.0
ASK = worker.ASK


async def read(content: bytes, charset: str = "", within: float = WITHIN) -> Content:
    """What a file holds; of one that needs more time or memory than a list can need, only that."""
    spawn = get_context("spawn")  # a fork would take along the database, the keys and the network
    pool = ProcessPoolExecutor(1, spawn, worker.begin)
    try:
        async with asyncio.timeout(within):
            return await asyncio.get_running_loop().run_in_executor(pool, worker.read, content, charset)
    except (TimeoutError, BrokenProcessPool, MemoryError):
        return Unread.TOO_MUCH
    finally:
        for each in list((pool._processes or {}).values()):
            each.kill()
        pool.shutdown(wait=False, cancel_futures=True)
