"""Loops: a step that says how much it did, run again when there is work, and rested when there is none."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bot import log
from bot.pulse import Pulse

_log = log.get("loop")

# How long a loop rests after an error that no row could take: long enough not to spin, short enough to go on soon.
REST_AFTER_ERROR = 1.0


class Bell:
    """Wakes one loop; ringing twice before it woke is the same as once."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """There is something to do."""
        self._event.set()

    async def wait(self, at_most: float) -> None:
        """Until it rings, or for `at_most` seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most):  # wait_for can swallow a cancellation that comes as the bell rings
                await self._event.wait()
        self._event.clear()


async def forever(
    name: str, step: Callable[[], Awaitable[int]], bell: Bell, rest: float, pulse: Pulse | None = None
) -> None:
    """Run `step` until cancelled; rest up to `rest` seconds whenever it did nothing."""
    feel = pulse or Pulse()
    while True:
        try:
            with feel.step(name):
                did = await step()
        except Exception as error:
            _log.error("%s: %s at %s", name, type(error).__name__, log.place(error))
            await bell.wait(REST_AFTER_ERROR)
            continue
        if not did:
            await bell.wait(rest)
