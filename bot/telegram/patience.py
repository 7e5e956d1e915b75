"""What is asked of Telegram before the loops run: a Telegram that is away is waited for, as later on."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from telegram.error import RetryAfter, TimedOut

from bot import log
from bot.telegram.client import ConnectionLost, NotConnected, ServerFailed
from bot.telegram.failures import seconds_of

REST = 2.0

_log = log.get("app")


async def wait_for_telegram(ask: Callable[[], Awaitable[None]], stopped: asyncio.Event) -> None:
    """Ask until Telegram answers, or until `stopped`; raises TelegramError where waiting mends nothing."""
    said = ""
    while not stopped.is_set():
        try:
            await _unless(stopped, ask)
            break
        except (NotConnected, ConnectionLost, ServerFailed, TimedOut, RetryAfter) as error:
            rest = seconds_of(error) if isinstance(error, RetryAfter) else REST
            if error.message != said:
                _log.error("Telegram cannot be reached yet: %s. It is asked again.", log.without_quotes(error.message))
                said = error.message
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(rest):
                await stopped.wait()


async def _unless(stopped: asyncio.Event, ask: Callable[[], Awaitable[None]]) -> None:
    """The end must not wait for a request that hangs."""
    asked, ended = asyncio.ensure_future(ask()), asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait({asked, ended}, return_when=asyncio.FIRST_COMPLETED)
        if asked.done():
            await asked
    finally:
        asked.cancel()
        ended.cancel()
