"""Loops: a step that says how much it did, run again when there is work, and rested when there is none."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bot import log
from bot.liveness import Liveness

_log = log.get("loop")

# So many seconds after its begin a process is for who has written meanwhile: what looks around for itself comes then.
PEOPLE_FIRST = 5.0
# How long a loop rests after an error that no row could take: long enough not to spin, short enough to go on soon.
REST_AFTER_ERROR = 1.0


class WakeUp:
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


class LogOnce:
    """What goes wrong in one loop, said once and not every second."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._said = ""

    def say(self, error: Exception) -> None:
        """One line when it is new: what happened and where, never the error's own words, which may be a person's."""
        words = f"{type(error).__name__} at {log.place(error)}"
        if words != self._said:
            self._said = words
            _log.error("%s: %s", self._name, words)

    def over(self) -> None:
        """It works again."""
        if self._said:
            _log.warning("%s: works again.", self._name)
        self._said = ""


async def forever(
    name: str,
    step: Callable[[], Awaitable[int]],
    bell: WakeUp,
    rest: float,
    liveness: Liveness | None = None,
    *,
    first_rest: float = 0.0,
) -> None:
    """Run `step` until cancelled; rest up to `rest` seconds whenever it did nothing, and `first_rest` before it all."""
    feel = liveness or Liveness()
    trouble = LogOnce(name)
    if first_rest:
        await bell.wait(first_rest)
    while True:
        try:
            with feel.step(name):
                did = await step()
        except Exception as error:
            trouble.say(error)
            await bell.wait(REST_AFTER_ERROR)
            continue
        trouble.over()
        if not did:
            await bell.wait(rest)
