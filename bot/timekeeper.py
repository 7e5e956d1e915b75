"""The clock that Homeline goes by: the machine's, as long as the other witnesses do not speak against it."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache, partial
from threading import Lock

from bot import log, metrics
from bot.clock import Machine
from bot.db import timekeeping
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.clocks import NEAR, SHORT_STOP, Doubt, Judgement, is_near, judge, judge_at_begin
from bot.queries import ahead_of_time, far_off

_log = log.get("clock")

WORDS = {
    Doubt.JUMPED: "This machine's clock has jumped, and Telegram cannot be asked.",
    Doubt.WRONG: "This machine's clock is wrong: Telegram and the time gone by say otherwise.",
    Doubt.TELEGRAM: "Telegram dates its answers otherwise than this machine's clock, which has not jumped.",
    Doubt.ALL: "This machine's clock, the time gone by and Telegram say three different things.",
    Doubt.STOPPED: "Homeline was stopped for long, and no answer of Telegram says what time it is.",
    Doubt.EARLIER: "This machine's clock shows a time that was over before Homeline was stopped.",
}
RESTS = "What erases, ends or gives away rests. Set the clock right (NTP); if it is right: homeline clock accept."


class TrustedClock:
    """Asked from several threads. Until it has `begun` it shows what the machine shows, and is not sure."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._lock = Lock()
        self._last: datetime | None = None  # what an earlier run has written down, and when we read it
        self._began: timedelta | None = None
        self._anchor: tuple[datetime, timedelta] | None = None  # the last trusted instant
        self._settled = False  # from then on the time gone by counts, and no more the run before
        self._said: tuple[datetime, timedelta] | None = None  # Telegram's Date
        self._granted = timedelta()  # so far Telegram's Date is off, and an operator said that it does not matter
        self._doubt = Doubt.STOPPED
        self._shown: datetime | None = None
        self.went_back = False  # since what follows was last seen to: what was written down may not have happened yet
        self.leaps = self.mended = 0  # how often what we go by has leapt, and how often what follows was seen to

    @property
    def is_sure(self) -> bool:
        return self._doubt is Doubt.NONE and self.leaps == self.mended

    @property
    def doubt(self) -> Doubt:
        """What speaks against the machine's clock now."""
        self.now()
        return self._doubt

    @property
    def is_settled(self) -> bool:
        """Whether we go by more than what the run before has left and the machine's clock."""
        return self._settled

    @property
    def off(self) -> timedelta:
        """How far the machine's clock is ahead of what we go by."""
        now = self.now()
        return self._machine.now() - now

    def now(self) -> datetime:
        with self._lock:
            return self._look()

    def begin(self, last: datetime | None) -> None:
        """`last` is the newest instant that was written down by an earlier run, if any was."""
        with self._lock:
            self._last, self._began = last, self._machine.elapsed()
            self._look()

    def hear(self, date: str | None) -> None:
        """Telegram has answered with this `Date`."""
        told = dated(date)
        if told is None:
            return
        with self._lock:
            self._said = told, self._machine.elapsed()
            before = self._anchor
            self._look()
            if self._doubt is Doubt.NONE:  # what the machine was slewed by since then is right
                self._follow(before)

    def accept(self) -> None:
        """An operator says that the machine's clock is right."""
        with self._lock:
            machine, elapsed = self._machine.now(), self._machine.elapsed()
            self._granted = _carried(self._said, elapsed) - machine if self._said else timedelta()
            self._settled = True
            self._follow(self._anchor)
            self._look()

    def _follow(self, before: tuple[datetime, timedelta] | None) -> None:
        machine, elapsed = self._machine.now(), self._machine.elapsed()
        self.leaps += before is not None and not is_near(_carried(before, elapsed), machine)
        self._anchor = machine, elapsed

    def _look(self) -> datetime:
        machine, elapsed = self._machine.now(), self._machine.elapsed()
        if self._began is None:
            return machine
        found = self._judge(machine, elapsed, self._began)
        self._doubt = found.doubt
        self.went_back |= self._shown is not None and found.now < self._shown - NEAR
        self._shown = found.now
        if self._anchor is None:
            self._anchor = found.now, elapsed
        return found.now

    def _judge(self, machine: datetime, elapsed: timedelta, began: timedelta) -> Judgement:
        telegram = _carried(self._said, elapsed) if self._said else None
        if telegram is not None and self._granted and not is_near(telegram, machine):
            telegram -= self._granted
        if self._settled and self._anchor:
            return judge(machine, _carried(self._anchor, elapsed), telegram)
        if telegram is None and self._anchor:  # nobody has said more than at the begin
            return Judgement(judge(machine, _carried(self._anchor, elapsed), None).now, self._doubt)
        found = judge_at_begin(machine, self._last + elapsed - began if self._last else None, telegram)
        self._settled = telegram is not None or found.doubt is Doubt.NONE
        self._anchor = found.now, elapsed
        return found


