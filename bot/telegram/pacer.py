"""When the next message may leave: Telegram's limits for the whole bot and for each chat."""

from collections import deque
from dataclasses import dataclass, field

from bot.domain.tell import Lane

# Kept free for urgent and reply, so that they need not wait for the next slot (messages a second).
RESERVE = 2.0
# The window is a little longer than a second: what leaves evenly may arrive a few milliseconds closer together.
WINDOW = 1.02
CHAT_REST = 1.0
CHAT_BURST = 3
GROUP_LIMIT = 20
GROUP_WINDOW = 60.0
# So many chats answering 429 within a few seconds mean that the whole bot is too fast.
STORM = 3
STORM_WINDOW = 5.0

FAST = (Lane.URGENT, Lane.REPLY)
EVERY = tuple(Lane)


@dataclass(slots=True)
class _Chat:
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_LIMIT))
    paused_until: float = 0.0


class Pacer:
    """Counts what has left, in seconds of a stopwatch; `rate` 0 lets everything through."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._sent: deque[float] = deque()
        self._slot = 0.0
        self._paused_until = 0.0
        self._chats: dict[int, _Chat] = {}
        self._floods: deque[float] = deque(maxlen=STORM)

    def lanes(self, now: float) -> tuple[Lane, ...]:
        """Which lanes may send at `now`: none, only the fast ones, or all."""
        if not self._rate:
            return EVERY
        if now < self._paused_until or self._window_full(now):
            return ()
        return EVERY if now >= self._slot else FAST

    def wait(self, now: float) -> float:
        """Seconds until more lanes may send than at `now`."""
        if now < self._paused_until:
            return self._paused_until - now
        if self._window_full(now):
            return max(self._sent[0] + WINDOW - now, 0.0)
        return max(self._slot - now, 0.0)

    def resting(self, now: float, *, fast: bool) -> list[int]:
        """The chats that may not be sent to at `now`, by a fast lane or by the others."""
        self._forget(now)
        return [chat for chat, known in self._chats.items() if self._ready_at(chat, known, fast=fast) > now]

    def next_ready(self, now: float) -> float | None:
        """Seconds until the first resting chat may be sent to; none when no chat rests."""
        times = [self._ready_at(chat, known, fast=False) for chat, known in self._chats.items()]
        later = [at - now for at in times if at > now]
        return min(later) if later else None

    def count(self, chat: int, now: float) -> None:
        """A message to `chat` leaves at `now`."""
        if not self._rate:
            return
        self._sent.append(now)
        self._slot = max(now, self._slot) + 1 / max(self._rate - RESERVE, self._rate / 2)
        self._slot = min(self._slot, now + 1 / max(self._rate - RESERVE, self._rate / 2))
        self._chats.setdefault(chat, _Chat()).sent.append(now)

    def pause(self, chat: int, seconds: float, now: float) -> None:
        """Telegram asked for patience; several chats in a row pause all."""
        known = self._chats.setdefault(chat, _Chat())
        known.paused_until = max(known.paused_until, now + seconds)
        self._floods.append(now)
        if len(self._floods) == STORM and now - self._floods[0] <= STORM_WINDOW:
            self._paused_until = max(self._paused_until, now + seconds)

    def _window_full(self, now: float) -> bool:
        while self._sent and self._sent[0] <= now - WINDOW:
            self._sent.popleft()
        return len(self._sent) >= self._rate

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
