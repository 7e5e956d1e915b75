"""The line to Telegram: whether anything at all gets through, told from one request at which Telegram fails.

All times are seconds of a stopwatch. A failure counts against its row only when the line was well around it:

| around the failure                          | it is        | what follows                            |
|---------------------------------------------|--------------|-----------------------------------------|
| others were answered, and none of them lost | the row's    | counted; after its limit it is given up |
| others were lost, too                       | the line's   | nothing is counted                      |
| nobody else asked                           | not known    | nothing is counted                      |
| three lost in a row, of whichever row       | a broken line| one probe at a time, until one answers  |
"""

from collections import deque

# So many requests in a row without an answer mean that nobody gets through.
BROKEN = 3
# A probe after a rest that grows to this many seconds.
LONGEST_REST = 5.0
# What happened so shortly before a request began and after it failed tells how the line was meanwhile.
BEFORE, AFTER = 1.0, 2.0
_MEMORY = 200.0
# Answers this close together are one piece of knowledge.
_GRAIN = 0.25


class Line:
    """Told of every request that was answered or lost."""

    def __init__(self) -> None:
        self._answers: deque[float] = deque()
        self._losses: deque[tuple[float, int]] = deque()
        self._last: dict[int, tuple[float, float]] = {}  # a row's last failure: when it began, when it was known
        self._in_a_row = 0
        self._quiet_until = 0.0
        self._waits: set[int] = set()

    @property
    def broken(self) -> bool:
        """Whether nobody gets through."""
        return self._in_a_row >= BROKEN

    def rest(self, now: float) -> float:
        """Seconds until the next probe; 0 while the line is well."""
        return max(self._quiet_until - now, 0.0) if self.broken else 0.0

    def lost(self, row_id: int, began: float, now: float) -> bool:
        """A request of this row had no answer from Telegram; whether the line has broken by it."""
        self._forget(now)
        self._losses.append((now, row_id))
        self._last[row_id] = (began, now)
        self._waits.add(row_id)
        self._in_a_row += 1
        if self.broken:
            self._quiet_until = now + min(2.0 ** min(self._in_a_row - BROKEN, 10), LONGEST_REST)
        return self._in_a_row == BROKEN

    def answered(self, now: float) -> bool:
        """Telegram has answered, whatever it said; whether a broken line is well again by it."""
        self._forget(now)
        if not self._answers or now - self._answers[-1] >= _GRAIN:
            self._answers.append(now)
        was_broken, self._in_a_row = self.broken, 0
        return was_broken

    def ended(self, row_id: int) -> None:
        """This row is not sent again."""
        self._last.pop(row_id, None)
        self._waits.discard(row_id)

    def waited_for_it(self) -> list[int]:
        """The rows that were lost while the line was broken; asked once, they need not wait any longer."""
        waits, self._waits = self._waits, set()
        return sorted(waits)

    def is_rows_own(self, row_id: int) -> bool:
        """Whether the row's last failure was its own: others were answered meanwhile, and none was lost."""
        if row_id not in self._last:
            return False
        began, known = self._last.pop(row_id)
        begin, end = began - BEFORE, known + AFTER
        others_lost = any(begin <= at <= end and other != row_id for at, other in self._losses)
        return not others_lost and any(began - _GRAIN <= at <= end for at in self._answers)

    def _forget(self, now: float) -> None:
        while self._answers and self._answers[0] < now - _MEMORY:
            self._answers.popleft()
        while self._losses and self._losses[0][0] < now - _MEMORY:
            self._losses.popleft()
