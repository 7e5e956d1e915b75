"""When the next message may leave: Telegram's limits for the whole bot and for each chat."""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.domain.notifications import Lane

# Kept free for alerts, so that they need not wait for the next slot (messages a second).
RESERVE = 2.0
# What takes a moment to arrive counts that much longer than a second, and 26 a second were 25.6. So what is no alert
# leaves so many seconds before its place is free; an alert that needs the place waits no longer for it.
EARLY = 0.015
WINDOW = 1.0
# A request that has no answer yet may still arrive; after so many seconds it counts as having arrived.
LANDS_WITHIN = 2.0
CHAT_REST = 1.0
CHAT_BURST = 3
GROUP_LIMIT = 20
GROUP_WINDOW = 60.0
# So many chats answering 429 within a few seconds mean that the whole bot is too fast.
STORM = 3
STORM_WINDOW = 5.0

FAST = (Lane.URGENT, Lane.REPLY)
SLOW = (Lane.NOTICE, Lane.ROUTINE, Lane.BULK)
EVERY = FAST + SLOW


@dataclass(slots=True)
class Leaving:
    """A message on its way; it counts `until` a second after it must have arrived."""

    until: float


@dataclass(slots=True)
class _Chat:
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_LIMIT))
    paused_until: float = 0.0


class Pacer:
    """Counts what has left, in seconds of a stopwatch; `rate` 0 lets everything through."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._slow_rate = max(rate - RESERVE, rate / 2)
        self._leaving: list[Leaving] = []
        self._slot = 0.0
        self._paused_until = 0.0
        self._chats: dict[int, _Chat] = {}
        self._floods: deque[float] = deque(maxlen=STORM)

    @property
    def free(self) -> bool:
        """Whether there is no pacing at all."""
        return not self._rate

    def lanes(self, now: float) -> tuple[Lane, ...]:
        """Which lanes may send at `now`: none, only the alerts', or all."""
        if not self._rate:
            return EVERY
        if now < max(self._paused_until, self._room_at(now, self._rate)):
            return ()
        return EVERY if now >= self._slow_at(now) else EVERY[:1]

    def wait(self, now: float) -> float:
        """Seconds until more lanes may send than at `now`; 0 when all may."""
        if not self._rate:
            return 0.0
        fast_at = max(self._paused_until, self._room_at(now, self._rate))
        return max((fast_at if now < fast_at else self._slow_at(now)) - now, 0.0)

    def resting(self, now: float, *, fast: bool) -> list[int]:
        """The chats that may not be sent to at `now`, by a fast lane or by the others."""
        self._forget(now)
        return [chat for chat, known in self._chats.items() if self._ready_at(chat, known, fast=fast) > now]

    def next_ready(self, now: float) -> float | None:
        """Seconds until the first resting chat may be sent to; none when no chat rests."""
        self._forget(now)
        speeds = (True, False)
        times = [self._ready_at(*chat, fast=fast) - now for chat in self._chats.items() for fast in speeds]
        return min((each for each in times if each > 0), default=None)

    def count(self, chat: int, now: float, messages: int = 1) -> Leaving:
        """A message to `chat` leaves at `now`, or an album of so many; `landed` is to be told when it has ended."""
        leaving = Leaving(now + LANDS_WITHIN + WINDOW)
        if self._rate:
            self._leaving.extend([leaving] * messages)
            # A timer wakes some milliseconds late, which the next slot makes up for: 26 notices a second were 23.
            self._slot = max(self._slot, now - 1 / self._slow_rate) + messages / self._slow_rate
            self._chats.setdefault(chat, _Chat()).sent.extend(now + each * CHAT_REST for each in range(messages))
        return leaving

    def delayed(self, leaving: Leaving, now: float) -> None:
        """It leaves only now, since what it says was still to be made: it counts from here."""
        leaving.until = now + LANDS_WITHIN + WINDOW
        if self._rate and not any(each is leaving for each in self._leaving):
            self._leaving.append(leaving)

    def landed(self, leaving: Leaving, now: float) -> None:
        """It has arrived by `now`. Counted from here, and not from when it left, no delay can crowd a second."""
        leaving.until = min(leaving.until, now + WINDOW)

    def pause(self, chat: int, seconds: float, now: float) -> None:
        """Telegram asked for patience; several chats in a row pause all."""
        known = self._chats.setdefault(chat, _Chat())
        known.paused_until = max(known.paused_until, now + seconds)
        self._floods.append(now)
        if len(self._floods) == STORM and now - self._floods[0] <= STORM_WINDOW:
            self._paused_until = max(self._paused_until, now + seconds)

    def rest(self, seconds: float, now: float) -> None:
        """Let nothing leave for a while: what another sender has let go before us may still arrive."""
        self._paused_until = max(self._paused_until, now + seconds)

    def _slow_at(self, now: float) -> float:
        return max(self._slot, self._room_at(now, self._slow_rate) - EARLY)

    def _room_at(self, now: float, most: float) -> float:
        """When fewer than `most` messages will count, as far as is known at `now`."""
        self._leaving = [each for each in self._leaving if each.until > now]
        too_many = len(self._leaving) - math.ceil(most)
        if too_many < 0:
            return now
        return sorted(each.until for each in self._leaving)[too_many]

    def _ready_at(self, chat: int, known: _Chat, *, fast: bool) -> float:
        ready = known.paused_until
        if not known.sent:
            return ready
        if chat < 0 and len(known.sent) == GROUP_LIMIT:
            ready = max(ready, known.sent[0] + GROUP_WINDOW)
        if not fast:
            return max(ready, known.sent[-1] + CHAT_REST)
        if len(known.sent) >= CHAT_BURST:
            ready = max(ready, known.sent[-CHAT_BURST] + CHAT_REST)
        return ready

    def _forget(self, now: float) -> None:
        gone = [
            chat
            for chat, known in self._chats.items()
            if known.paused_until <= now and (not known.sent or known.sent[-1] + self._memory(chat) <= now)
        ]
        for chat in gone:
            del self._chats[chat]

    @staticmethod
    def _memory(chat: int) -> float:
        return GROUP_WINDOW if chat < 0 else CHAT_REST
