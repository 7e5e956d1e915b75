"""Telegram's floods: how much a bot may send, to all, to one person, to one group."""

import math
from collections import deque
from collections.abc import Callable

from bot.clock import stopwatch
from bot.simulator.refusals import too_many_requests

PER_SECOND = 30
CHAT_BURST = 4
GROUP_PER_MINUTE = 20


class Limits:
    """Counts what was accepted, on a clock that does not jump."""

    def __init__(self, seconds: Callable[[], float] = stopwatch) -> None:
        self._seconds = seconds
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._chats: dict[int, float] = {}  # when a chat's allowance will be whole again

    def check(self, chat_id: int, count: int = 1) -> None:
        """Accept `count` messages to a chat now, or refuse them and say how long to wait."""
        now = self._seconds()
        waits = [_wait(self._all, now, 1.0, PER_SECOND, count)]
        if chat_id < 0:
            waits.append(_wait(self._groups.setdefault(chat_id, deque()), now, 60.0, GROUP_PER_MINUTE, count))
        free_at = max(self._chats.get(chat_id, 0.0), now)
        waits.append(
            free_at + min(count, CHAT_BURST) - now - CHAT_BURST
        )  # a whole album is let through, and rested for
        if max(waits) > 0:
            raise too_many_requests(max(1, math.ceil(max(waits))))
        self._all.extend([now] * count)
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)
        self._chats[chat_id] = free_at + count


def _wait(accepted: deque[float], now: float, window: float, most: int, count: int) -> float:
    while accepted and accepted[0] <= now - window:
        accepted.popleft()
    if len(accepted) + count <= most:
        return 0.0
    return accepted[0] + window - now if accepted else window
