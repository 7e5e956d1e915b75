"""Picks what leaves next: alerts before everything, then answers, then the slower lanes in turns."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot import log
from bot.clock import stopwatch
from bot.db.transaction import Tx
from bot.delivery import next_rows, outbox
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.errors import CannotDecrypt
from bot.telegram.hooks import SendHooks
from bot.telegram.pacer import FAST, SLOW, Pacer
from bot.telegram.rendering import Claimed, Renderer

_log = log.get("sender")

# Requests on the network at once; the slower lanes leave room, so that a network that hangs holds up no alert.
IN_FLIGHT = 60
SLOW_IN_FLIGHT = 40
# … and answers leave some, too; after so many answers in a row a slower lane has its turn.
FOR_ALERTS = 10
IN_A_ROW = 3
# Where no limit says when the next may leave: twice as many, so that the network need not wait for our commits,
# and so many claimed in one transaction.
FREELY = 2
AT_ONCE = 40
# Below the fast lanes each has its turns, so that a flood in one delays the others without stopping them.
TURNS = (Lane.NOTICE, Lane.ROUTINE, Lane.NOTICE, Lane.ROUTINE, Lane.NOTICE, Lane.BULK)


class Picker:
    """A unit of work that claims and renders; `holds` says whether this process may still send."""

    def __init__(self, pacer: Pacer, holds: Callable[[Tx], bool], hooks: SendHooks, renderer: Renderer) -> None:
        self._pacer = pacer
        self._hooks = hooks
        self._renderer = renderer
        self._holds = holds
        self._turn = 0
        self.resumed_at: datetime | None = None  # when the last outage ended
        self._replies = 0

    @property
    def most(self) -> int:
        """Requests on the network at once."""
        return IN_FLIGHT * self._times

    @property
    def _times(self) -> int:
        return FREELY if self._pacer.free else 1

    def pick(self, tx: Tx, in_flight: int, busy: set[int], making: set[int], *, probing: bool = False) -> list[Claimed]:
        """The best rows of one lane, claimed: one, or several where nothing paces them; what has nothing to say any
        more is dropped. `making`: chats that wait for a file, which only alerts overtake. `probing`: one message, to
        learn whether anybody gets through."""
        while (numbers := self._best(tx, in_flight, busy, making, probing=probing)) and self._holds(tx):
            rows = _claimed(tx, numbers)
            readers = self._readers(tx, rows)
            rows = [row for row in rows if not self._waits_for_day(tx, row, readers.get(row.person_id or 0))]
            rows = [self._hooks.gather(tx, row, readers.get(row.person_id or 0)) for row in rows]
            made = (self._renderer.within(tx, row, readers.get(row.person_id or 0)) for row in rows)
            claimed = [each for each in made if each is not None]
            if claimed:
                self._count(claimed[0].row.lane)
                return claimed
        return []

    def _waits_for_day(self, tx: Tx, row: outbox.Row, reader: Person | None) -> bool:
        """Whether an outage has kept it until its reader sleeps, or rests: then it goes on waiting."""
        if reader is None or row.wanted_at is None or self.resumed_at is None or row.due_at > self.resumed_at:
            return False
        due_at = self._hooks.may_arrive_at(tx, row, reader)
        if due_at <= tx.now:
            return False
        outbox.put_back(tx, row.id, due_at, "its reader sleeps", attempt=row.attempt)
        return True

    def _count(self, lane: Lane) -> None:
        self._turn += lane not in FAST
        self._replies = 0 if lane not in FAST else self._replies + (lane == Lane.REPLY)

    def _best(self, tx: Tx, in_flight: int, busy: set[int], making: set[int], *, probing: bool) -> list[int]:
        waiting = next_rows.waiting_lanes(tx)
        if not waiting:
            return []
        now, free = stopwatch(), self.most - in_flight
        lanes = [each for each in self._pacer.lanes(now) if each in waiting]
        alerts, replies, slow = ([each for each in kind if each in lanes] for kind in (FAST[:1], FAST[1:], SLOW))
        resting = busy.union(self._pacer.resting(now, fast=True))
        found = self._first(tx, alerts, resting, 1 if probing else free)
        room = 1 if probing else free - FOR_ALERTS * self._times
        if found or room <= 0:
            return found
        busy, resting = busy | making, resting | making
        answers = [] if probing else next_rows.best_answers(tx, min(AT_ONCE, room))
        if answers:
            return answers
        slowly = 1 if probing else SLOW_IN_FLIGHT * self._times - in_flight
        if self._replies >= IN_A_ROW and (found := self._slow(tx, slow, slowly, busy, now)):
            return found
        return self._first(tx, replies, resting, room) or self._slow(tx, slow, slowly, busy, now)

    def _slow(self, tx: Tx, lanes: list[Lane], room: int, busy: set[int], now: float) -> list[int]:
        if not lanes or room <= 0:
            return []
        lanes.sort(key=lambda each: each != TURNS[self._turn % len(TURNS)])
        return self._first(tx, lanes, busy.union(self._pacer.resting(now, fast=False)), room)

    def _first(self, tx: Tx, lanes: list[Lane], without: set[int], room: int) -> list[int]:
        limit = min(AT_ONCE, room) if self._pacer.free else 1
        found = (next_rows.best(tx, each, without_chats=without, limit=limit) for each in lanes)
        return next((each for each in found if each), [])

    def _readers(self, tx: Tx, rows: list[outbox.Row]) -> Mapping[int, Person]:
        """Who reads them, in one look; where somebody cannot be read, each row is left to look for itself."""
        try:
            return self._hooks.readers(tx, {row.person_id for row in rows if row.person_id is not None})
        except CannotDecrypt:
            return {}


def _claimed(tx: Tx, numbers: list[int]) -> list[outbox.Row]:
    """The rows; one that cannot be read stops none of the others."""
    try:
        return outbox.claim_all(tx, numbers)
    except CannotDecrypt as error:
        if len(numbers) > 1:
            return [row for each in numbers for row in _claimed(tx, [each])]
        _log.error("outbox row %s: %s", numbers[0], error)
        outbox.finish(tx, numbers[0], OutboxState.DISCARDED, reason="it cannot be read", was=OutboxState.PENDING)
        return []