def _carried(then: tuple[datetime, timedelta], elapsed: timedelta) -> datetime:
    """An instant and the time that has gone by since."""
    return then[0] + (elapsed - then[1])


@lru_cache(8)  # many answers come within one second
def dated(date: str | None) -> datetime | None:
    """The instant of a `Date` header; none where it is missing or no date."""
    try:
        told = parsedate_to_datetime(date) if date else None
    except ValueError:
        return None
    return told if told is not None and told.tzinfo is not None else None


# Two clocks agree so far that are believed, whoever's they are: of who accepts and who hears of it, of two processes.
_SAME_CLOCK = timedelta(minutes=2)


def _change(tx: Tx, *, doubt: Doubt, settled: bool, back: bool, leapt: bool) -> None:
    """A run begins, what is in doubt has changed, what we go by has leapt, or the machine has slept."""
    last = timekeeping.last(tx)
    if back or (settled and last and last > tx.now + NEAR):
        ahead_of_time.mend(tx)
    timekeeping.note_doubt(tx, doubt)
    if settled:
        far_off.wait_on(tx, last)
        timekeeping.note_standstill(tx, last)
        if leapt:  # the whole machine may have been put back, with its process
            timekeeping.skip_numbers(tx, last, tx.now)
        timekeeping.keep(tx)


def _begin(tx: Tx, now: datetime) -> datetime | None:
    """Before the first row of a run: the database may have been put back, whatever its last instant says."""
    last = timekeeping.last(tx)
    timekeeping.skip_numbers(tx, last, now)
    return last


def _keep(tx: Tx, noted: datetime | None) -> datetime:
    """Write this instant down. A database that has forgotten what was `noted` there went back beneath us."""
    last = timekeeping.last(tx)
    if noted and (last is None or noted - last > _SAME_CLOCK):
        timekeeping.skip_numbers(tx, last, tx.now, surely=True)
    timekeeping.keep(tx)
    return tx.now


class Timekeeper:
    """Beside the ticks: writes down what the next run begins with, and says once when the clock is doubted."""

    def __init__(self, clock: TrustedClock, machine: Machine, store: Store) -> None:
        self._clock = clock
        self._machine = machine
        self._store = store
        self._known: Doubt | None = None
        self._noted: datetime | None = None
        self._asleep = machine.asleep()

    async def begin(self) -> None:
        """Learn what the run before has left."""
        now = self._machine.now()
        self._clock.begin(await self._store.run(lambda tx: _begin(tx, now)))

    async def look(self) -> None:
        """What speaks against the clock now; what changes in that is seen to, and said."""
        doubt = self._clock.doubt
        if doubt and self._is_ours(await self._store.read(timekeeping.accepted)):
            self._clock.accept()
            doubt = self._clock.doubt
        metrics.CLOCK_DOUBTED.set(int(bool(doubt)))
        metrics.CLOCK_OFF.set(self._clock.off.total_seconds())
        leaps, settled, asleep = self._clock.leaps, self._clock.is_settled, self._machine.asleep()
        if not self.is_up_to_date:
            back, leapt = self._clock.went_back, leaps != self._clock.mended
            while await self._store.run(far_off.pull_back):
                pass  # slice by slice: what comes meanwhile comes between
            await self._store.run(partial(_change, doubt=doubt, settled=settled, back=back, leapt=leapt))
            self._say(doubt)
            self._known, self._clock.mended, self._noted = doubt, leaps, None
            self._asleep, self._clock.went_back = asleep, False

    @property
    def is_up_to_date(self) -> bool:
        """Whether all that has changed is seen to."""
        slept = self._machine.asleep() - self._asleep > SHORT_STOP
        doubt = self._clock.doubt
        return not (slept or self._clock.went_back) and (doubt, self._clock.leaps) == (self._known, self._clock.mended)

    async def note(self) -> None:
        """Write down what the next run begins with; not before what has changed is seen to."""
        if self._clock.is_settled and self.is_up_to_date:
            self._noted = await self._store.run(partial(_keep, noted=self._noted))

    def _is_ours(self, at: datetime | None) -> bool:
        return at is not None and abs(self._machine.now() - at) <= _SAME_CLOCK

    def _say(self, doubt: Doubt) -> None:
        if doubt:
            _log.error("%s %s", WORDS[doubt], RESTS)
        elif self._known:  # and not at the begin of a run
            _log.warning("The clock is right again; what has rested goes on.")
