"""What python-telegram-bot does with the same updates and the same messages, over the same Bot API."""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.clock import stopwatch
from bot.loop import WakeUp
from bot.telegram.client import AiohttpRequest
from tests.bench.next_door import TOKEN

Wait = Callable[[], Awaitable[None]]
Echo = Callable[[str, Wait], Awaitable[None]]
# How many requests PTB may have on the network at once, as many as ours.
AT_ONCE = 60


async def ptb_echo(url: str, done: Wait) -> None:
    """A bare echo bot of python-telegram-bot, as its tutorial has it: nothing is kept."""

    async def echo(update: Update, _context: Any) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "")

    app = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(poll_interval=0)
        await done()
        await app.updater.stop()
        await app.stop()


async def ptb_sends(url: str, count: int, text: str, markup: dict[str, Any]) -> None:
    """The same messages sent directly by python-telegram-bot over httpx."""
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=HTTPXRequest(connection_pool_size=AT_ONCE))
    room = asyncio.Semaphore(AT_ONCE)

    async def send(chat: int) -> None:
        async with room:
            await bot.send_message(chat, text, parse_mode="HTML", api_kwargs={"reply_markup": markup})

    async with bot:
        await asyncio.gather(*(send(chat) for chat in range(1, count + 1)))


async def ptb_limited(url: str, queue: int, alerts: int) -> dict[int, float]:
    """python-telegram-bot's own limiter, over our HTTP client: when the alert to each chat was raised.

    It has one queue, in memory: its alerts are raised within a second, so that each stands behind nearly all of it.
    """
    raised: dict[int, float] = {}
    bot = ExtBot(TOKEN, base_url=f"{url}/bot", request=AiohttpRequest(), rate_limiter=AIORateLimiter())
    await bot.initialize()

    async def send(chat: int, text: str) -> None:
        with contextlib.suppress(TelegramError):
            await bot.send_message(chat, text)

    tasks = [asyncio.create_task(send(chat, "An idea for the weekend")) for chat in range(1, queue + 1)]
    for chat in range(queue + 1, queue + alerts + 1):
        await WakeUp().wait(random.uniform(0.0, 0.1))
        raised[chat] = stopwatch()
        tasks.append(asyncio.create_task(send(chat, "Lily has a fever")))
    await asyncio.wait_for(asyncio.gather(*tasks), 600)
    await bot.shutdown()
    return raised
