"""A watch that one process has at a time: fetching updates, sending. Alone on its database, a process has it always."""

import asyncio
import contextlib
import math
import secrets
from collections.abc import Awaitable, Callable

from bot import metrics
from bot.clock import stopwatch
from bot.db import leases
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.liveness import Liveness
from bot.loop import WakeUp

# How often a holder says that it lives, and the others look: both far below the lease.
_KEEP, _LOOK, _ALONE = 2.0, 1.0, 3600.0


class Leadership:
    """Taken and kept by `look`; `began` is called with the seconds to keep quiet before work begins."""

    def __init__(self, store: Store, name: str, began: Callable[[float], Awaitable[None]]) -> None:
        self.bell = WakeUp()
        self._store = store
        self._name = name
        self._began = began
        self._holder = secrets.token_hex(16)
        self._until = -math.inf
        self._mine = asyncio.Event()
        self._not_before = -math.inf

    @property
    def mine(self) -> bool:
        """Whether there is time enough left for what is let go now to arrive before another process begins."""
        return stopwatch() < self._until

    @property
    def was_just_kept(self) -> bool:
        """Whether it is ours, and a holder would rest before the next look."""
        return stopwatch() < self._until - (leases.LEASE - leases.DIED - _KEEP)

    async def turn(self, at_most: float | None = None) -> None:
        """Until it is ours, or for `at_most` seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most):
                while not self.mine:
                    self._mine.clear()
                    await self._mine.wait()

    async def look(self) -> float:
        """Take it if it is free, keep it if it is ours; seconds until the next look."""
        if not self._store.shared:
            if not self.mine:
                await self._began(0.0)
                self._have_until(math.inf)
            return _ALONE
        asked = stopwatch()
        if asked < self._not_before:
            return min(self._not_before - asked, _LOOK)
        session = self._store.session
        found = await self._store.run(lambda tx: leases.take(tx, self._name, self._holder, session))
        if not found.ours:
            self._until = -math.inf
            metrics.WATCH.labels(self._name).set(0)
            return min(found.free_in, _LOOK)
        if asked >= self._until:
            await self._began(found.quiet)
        self._have_until(asked + leases.LEASE - leases.DIED)
        return _KEEP

    async def keep(self, liveness: Liveness) -> int:
        """One look and the rest after it; a bell wakes it when another process gives the watch back."""
        with liveness.step(f"watch of the {self._name}"):
            rest = await self.look()
        await self.bell.wait(rest)
        return 1

    def holds(self, tx: Tx) -> bool:
        """As `mine`, by the database's clock, in the transaction that acts on it."""
        return not self._store.shared or leases.holds(tx, self._name, self._holder)

    async def give_way(self, seconds: float) -> None:
        """Let another process try, which may get through where this one does not; after so long it is ours again."""
        self._not_before = stopwatch() + seconds
        await self.give_back()

    async def give_back(self) -> None:
        """Let another process have it at once."""
        self._until = -math.inf
        metrics.WATCH.labels(self._name).set(0)
        if self._store.shared:
            await self._store.run(lambda tx: leases.give_back(tx, self._name, self._holder))

    def _have_until(self, until: float) -> None:
        self._until = until
        metrics.WATCH.labels(self._name).set(1)
        self._mine.set()
