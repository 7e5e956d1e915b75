"""Sends: picks the best row when a slot is free, and records one of three outcomes: sent, failed, unknown."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import TelegramError

from bot import log
from bot.clock import stopwatch
from bot.domain.tell import Lane
from bot.errors import Refused
from bot.storage import outbox, people
from bot.storage.store import Store
from bot.storage.transaction import Tx
from bot.telegram.client import Client
from bot.telegram.failures import OutcomeUnknown, is_same, is_uneditable, refusal
from bot.telegram.pacer import FAST, Pacer
from bot.texts.message import Request
from bot.texts.render import render

_log = log.get("sender")

IN_FLIGHT = 50
_BACK_OFF = timedelta(seconds=2)
_IDLE = 5.0


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed row and the request that says it."""

    row: outbox.Row
    request: Request


class Sender:
    """One step hands at most one request to the network; the answers are awaited beside it."""

    def __init__(self, client: Client, store: Store, pacer: Pacer) -> None:
        self._client = client
        self._store = store
        self._pacer = pacer
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._busy_chats: set[int] = set()
        self.landed = asyncio.Event()  # a request has come to its end

    async def start(self) -> None:
        """Decide on what a process that died has left in flight."""
        await self._store.run(lambda tx: outbox.recover(tx, everything=True))

    async def step(self) -> int:
        """Send the best row that may go now; 1 when there was one."""
        if len(self._flying) >= IN_FLIGHT:
            return 0
        parcel = await self._store.run(self._pick)
        if parcel is None:
            return 0
        if parcel.row.chat is not None:
            self._pacer.count(parcel.row.chat, stopwatch())
            self._busy_chats.add(parcel.row.chat)
        task = asyncio.create_task(self._deliver(parcel))
        self._flying[parcel.row.id] = task
        return 1

    def rest(self) -> float:
        """Seconds until a step may find more to send than the last one did, when nothing new is put in."""
        now = stopwatch()
        waits = [_IDLE, self._pacer.next_ready(now) or _IDLE]
        if (slot := self._pacer.wait(now)) > 0:
            waits.append(slot)
        return max(min(waits), 0.001)

    async def drain(self) -> None:
        """Wait for everything in flight."""
        while self._flying:
            await asyncio.gather(*self._flying.values(), return_exceptions=True)

    def _pick(self, tx: Tx) -> Parcel | None:
        """The unit of work: claim the best row and render it; what has nothing to say any more is dropped."""
        while (number := self._best(tx)) is not None:
            row = outbox.claim(tx, number)
            if row is None:
                continue
            try:
                request = render(tx, row)
            except Exception as error:
                _log.error("outbox row %s: %s while it was written", row.id, type(error).__name__)
                outbox.finish(tx, row.id, "discarded", reason=f"not rendered: {type(error).__name__}")
                continue
            if request is None:
                outbox.finish(tx, row.id, "cleared", reason="nothing left to say")
                continue
            return Parcel(row, request)
        return None

    def _best(self, tx: Tx) -> int | None:
        free = outbox.best(tx, tuple(Lane), paced=False, without=self._flying)
        if free is not None:
            return free
        now = stopwatch()
        lanes = self._pacer.lanes(now)
        fast = [each for each in lanes if each in FAST]
        slow = [each for each in lanes if each not in FAST]
        return self._best_of(tx, fast, now, fast=True) or self._best_of(tx, slow, now, fast=False)

    def _best_of(self, tx: Tx, lanes: list[Lane], now: float, *, fast: bool) -> int | None:
        if not lanes:
            return None
        resting = {*self._pacer.resting(now, fast=fast), *self._busy_chats}
        return outbox.best(tx, lanes, paced=True, without_chats=resting)

    async def _deliver(self, parcel: Parcel) -> None:
        row = parcel.row
        try:
            result = await self._client.call(parcel.request.method, parcel.request.params)
        except TelegramError as error:
            await self._failed(row, error)
        else:
            await self._store.run(lambda tx: _sent(tx, row, result))
        finally:
            self._flying.pop(row.id, None)
            if row.chat is not None:
                self._busy_chats.discard(row.chat)
            self.landed.set()

    async def _failed(self, row: outbox.Row, error: TelegramError) -> None:
        try:
            refused = refusal(error)
        except OutcomeUnknown as unknown:
            reason = str(unknown)
            await self._store.run(lambda tx: _unknown(tx, row, reason))
            return
        if refused.retry_after is not None and row.chat is not None:
            self._pacer.pause(row.chat, refused.retry_after, stopwatch())
        await self._store.run(lambda tx: _refused(tx, row, refused))


def _sent(tx: Tx, row: outbox.Row, result: Any) -> None:
    message_id = result.get("message_id") if isinstance(result, dict) else None
    outbox.finish(tx, row.id, "sent", message_id=message_id)
    if row.card and row.person_id is not None and message_id is not None:
        outbox.remember_card(tx, row.person_id, row.card, message_id)
    tx.woke.add("outbox")


def _unknown(tx: Tx, row: outbox.Row, reason: str) -> None:
    """Telegram may have it: sent again when a person or an alert spoke, otherwise left at that."""
    if row.again and row.attempt < outbox.ATTEMPTS:
        outbox.put_back(tx, row.id, tx.now + _BACK_OFF, f"unknown: {reason}")
    else:
        outbox.finish(tx, row.id, "unknown", reason=reason[:200])


def _refused(tx: Tx, row: outbox.Row, refused: Refused) -> None:
    if is_same(refused):
        outbox.finish(tx, row.id, "sent", reason="it said so already")
    elif is_uneditable(refused):
        _as_new_message(tx, row)
    elif refused.unreachable and row.person_id is not None:
        _unreachable(tx, row, row.person_id, refused)
    elif refused.permanent:
        _log.error("outbox row %s: refused: %s", row.id, refused.reason)
        outbox.finish(tx, row.id, "discarded", reason=refused.reason[:200])
    else:
        wait = timedelta(seconds=refused.retry_after) if refused.retry_after else _BACK_OFF * min(row.attempt, 15)
        outbox.put_back(tx, row.id, tx.now + wait, refused.reason)


def _as_new_message(tx: Tx, row: outbox.Row) -> None:
    """The message is gone or too old to be changed: a new one says it."""
    if row.card and row.person_id is not None:
        outbox.forget_card(tx, row.person_id, row.card)
    outbox.put_back(tx, row.id, tx.now, "a new message says it")
    outbox.set_payload(tx, row.id, {name: value for name, value in row.payload.items() if name != "edit"})


def _unreachable(tx: Tx, row: outbox.Row, person_id: int, refused: Refused) -> None:
    """Keep everything for this person until they are back."""
    people.change(tx, person_id, unreachable_since=tx.now)
    outbox.put_back(tx, row.id, tx.now, refused.reason)
    outbox.hold(tx, person_id)
