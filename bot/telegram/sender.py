"""Sends: picks the best row when a slot is free, and records one of three outcomes: sent, failed, unknown."""

import asyncio
from collections.abc import Sequence
from functools import partial

from telegram.error import TelegramError

from bot import log, metrics
from bot.clock import stopwatch
from bot.db.availability import is_away
from bot.db.store import Store
from bot.db.transaction import Tx, Unit
from bot.delivery import outbox, recovering, send_outages
from bot.delivery.payloads import Failure
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.loop import WakeUp
from bot.telegram import outcomes
from bot.telegram.asking import Asking
from bot.telegram.client import Client, ServerFailed
from bot.telegram.endings import Arrived, Endings, arrived
from bot.telegram.failures import OutcomeUnknown, concerns_all, refusal
from bot.telegram.hooks import SendHooks
from bot.telegram.leadership import Leadership
from bot.telegram.line import Line
from bot.telegram.outcomes import Outcomes
from bot.telegram.pacer import Leaving, Pacer
from bot.telegram.picking import Picker
from bot.telegram.rendering import Claimed, Outgoing, Renderer

_log = log.get("sender")

_IDLE = 5.0
RECORD_AGAIN = 0.5
_RECOVER_EVERY = 10.0
# Where several processes share a database, one that reaches nobody lets another try.
GIVES_WAY_AFTER, GIVES_WAY_FOR = 60.0, 5.0


