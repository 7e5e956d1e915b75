"""Picks what leaves next: alerts before everything, then answers, then the slower lanes in turns."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot import log
from bot.clock import stopwatch
from bot.domain.people import Person
from bot.domain.tell import Lane
from bot.errors import CannotDecrypt
from bot.storage import illness_alerts, next_rows, outbox, people
from bot.storage.transaction import Tx
from bot.telegram.pacer import FAST, SLOW, Pacer
from bot.texts.message import Request
from bot.texts.render import render

_log = log.get("sender")

# Requests on the network at once; the slower lanes leave room, so that a network that hangs holds up no alert.
IN_FLIGHT = 60
SLOW_IN_FLIGHT = 40
# Where no limit says when the next may leave: twice as many, so that the network need not wait for our commits,
# and so many claimed in one transaction.
FREELY = 2
AT_ONCE = 40
# Below the fast lanes each has its turns, so that a flood in one delays the others without stopping them.
TURNS = (Lane.NOTICE, Lane.ROUTINE, Lane.NOTICE, Lane.ROUTINE, Lane.NOTICE, Lane.BULK)
_BACK_OFF = timedelta(seconds=2)
# Most failures of a server are over at once: an alert, or the answer to a tap, is tried again sooner.
_SOON = timedelta(seconds=0.5)
_LONGEST_BACK_OFF = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed row and the request that says it."""

    row: outbox.Row
    request: Request


class Picker:
    """A unit of work that claims and renders; `holds` says whether this process may still send."""

    def __init__(self, pacer: Pacer, holds: Callable[[Tx], bool]) -> None:
        self._pacer = pacer
        self._holds = holds
        self._turn = 0

    @property
    def most(self) -> int:
        """Requests on the network at once."""
        return IN_FLIGHT * self._times

    @property
    def _times(self) -> int:
        return FREELY if self._pacer.free else 1

    def pick(self, tx: Tx, flying: int, busy: set[int]) -> list[Parcel]:
        """The best rows of one lane, claimed: one, or several where nothing paces them; what has nothing to say any
        more is dropped."""
        while (numbers := self._best(tx, flying, busy)) and self._holds(tx):
            rows = _claimed(tx, numbers)
            readers = _readers(tx, rows)
            parcels = [parcel for row in rows if (parcel := _rendered(tx, row, readers.get(row.person_id or 0)))]
            if parcels:
                self._turn += parcels[0].row.lane not in FAST
                return parcels
        return []

    def _best(self, tx: Tx, flying: int, busy: set[int]) -> list[int]:
        waiting = next_rows.waiting_lanes(tx)
        if not waiting:
            return []
        answers = next_rows.best_answers(tx, min(AT_ONCE, self.most - flying))
        if answers:
            return answers
        now = stopwatch()
        lanes = [each for each in self._pacer.lanes(now) if each in waiting]
        fast = [each for each in FAST if each in lanes]
        found = self._first(tx, fast, busy.union(self._pacer.resting(now, fast=True)), self.most - flying)
        room = SLOW_IN_FLIGHT * self._times - flying
        if found or len(lanes) == len(fast) or room <= 0:
            return found
        favoured = TURNS[self._turn % len(TURNS)]
        slow = [each for each in (favoured, *(each for each in SLOW if each != favoured)) if each in lanes]
        return self._first(tx, slow, busy.union(self._pacer.resting(now, fast=False)), room)

    def _first(self, tx: Tx, lanes: list[Lane], without: set[int], room: int) -> list[int]:
        limit = min(AT_ONCE, room) if self._pacer.free else 1
        found = (next_rows.best(tx, each, without_chats=without, limit=limit) for each in lanes)
        return next((each for each in found if each), [])


def back_off(row: outbox.Row) -> timedelta:
    """How long to wait after a failed attempt."""
    first = _SOON if row.lane in FAST else _BACK_OFF
    return min(first * (1 << min(row.attempt - 1, 10)), _LONGEST_BACK_OFF)


def give_up(tx: Tx, row: outbox.Row, state: str, reason: str, *, refused: bool) -> None:
    """This row is not sent again; where it was urgent, those who rely on it learn that."""
    ended = outbox.finish(tx, row.id, state, reason=reason, attempt=row.attempt)
    if ended and row.lane == Lane.URGENT and row.person_id is not None and not row.replaces:
        illness_alerts.undelivered(tx, row.person_id, row.payload, refused=refused)


def _claimed(tx: Tx, numbers: list[int]) -> list[outbox.Row]:
    """The rows; one that cannot be read stops none of the others."""
    try:
        return outbox.claim_all(tx, numbers)
    except CannotDecrypt as error:
        if len(numbers) > 1:
            return [row for each in numbers for row in _claimed(tx, [each])]
        _log.error("outbox row %s: %s", numbers[0], error)
        outbox.finish(tx, numbers[0], "discarded", reason="it cannot be read", was="pending")
        return []


def _readers(tx: Tx, rows: list[outbox.Row]) -> dict[int, Person]:
    """Who reads them, in one look; where somebody cannot be read, each row is left to look for itself."""
    try:
        return people.get_many(tx, {row.person_id for row in rows if row.person_id is not None})
    except CannotDecrypt:
        return {}


def _rendered(tx: Tx, row: outbox.Row, reader: Person | None) -> Parcel | None:
    try:
        request = render(tx, row, reader)
    except Exception as error:
        _not_rendered(tx, row, error)
        return None
    if request is None:
        outbox.finish(tx, row.id, "cleared", reason="nothing left to say")
        return None
    return Parcel(row, request)


def _not_rendered(tx: Tx, row: outbox.Row, error: Exception) -> None:
    """A text that fails stops no other; alerts, replies and what a person wrote are tried again for a while."""
    reason = f"not rendered: {type(error).__name__}"
    _log.error("outbox row %s: %s", row.id, reason)
    if row.again and row.attempt < outbox.ATTEMPTS:
        outbox.put_back(tx, row.id, tx.now + back_off(row), reason)
    else:
        give_up(tx, row, "discarded", reason, refused=True)
