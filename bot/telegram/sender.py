"""Sends: picks the best row when a slot is free, and records one of three outcomes: sent, failed, unknown."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from telegram.error import TelegramError

from bot import log, metrics
from bot.clock import stopwatch
from bot.domain.tell import Lane
from bot.errors import Refused
from bot.loop import Bell
from bot.storage import news, outbox, reach, tellings
from bot.storage.away import is_away
from bot.storage.store import Store
from bot.storage.transaction import Tx, Unit
from bot.telegram.client import Client, ServerFailed
from bot.telegram.endings import Endings
from bot.telegram.failures import OutcomeUnknown, concerns_all, is_left, is_same, is_uneditable, refusal
from bot.telegram.pacer import Leaving, Pacer
from bot.telegram.picking import Parcel, Picker, back_off, give_up
from bot.telegram.watch import Watch

_log = log.get("sender")

# An alert whose outcome stays unknown is tried for an hour, everything else for some minutes.
URGENT_ATTEMPTS = 60
_IDLE = 5.0
RECORD_AGAIN = 0.5
_IN_WORDS = {"sendMessage", "editMessageText"}
_RECOVER_EVERY = 10.0


@dataclass(frozen=True, slots=True)
class Arrived:
    """Telegram has taken it, as this message if it is one."""

    message_id: int | None


class Sender:
    """One step hands the best rows to the network; the answers are awaited beside it."""

    def __init__(self, client: Client, store: Store, pacer: Pacer) -> None:
        self._client = client
        self._store = store
        self._pacer = pacer
        self.watch = Watch(store, "sender", self._begin)
        self._picker = Picker(pacer, self.watch.holds)
        self._endings = Endings(self._record)
        self.bell = Bell()  # something may leave
        self._picking: asyncio.Task[int] | None = None
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._busy_chats: set[int] = set()
        self._recover_at = 0.0
        self._in_doubt: dict[int, int] = {}  # claimed as this attempt, perhaps, and never let go
        self.landed = asyncio.Event()  # a request has come to its end

    async def _begin(self, quiet: float) -> None:
        """Decide on what the sender before us has left in flight: it has died, or may send no more."""
        self._pacer.rest(quiet, stopwatch())
        await self._store.run(self._decide)

    async def step(self) -> int:
        """Send the best that may go now; how much it was. Cancelled, it still sends what it has claimed."""
        if len(self._flying) >= self._picker.most or not self.watch.mine:
            return 0
        self._picking = asyncio.create_task(self._step())
        return await asyncio.shield(self._picking)

    def rest(self) -> float:
        """Seconds until a step may find more to send than the last one did, when nothing new is put in."""
        now = stopwatch()
        waits = [_IDLE, self._pacer.next_ready(now) or _IDLE, self._pacer.wait(now) or _IDLE]
        return max(min(waits), 0.001)

    async def drain(self) -> None:
        """Wait for everything in flight."""
        if self._picking is not None:
            await asyncio.wait([self._picking])
        while self._flying:
            await asyncio.gather(*self._flying.values(), return_exceptions=True)

    async def _step(self) -> int:
        parcels: list[Parcel] = []
        try:
            await self._store.run(lambda tx: self._pick(tx, parcels))
        except Exception:
            # Nobody knows whether this was committed; but nothing of it has left.
            self._in_doubt |= {each.row.id: each.row.attempt for each in parcels}
            raise
        self._in_doubt.clear()
        for each in parcels:
            self._let_go(each)
        return len(parcels)

    def _let_go(self, parcel: Parcel) -> None:
        leaving = None
        if parcel.row.chat is not None:
            leaving = self._pacer.count(parcel.row.chat, stopwatch())
            self._busy_chats.add(parcel.row.chat)
        self._flying[parcel.row.id] = asyncio.create_task(self._deliver(parcel, leaving))

    def _pick(self, tx: Tx, parcels: list[Parcel]) -> None:
        self._take_back(tx)
        self._recover(tx)
        parcels[:] = self._picker.pick(tx, len(self._flying), set(self._busy_chats))

    def _decide(self, tx: Tx) -> None:
        self._take_back(tx)
        outbox.recover(tx, everything=True, without=list(self._flying))

    def _take_back(self, tx: Tx) -> None:
        for number, attempt in self._in_doubt.items():
            outbox.unclaim(tx, number, attempt)

    def _recover(self, tx: Tx) -> None:
        """Now and then: what was claimed and has met no end, because writing that end failed."""
        now = stopwatch()
        if now >= self._recover_at and self.watch.holds(tx):
            outbox.recover(tx, without=list(self._flying))
            self._recover_at = now + _RECOVER_EVERY

    async def _deliver(self, parcel: Parcel, leaving: Leaving | None) -> None:
        row = parcel.row
        try:
            if self.watch.mine:  # else this process stood still after the claim; whoever sends now decides on the row
                await self._end(parcel, await self._request(parcel, leaving))
        except Exception as error:
            # The row stays claimed; once its lease is over, `recover` decides on it.
            _log.error("outbox row %s: %s after it was sent", row.id, type(error).__name__)
        finally:
            self._flying.pop(row.id, None)
            if row.chat is not None:
                self._busy_chats.discard(row.chat)
            self.bell.ring()
            self.landed.set()

    async def _end(self, parcel: Parcel, end: Unit[None] | Arrived) -> None:
        if not isinstance(end, Arrived):
            await self._record(end)
        elif parcel.row.card or parcel.request.rest:
            await self._record(partial(_sent, row=parcel.row, message_id=end.message_id, rest=parcel.request.rest))
        else:
            await self._endings.sent(parcel.row, end.message_id)

    async def _record(self, end: Unit[None]) -> None:
        """Write down how it ended; a database that is away is waited for, so that nothing is sent twice for it."""
        while True:
            try:
                return await self._store.run(end)
            except Exception as error:
                if not is_away(error):
                    raise
            await Bell().wait(RECORD_AGAIN)

    async def _request(self, parcel: Parcel, leaving: Leaving | None) -> Unit[None] | Arrived:
        """Hand the request to the network; what it has become, or the unit of work that records another outcome."""
        row, began = parcel.row, stopwatch()
        try:
            result = await self._client.call(parcel.request.method, parcel.request.params)
        except TelegramError as error:
            return self._failed(parcel, error)
        finally:
            metrics.SEND_SECONDS.observe(stopwatch() - began)
            if leaving is not None:
                self._pacer.landed(leaving, stopwatch())
        self._pacer.heard()
        _count(row, "sent")
        return Arrived(result.get("message_id") if isinstance(result, dict) else None)

    def _failed(self, parcel: Parcel, error: TelegramError) -> Unit[None]:
        row = parcel.row
        others_work = concerns_all(error) and self._pacer.unheard(stopwatch())
        if not concerns_all(error):
            self._pacer.heard()
        try:
            refused = refusal(error)
        except OutcomeUnknown as unknown:
            _count(row, "unknown")
            return partial(_unknown, row=row, reason=str(unknown))
        if refused.retry_after is not None and row.chat is not None:
            self._pacer.pause(row.chat, refused.retry_after, stopwatch())
        _count(row, _outcome(refused))
        if isinstance(error, ServerFailed) and others_work:
            return partial(_not_taken, row=row, reason=refused.reason)
        return partial(_refused, row=row, refused=refused, in_words=parcel.request.method in _IN_WORDS)


def _count(row: outbox.Row, outcome: str) -> None:
    metrics.SENDS.count(row.lane.name.lower(), outcome)


def _outcome(refused: Refused) -> str:
    if is_same(refused) or is_left(refused):
        return "sent"
    if refused.retry_after is not None:
        return "flood"
    if refused.unreachable:
        return "unreachable"
    return "refused" if refused.permanent else "again"


def _sent(tx: Tx, row: outbox.Row, message_id: int | None, rest: tuple[str, ...]) -> None:
    if outbox.finish(tx, row.id, "sent", message_id=message_id, attempt=row.attempt):
        for text in rest:
            payload = {"about": [], "text": text}
            outbox.put(tx, payload, chat=row.chat, person_id=row.person_id, lane=row.lane, again=True)
    if row.card and row.person_id is not None and message_id is not None:
        outbox.remember_card(tx, row.person_id, row.card, message_id)
        news.remember(tx, row.person_id, row.payload, message_id)
    tx.woke.add("outbox")


def _unknown(tx: Tx, row: outbox.Row, reason: str) -> None:
    """Telegram may have it: sent again when a person or an alert spoke, otherwise left at that.

    Only such ends are counted: a Telegram that was away for hours before uses nothing up.
    """
    times = row.payload.get("unknown", 0) + 1
    if row.again and times < _attempts(row):
        if outbox.put_back(tx, row.id, tx.now + back_off(row), f"unknown: {reason}", attempt=row.attempt):
            outbox.set_payload(tx, row.id, {**row.payload, "unknown": times})
    else:
        give_up(tx, row, "unknown", reason, refused=False)
    tx.woke.add("outbox")


def _not_taken(tx: Tx, row: outbox.Row, reason: str) -> None:
    """Telegram fails at this request while it does others: in the end it makes room for what waits behind it."""
    times = row.payload.get("failed", 0) + 1
    if times < _attempts(row):
        if outbox.put_back(tx, row.id, tx.now + back_off(row), reason, attempt=row.attempt):
            outbox.set_payload(tx, row.id, {**row.payload, "failed": times})
    else:
        _log.error("outbox row %s: not taken: %s", row.id, reason)
        give_up(tx, row, "discarded", reason, refused=True)
    tx.woke.add("outbox")


def _attempts(row: outbox.Row) -> int:
    return URGENT_ATTEMPTS if row.lane == Lane.URGENT else outbox.ATTEMPTS


def _refused(tx: Tx, row: outbox.Row, refused: Refused, *, in_words: bool) -> None:
    tx.woke.add("outbox")
    if is_same(refused):
        outbox.finish(tx, row.id, "sent", reason="it said so already", attempt=row.attempt)
    elif is_left(refused):
        outbox.finish(tx, row.id, "cleared", reason=refused.reason, attempt=row.attempt)
    elif is_uneditable(refused):
        _as_new_message(tx, row)
    elif refused.unreachable and row.person_id is not None:
        _unreachable(tx, row, row.person_id, refused)
    elif refused.moved_to is not None and row.chat is not None:
        outbox.put_back(tx, row.id, tx.now, refused.reason, attempt=row.attempt)
        outbox.move(tx, row.chat, refused.moved_to)
    elif refused.permanent and in_words and row.again and "plain" not in row.payload:
        _in_words_alone(tx, row, refused)
    elif refused.permanent:
        _log.error("outbox row %s: refused: %s", row.id, refused.reason)
        give_up(tx, row, "discarded", refused.reason, refused=True)
    else:
        wait = timedelta(seconds=refused.retry_after) if refused.retry_after else back_off(row)
        outbox.put_back(tx, row.id, tx.now + wait, refused.reason, attempt=row.attempt)


def _in_words_alone(tx: Tx, row: outbox.Row, refused: Refused) -> None:
    """What Telegram refuses may be a button or a mark: what matters arrives without."""
    _log.error("outbox row %s: refused, and tried again in words alone: %s", row.id, refused.reason)
    if outbox.put_back(tx, row.id, tx.now, refused.reason, attempt=row.attempt):
        outbox.set_payload(tx, row.id, {**row.payload, "plain": True})


def _as_new_message(tx: Tx, row: outbox.Row) -> None:
    """The message is gone or too old to be changed: a new one says it."""
    if row.card and row.person_id is not None:
        outbox.forget_card(tx, row.person_id, row.card)
    due_at = tx.now if row.person_id is None else tellings.awake(tx, row.person_id, row.lane, written=row.again)
    if outbox.put_back(tx, row.id, due_at, "a new message says it", attempt=row.attempt):
        outbox.set_payload(tx, row.id, {name: value for name, value in row.payload.items() if name != "edit"})


def _unreachable(tx: Tx, row: outbox.Row, person_id: int, refused: Refused) -> None:
    """Keep everything for this person until they are back; those around them are told."""
    outbox.put_back(tx, row.id, tx.now, refused.reason, attempt=row.attempt)
    reach.lost(tx, person_id)