class Sender:
    """One step hands the best rows to the network; the answers are awaited beside it."""

    def __init__(self, client: Client, store: Store, pacer: Pacer, hooks: SendHooks) -> None:
        self._client = client
        self._store = store
        self._pacer = pacer
        self.watch = Leadership(store, "sender", self._begin)
        self._line = Line()
        self._outcomes = Outcomes(hooks)
        self._renderer = Renderer(store, hooks, self._outcomes)
        self._picker = Picker(pacer, self.watch.holds, hooks, self._renderer)
        self._endings = Endings(self._record)
        self.bell = WakeUp()  # something may leave
        self._picking: asyncio.Task[int] | None = None
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self._busy_chats, self._making = set[int](), set[int]()  # the latter get a file, which is still made or sent
        self._asking = Asking(client, self._arrived_late)
        self._recover_at = 0.0
        self._broken_at = 0.0  # by the loop's own time
        self._in_doubt: dict[int, int] = {}  # claimed as this attempt, perhaps, and never let go
        self.landed = asyncio.Event()  # a request has come to its end

    async def _begin(self, quiet: float) -> None:
        """Decide on what the sender before us has left in flight: it has died, or may send no more."""
        self._pacer.rest(quiet, stopwatch())
        await self._store.run(self._decide)

    async def _gives_way(self) -> bool:
        """Whether another process is let try, since from here nobody gets through."""
        now = asyncio.get_running_loop().time()
        if not (self._store.shared and self._line.broken) or self._in_flight or now - self._broken_at < GIVES_WAY_AFTER:
            return False
        self._broken_at = now
        await self.watch.give_way(GIVES_WAY_FOR)
        return True

    def _room(self) -> int:
        """How many more requests may be on the network: a broken line is probed by one at a time."""
        if self._line.rest(stopwatch()) and not self._pacer.free:
            return 0
        return (1 if self._line.broken else self._picker.most) - len(self._in_flight)

    async def step(self) -> int:
        """Send the best that may go now; how much it was. Cancelled, it still sends what it has claimed."""
        if not self.watch.mine or await self._gives_way() or self._room() <= 0:
            return 0
        self._picking = asyncio.create_task(self._step())
        return await asyncio.shield(self._picking)

    def rest(self) -> float:
        """Seconds until a step may find more to send than the last one did, when nothing new is put in."""
        now = stopwatch()
        waits = self._pacer.next_ready(now), self._pacer.wait(now), self._line.rest(now)
        return max(min([_IDLE, *filter(None, waits)]), 0.001)

    async def drain(self) -> None:
        """Wait for everything in flight."""
        if self._picking is not None and not self._picking.done():
            await asyncio.wait([self._picking])
        while self._in_flight:
            await asyncio.gather(*self._in_flight.values(), return_exceptions=True)

    async def listened(self) -> None:
        """Wait for every answer that is late."""
        await self._asking.listened()

    async def end(self, within: float) -> None:
        """Wait so long for what is in flight; of a broken line nothing more is expected, and what it holds is kept."""
        drained = asyncio.create_task(self.drain())
        await asyncio.wait({drained}, timeout=within)
        left = list(self._in_flight)
        for task in (drained, *self._in_flight.values(), *self._asking.late):
            task.cancel()
        if left and self._line.broken:
            await self._store.run(lambda tx: outbox.keep_for_later(tx, left))

    async def _step(self) -> int:
        outgoing: list[Claimed] = []
        try:
            await self._store.run(lambda tx: self._pick(tx, outgoing), urgent=True)
        except Exception:
            # Nobody knows whether this was committed; but nothing of it has left.
            self._in_doubt |= {each.row.id: each.row.attempt for each in outgoing}
            raise
        self._in_doubt.clear()
        for each in outgoing:
            await self._let_go_or_give_up(each)
        return len(outgoing)

    async def _let_go_or_give_up(self, out: Claimed) -> None:
        own = self._line.is_rows_own(out.row.id)
        what = outcomes.judge(out.row, own=own)
        if what == "plain" and not out.in_words:
            what = None
        if what is None:
            self._let_go(out)
            return
        self._line.ended(out.row.id)
        await self._record(partial(self._outcomes.conclude, row=out.row, what=what))

    def _let_go(self, out: Claimed) -> None:
        leaving = None
        if out.row.chat is not None:
            leaving = self._pacer.count(out.row.chat, stopwatch(), out.messages)
            self._kept_for(out).add(out.row.chat)
        self._in_flight[out.row.id] = asyncio.create_task(self._deliver(out, leaving))

    def _kept_for(self, out: Claimed) -> set[int]:
        """Where its chat stands while it is on its way: behind a slow file of nobody's tap nothing waits."""
        if isinstance(out, Outgoing):
            return self._busy_chats
        return set() if out.row.lane == Lane.BULK else self._making

    def _pick(self, tx: Tx, outgoing: list[Claimed]) -> None:
        self._take_back(tx)
        self._recover(tx)
        busy, making = set(self._busy_chats), set(self._making)
        outgoing[:] = self._picker.pick(tx, len(self._in_flight), busy, making, probing=self._line.broken)

    def _decide(self, tx: Tx) -> None:
        self._take_back(tx)
        recovering.recover(tx, everything=True, without=list(self._in_flight))
        self._resume(tx, ())

    def _resume(self, tx: Tx, waited: Sequence[int]) -> None:
        if send_outages.since(tx) is not None:
            self._picker.resumed_at = tx.now
        send_outages.end(tx, waited)

    def _take_back(self, tx: Tx) -> None:
        for number, attempt in self._in_doubt.items():
            outbox.unclaim(tx, number, attempt)

    def _recover(self, tx: Tx) -> None:
        """Now and then: what was claimed and has met no end, because writing that end failed."""
        now = stopwatch()
        if now >= self._recover_at and self.watch.holds(tx):
            recovering.recover(tx, without=list(self._in_flight))
            self._recover_at = now + _RECOVER_EVERY

    async def _deliver(self, claimed: Claimed, leaving: Leaving | None) -> None:
        row = claimed.row
        try:
            out = await self._made(claimed, leaving)
            # If it is not ours, this process stood still after the claim, and whoever sends now decides on the row.
            if out is not None and self.watch.mine:
                await self._end(out, await self._request(out, leaving))
        except Exception as error:
            # The row stays claimed; once its lease is over, `recover` decides on it.
            _log.error("outbox row %s: %s after it was sent", row.id, type(error).__name__)
        finally:
            self._in_flight.pop(row.id, None)
            if row.chat is not None:
                self._kept_for(claimed).discard(row.chat)
            self.bell.ring()
            self.landed.set()

    async def _made(self, claimed: Claimed, leaving: Leaving | None) -> Outgoing | None:
        """What to send, now at the latest; none where there is nothing, which is written down."""
        made = await self._renderer.made(claimed)
        if leaving is not None and made is not claimed:
            (self._pacer.delayed if isinstance(made, Outgoing) else self._pacer.landed)(leaving, stopwatch())
        if isinstance(made, Outgoing):
            return made
        await self._record(made)
        return None

    async def _end(self, out: Outgoing, end: Unit[None] | Arrived) -> None:
        if not isinstance(end, Arrived):
            await self._record(end)
        elif out.row.card or out.row.company or out.request.rest or end.file:
            await self._record(lambda tx: self._outcomes.sent(tx, out.row, end, out.request.rest))
        else:
            await self._endings.sent(out.row, end.message_id)

    async def _record(self, end: Unit[None]) -> None:
        """Write down how it ended; a database that is away is waited for, so that nothing is sent twice for it."""
        while True:
            try:
                return await self._store.run(end)
            except Exception as error:
                if not is_away(error):
                    raise
            await WakeUp().wait(RECORD_AGAIN)

    async def _request(self, out: Outgoing, leaving: Leaving | None) -> Unit[None] | Arrived:
        """Hand the request to the network; what it has become, or the unit of work that records another outcome."""
        row, began = out.row, stopwatch()
        try:
            result = await self._asking.answer(out)
        except TelegramError as error:
            return await self._failed(out, error, began)
        finally:
            metrics.SEND_SECONDS.observe(stopwatch() - began)
            if leaving is not None:
                self._pacer.landed(leaving, stopwatch())
        await self._heard(row, done=True)
        outcomes.count(row, "sent")
        return arrived(result, uploads=out.request.uploads)

    async def _arrived_late(self, out: Outgoing, end: Arrived) -> None:
        """What arrived is not sent once more because its answer was late."""
        await self._heard(out.row, done=True)
        await self._record(lambda tx: self._outcomes.sent_late(tx, out.row, end, out.request.rest))

    async def _heard(self, row: outbox.Row, *, done: bool) -> None:
        """Telegram has answered; what waited for a broken line waits no longer."""
        if done:
            self._line.ended(row.id)
        if row.chat is not None and self._line.answered(stopwatch()):
            await self._record(partial(self._resume, waited=self._line.waited_for_it()))
            metrics.LINE_BROKEN.set(0)
            _log.warning("Telegram takes messages again.")

    async def _failed(self, out: Outgoing, error: TelegramError, began: float) -> Unit[None]:
        row = out.row
        large = out.request.size > 0  # what is on its way for minutes says nothing of the line
        if concerns_all(error) and not large:
            # An answer to a press says nothing of messages, which are larger and which Telegram treats otherwise.
            if row.chat is not None and self._line.lost(row.id, began, stopwatch()):
                self._broken_at = asyncio.get_running_loop().time()
                await self._record(send_outages.begin)
                metrics.LINE_BROKEN.set(1)
                _log.error("Telegram answers no message: what waits is kept and tried again, and nothing is counted.")
        elif not large:
            await self._heard(row, done=False)
        try:
            refused = refusal(error)
        except OutcomeUnknown as unknown:
            outcomes.count(row, "unknown")
            if large:
                reason = "no answer to a large file"
                return partial(self._outcomes.give_up, row=row, state=OutboxState.UNKNOWN, reason=reason, refused=False)
            return self._lost(row, "unknown", str(unknown), self._asking.still(row.id))
        if refused.retry_after is not None and row.chat is not None:
            self._pacer.pause(row.chat, refused.retry_after, stopwatch())
        outcomes.count(row, outcomes.name_of(refused))
        if concerns_all(error):
            return self._lost(row, "failed" if isinstance(error, ServerFailed) else "away", refused.reason)
        return partial(self._outcomes.refused, row=row, refused=refused, in_words=out.in_words)

    def _lost(self, row: outbox.Row, kind: Failure, reason: str, in_flight: int = 0) -> Unit[None]:
        return partial(outcomes.lost, row=row, kind=kind, reason=reason, in_flight=in_flight, broken=self._line.broken)
