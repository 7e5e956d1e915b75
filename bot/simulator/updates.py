"""What Telegram holds for the bot until the bot has confirmed it."""

import asyncio
import json
from collections import OrderedDict, deque
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from bot.clock import Clock
from bot.simulator.refusals import Refused

FIRST_ID = 100_000_001
MESSAGES_LIVE = timedelta(hours=24)
PRESSES_LIVE = timedelta(seconds=150)
REMEMBERED = 50_000  # delivered updates that can be delivered once more
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True, eq=False)
class Waiting:
    """An update that the bot has not confirmed."""

    id: int
    text: str
    expires_at: datetime
    handed_over: bool = False
    queue: object = None  # what must arrive in its order: one kind of update of one chat


class Updates:
    """The queue behind getUpdates and the webhook."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._line: deque[Waiting] = deque()  # in the order of their ids
        self._again: list[Waiting] = []  # delivered a second time, below what was confirmed
        self.known: OrderedDict[int, str] = OrderedDict()
        self.next_id = FIRST_ID
        self._turn = 0
        self._bell: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] | None = None
        self.closed = False
        self.expired = 0  # thrown away because nobody fetched them in time

    def __len__(self) -> int:
        """How many are neither confirmed nor expired."""
        now = self._clock.now()
        return sum(waiting.expires_at > now for waiting in (*self._line, *self._again))

    def put(self, kind: str, body: dict[str, Any]) -> int | None:
        """Tell the bot that something happened; None when it has not asked for such news."""
        if not self._wanted(kind):
            return None
        live = PRESSES_LIVE if kind == "callback_query" else MESSAGES_LIVE
        owner = body["from"] if kind == "callback_query" else body.get("chat", {})
        queue = (kind, owner.get("id"))
        return self._append({"update_id": self.next_id, kind: body}, self._clock.now() + live, queue)

    def put_raw(self, update: dict[str, Any] | str) -> int:
        """Hold any JSON as an update, be it well-formed or not; it gets an id when it has none."""
        update = json.loads(update) if isinstance(update, str) else update
        if isinstance(update, dict) and "update_id" not in update:
            update = {"update_id": self.next_id, **update}
        expires_at = self._clock.now() + MESSAGES_LIVE
        given = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(given, int) or given >= self.next_id:
            self.next_id = max(self.next_id, given if isinstance(given, int) else 0)
            return self._append(update, expires_at)
        self._put_again(Waiting(given, json.dumps(update), expires_at))
        return given

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more, though it may have been confirmed."""
        self._put_again(Waiting(update_id, self.known[update_id], self._clock.now() + MESSAGES_LIVE))

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST

    def _append(self, update: Any, expires_at: datetime, queue: object = None) -> int:
        update_id = self.next_id
        self.next_id += 1
        text = json.dumps(update, ensure_ascii=False)
        self._line.append(Waiting(update_id, text, expires_at, queue=queue or update_id))
        self.known[update_id] = text
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        self.wake()
        return update_id

    def _put_again(self, waiting: Waiting) -> None:
        self._again.append(waiting)
        self.wake()

    def confirm(self, offset: int) -> None:
        """Forget the updates below `offset`; below zero it counts from the end."""
        if offset < 0:
            offset = self._line[max(len(self._line) + offset, 0)].id if self._line else self.next_id
        while self._line and self._line[0].id < offset:
            self._line.popleft()
        self._again = [waiting for waiting in self._again if not waiting.handed_over or waiting.id >= offset]

    def first(self, limit: int) -> list[Waiting]:
        """The oldest unconfirmed updates that are still alive."""
        now = self._clock.now()
        self._again = [waiting for waiting in self._again if waiting.expires_at > now]
        alive = [waiting for waiting in self._line if waiting.expires_at > now]
        self.expired += len(self._line) - len(alive)
        self._line = deque(alive)
        found = list(islice(chain(self._again, self._line), limit))
        for waiting in found:
            waiting.handed_over = True
        return found

    def free(self, taken: Collection[object]) -> Waiting | None:
        """The oldest update whose queue is not taken."""
        return next((each for each in self.first(len(self._line) + len(self._again)) if each.queue not in taken), None)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Waiting]:
        """Answer one getUpdates; a poll that is still waiting when the next one comes ends in a conflict."""
        self._turn += 1
        turn = self._turn
        self.wake()
        self.confirm(offset)
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while True:
            found, left = self.first(limit), until - loop.time()
            if found or left <= 0 or self.closed:
                return found
            await self.news(left)
            if turn != self._turn:
                raise Refused(409, OTHER_POLLER)

    def drop(self, waiting: Waiting) -> None:
        """Forget one update that the bot has accepted."""
        for line in (self._line, self._again):
            if waiting in line:
                line.remove(waiting)

    async def news(self, seconds: float) -> None:
        """Wait until something arrives, or for `seconds`."""
        self._bell = asyncio.get_running_loop().create_future()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._bell

    async def pause(self, seconds: float) -> None:
        """Let `seconds` pass, whatever arrives."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.get_running_loop().create_future()

    def wake(self) -> None:
        """Ring for whoever waits."""
        if self._bell is not None and not self._bell.done():
            self._bell.set_result(None)

    def close(self) -> None:
        """Let the waiting poller go."""
        self.closed = True
        self.wake()
