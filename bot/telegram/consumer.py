"""Handles what came: some updates of different chats in one unit of work; where one of them raises, each in its own."""

import asyncio
from collections.abc import Mapping

from telegram import Bot, Update

from bot import log, metrics
from bot.clock import stopwatch
from bot.db import locking
from bot.db.availability import is_away
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.delivery.inbox import Taken
from bot.errors import CannotDecrypt
from bot.telegram.hooks import Handle
from bot.telegram.reading import read

# So many updates in one unit, for so many seconds at most: what somebody waits for meanwhile waits for all of them.
BATCH, SECONDS = 40, 0.02
# Where processes share a database nothing waits but the families that a unit holds: fewer updates, and so many units.
SHARED_BATCH, SHARED_AT_ONCE = 8, 4

_log = log.get("consumer")
_HANDLED = metrics.UPDATES.labels("handled")  # to look it up takes longer than to count


class Consumer:
    """One step handles a batch: of each chat its oldest update, so that each chat's are handled in their order."""

    def __init__(self, store: Store, bot: Bot, handle: Handle, seconds: float = SECONDS) -> None:
        self._store = store
        self._bot = bot
        self._handle_update = handle
        self._seconds = seconds

    async def step(self) -> int:
        """Handle what waits and no other process has in hand; how many rows were looked at."""
        most = SHARED_BATCH if self._store.shared else BATCH
        did = await self._some(most)
        if did < most or not self._store.shared:
            return did
        return did + sum(await asyncio.gather(*(self._some(most) for _ in range(SHARED_AT_ONCE))))

    async def _some(self, most: int) -> int:
        """A few updates of different chats in one transaction; when one of them fails, each in one of its own."""
        taken: list[Taken] = []
        try:
            await self._store.run(lambda tx: self._handle_some(tx, most, taken))
        except Exception as error:
            if isinstance(error, CannotDecrypt) and not taken:  # one of them cannot be read: it alone is parked
                return await self._one_by_one(most)
            if not taken:
                raise
            if len(taken) == 1 and await self._failed(taken[0].chat, taken[0].id, error):
                return 1
            await self._chats({each.chat or ("row", each.id): [each.id] for each in taken})
        else:
            _HANDLED.inc(len(taken))
        return len(taken)

    def _handle_some(self, tx: Tx, most: int, taken: list[Taken]) -> None:
        taken.clear()
        until = stopwatch() + self._seconds
        waiting = inbox.take_some(tx, most)
        locking.around(tx, [each.chat for each in waiting if each.chat is not None])
        for each in waiting:
            taken.append(each)
            self._handle(tx, each)
            if not self._store.shared and stopwatch() >= until:
                break
        inbox.finish_some(tx, [each.id for each in taken])

    async def _one_by_one(self, limit: int) -> int:
        chats = await self._store.run(lambda tx: _by_chat(tx, limit))
        await self._chats(chats)
        return sum(map(len, chats.values()))

    async def _chats(self, chats: Mapping[object, list[int]]) -> None:
        """Each chat's rows in their order, the chats side by side; one that fails does not stop the others."""
        ends = await asyncio.gather(*(self._one_chat(*each) for each in chats.items()), return_exceptions=True)
        for end in ends:
            if isinstance(end, BaseException):
                raise end

    async def _one_chat(self, chat: object, numbers: list[int]) -> None:
        for number in numbers:
            while not await self._one(chat, number):
                pass

    async def _one(self, chat: object, number: int) -> bool:
        """Handle one row; false when it failed and is to be tried again. Raises while the database is away."""
        try:
            await self._store.run(lambda tx: self.handle(tx, number))
        except Exception as error:
            return await self._failed(chat, number, error)
        _HANDLED.inc()
        return True

    async def _failed(self, chat: object, number: int, error: Exception) -> bool:
        """Count the failure of one row; whether it is parked now. Raises while the database is away."""
        if is_away(error):
            raise error
        reason = f"{type(error).__name__} in {log.place(error)}"
        parked, who = await self._store.run(
            lambda tx: (inbox.fail(tx, number, reason), tx.keyring.pseudonym(str(chat)))
        )
        metrics.UPDATES.labels("parked" if parked else "failed").inc()
        _log.error("update row %s of %s: %s%s", number, who, reason, "; parked" if parked else "")
        return parked

    def handle(self, tx: Tx, number: int) -> None:
        """The unit of work for one update: parse, handle, mark done."""
        taken = inbox.take(tx, number)
        if taken is not None:
            locking.around(tx, [taken.chat] if taken.chat is not None else [])
            self._handle(tx, taken)
            inbox.finish(tx, number)

    def _handle(self, tx: Tx, taken: Taken) -> None:
        update = read(taken.id, taken.payload, self._bot)
        self._handle_update(tx, update)
        if _is_not_for_us(update):
            inbox.forget(tx, taken.id)


def _by_chat(tx: Tx, limit: int) -> dict[object, list[int]]:
    """The next rows, by chat."""
    chats: dict[object, list[int]] = {}
    for number, chat in inbox.waiting(tx, limit):
        chats.setdefault(chat if chat is not None else ("row", number), []).append(number)
    return chats


def _is_not_for_us(update: Update) -> bool:
    """Where somebody is and whose number they have is never kept, not even as it came."""
    said = update.effective_message
    return said is not None and bool(said.location or said.contact or said.venue)
