"""An independent client finds in the simulator the Bot API it knows."""

import importlib
from collections.abc import AsyncIterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from bot.simulator.cast import FANG, MEI
from bot.simulator.files import DOT, tone
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.simulator.botapi_facts import check_all

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.types import Update


@cache
def of(module: str) -> Any:
    """A module of aiogram's, which takes seconds to load: only who runs these tests waits for it."""
    return importlib.import_module(f"aiogram.{module}")


@pytest.fixture
async def aiogram(sim: Simulator) -> AsyncIterator["Bot"]:
    session = of("client.session.aiohttp").AiohttpSession(
        api=of("client.telegram").TelegramAPIServer.from_base(sim.url)
    )
    default = of("client.default").DefaultBotProperties(parse_mode=of("enums").ParseMode.HTML)
    bot = of("client.bot").Bot(sim.token, session=session, default=default)
    yield bot
    await session.close()
    check_all(sim)


def yes(text: str = "✅") -> Any:
    return of("types").InlineKeyboardMarkup(
        inline_keyboard=[[of("types").InlineKeyboardButton(text=text, callback_data="yes")]]
    )


async def heard(bot: "Bot") -> "Update":
    updates = await bot.get_updates()
    await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates[-1]


async def test_it_hears_answers_and_edits(aiogram: "Bot", mei: Phone) -> None:
    mei.say("How is Lily?")
    update = await heard(aiogram)
    assert update.message is not None
    assert update.message.from_user is not None
    assert (update.message.text, update.message.from_user.first_name) == ("How is Lily?", "Mei")

    sent = await aiogram.send_message(MEI.id, "<b>Well</b>", reply_markup=yes())
    press = mei.tap("✅")
    update = await heard(aiogram)
    assert update.callback_query is not None
    assert update.callback_query.data == "yes"
    await aiogram.answer_callback_query(update.callback_query.id, text="Thank you")
    await aiogram.edit_message_text("seen", chat_id=MEI.id, message_id=sent.message_id)

    assert (press.answer, mei.toast, mei.last.text, mei.last.edited) == ("Thank you", "Thank you", "seen", True)


async def test_it_sends_voices_by_upload_and_by_identifier(aiogram: "Bot", mei: Phone, fang: Phone) -> None:
    first = await aiogram.send_voice(
        MEI.id, of("types").BufferedInputFile(tone(2), "letter.wav"), duration=2, caption="<i>Hi</i>"
    )
    assert first.voice is not None
    await aiogram.send_voice(FANG.id, first.voice.file_id)
    assert mei.last.html == "<i>Hi</i>"
    assert fang.last.file_id == first.voice.file_id == mei.last.file_id

    found = await aiogram.get_file(first.voice.file_id)
    assert found.file_path is not None
    sound = await aiogram.download_file(found.file_path)
    assert sound is not None
    assert sound.read() == tone(2)


async def test_it_sends_albums_keyboards_and_commands(aiogram: "Bot", mei: Phone) -> None:
    parts: list[Any] = [
        of("types").InputMediaPhoto(media=of("types").BufferedInputFile(DOT, "a.png"), caption=words)
        for words in ("one", "two")
    ]
    await aiogram.send_media_group(MEI.id, parts)
    await aiogram.send_message(
        MEI.id, "x", reply_markup=of("types").ReplyKeyboardMarkup(keyboard=[[of("types").KeyboardButton(text="🤒")]])
    )
    await aiogram.set_my_commands([of("types").BotCommand(command="start", description="Begin")])
    await aiogram.send_chat_action(MEI.id, "typing")

    assert mei.texts == ["one", "two", "x"]
    assert mei.keyboard == [["🤒"]]
    assert mei.typing
    assert (await aiogram.get_my_commands())[0].command == "start"
    assert (await aiogram.get_chat(MEI.id)).first_name == "Mei"


async def test_it_understands_how_the_simulator_says_no(aiogram: "Bot", mei: Phone, sim: Simulator) -> None:
    with pytest.raises(of("exceptions").TelegramBadRequest, match="Unsupported start tag"):
        await aiogram.send_message(MEI.id, "<x>")
    sim.faults.flood(seconds=9)
    with pytest.raises(of("exceptions").TelegramRetryAfter) as flood:
        await aiogram.send_message(MEI.id, "x")
    assert flood.value.retry_after == 9
    mei.block()
    with pytest.raises(of("exceptions").TelegramForbiddenError):
        await aiogram.send_message(MEI.id, "x")
    assert (await heard(aiogram)).my_chat_member is not None
