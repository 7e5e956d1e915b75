"""What aiogram does with the same updates; apart, for it takes two seconds to load."""

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from tests.bench.next_door import TOKEN
from tests.bench.rivals import Wait


async def aiogram_echo(url: str, done: Wait) -> None:
    """A bare echo bot of aiogram, which handles each update in a task of its own: nothing is kept."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await done()
    await dispatcher.stop_polling()
    await polling
