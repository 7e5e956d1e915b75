"""Whether the instant that a machine's clock shows can be believed: what other witnesses say, and what follows.

Within a run, *elapsed* is the last trusted instant and the time that has gone by since, which nobody sets. At its begin
there is instead the *last* instant that an earlier run has written down: the present is no earlier. *Telegram* is the
`Date` of its answers, carried on by the time gone by; it may be unknown. Near is within 30 seconds.

    the machine's clock is   Telegram is               what it is now        what erases or gives away
    near elapsed             near it, or unknown       the machine's clock   goes on
    near elapsed             elsewhere                 the machine's clock   rests
    elsewhere                near the machine's clock  the machine's clock   goes on (a machine that was halted)
    elsewhere                near elapsed              elapsed               rests
    elsewhere                elsewhere, or unknown     elapsed               rests

    at the begin of a run
    anywhere                 near the machine's clock  the machine's clock   goes on (however long it was stopped)
    anywhere                 elsewhere, not before     Telegram              rests (no clock runs in a stopped machine)
    at most an hour later    before the last           the machine's clock   rests
    earlier or later         before the last           the last              rests
    at most an hour later    unknown                   the machine's clock   goes on
    at most a day later,
    or none was kept         unknown                   the machine's clock   rests
    before the last,
    or more than a day later unknown                   the last              rests
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.records import record

# What families would see, and more than a network time service steps by.
NEAR = timedelta(seconds=30)
# A restart or a reboot; an hour more or less takes nobody's day to object away.
SHORT_STOP = timedelta(hours=1)
# No machine's clock alone is followed further: what a day brings can be made good, what four years bring cannot.
FAR_FORWARD = timedelta(days=1)


class Doubt(StrEnum):
    """What speaks against the machine's clock, or against a witness."""

    NONE = ""
    JUMPED = "jumped"  # it has left the time gone by, and Telegram says nothing
    WRONG = "wrong"  # Telegram agrees with the time gone by, not with it
    TELEGRAM = "telegram"  # only Telegram says otherwise
    ALL = "all"  # no two agree
    STOPPED = "stopped"  # after a long stop, and Telegram says nothing
    EARLIER = "earlier"  # it shows an instant that was over before this run


@record(frozen=True, slots=True)
class Judgement:
    """The instant to go by, and what speaks against it being certain."""

    now: datetime
    doubt: Doubt


def judge(machine: datetime, elapsed: datetime, telegram: datetime | None) -> Judgement:
    """Within a run."""
    if telegram is not None and is_near(telegram, machine):
        return Judgement(machine, Doubt.NONE)
    if is_near(machine, elapsed):
        return Judgement(machine, Doubt.NONE if telegram is None else Doubt.TELEGRAM)
    if telegram is None:
        return Judgement(elapsed, Doubt.JUMPED)
    return Judgement(elapsed, Doubt.WRONG if is_near(telegram, elapsed) else Doubt.ALL)


def judge_at_begin(machine: datetime, last: datetime | None, telegram: datetime | None) -> Judgement:
    """At the begin of a run."""
    after_short_stop = last is not None and last - NEAR <= machine <= last + SHORT_STOP
    if telegram is None:
        if after_short_stop:
            return Judgement(machine, Doubt.NONE)
        if last and machine < last:
            return Judgement(last, Doubt.EARLIER)
        return Judgement(last if last and machine > last + FAR_FORWARD else machine, Doubt.STOPPED)
    if is_near(telegram, machine):
        return Judgement(machine, Doubt.NONE)
    if last is None or telegram >= last - NEAR:
        return Judgement(telegram, Doubt.WRONG)
    return Judgement(machine, Doubt.TELEGRAM) if after_short_stop else Judgement(last, Doubt.ALL)


def is_near(one: datetime, other: datetime) -> bool:
    """Whether two clocks agree."""
    return abs(one - other) <= NEAR
