"""What others do with the same updates and the same messages, over the same Bot API."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot as AiogramBot
from aiogram import Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from telegram import Bot, Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters
from telegram.request import HTTPXRequest

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


async def aiogram_echo(url: str, done: Wait) -> None:
    """A bare echo bot of aiogram, which handles each update in a task of its own: nothing is kept."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot, dispatcher = AiogramBot(TOKEN, session=session), Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await done()
    await dispatcher.stop_polling()
    await polling


async def ptb_sends(url: str, count: int, text: str, markup: dict[str, Any]) -> None:
    """The same messages sent directly by python-telegram-bot over httpx."""
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=HTTPXRequest(connection_pool_size=AT_ONCE))
    room = asyncio.Semaphore(AT_ONCE)

    async def send(chat: int) -> None:
        async with room:
            await bot.send_message(chat, text, parse_mode="HTML", api_kwargs={"reply_markup": markup})

    async with bot:
        await asyncio.gather(*(send(chat) for chat in range(1, count + 1)))
