"""What the stories of keepsakes share: something to keep, the taps that lead to one, and what is in it."""

import io
import zipfile
from pathlib import Path

from bot.simulator.files import DOT
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived
from tests.homeline import Homeline
from tests.households import tap

HERE = "🎁 Lily\nLily at 8 is here, in this chat."


async def photo(home: Homeline, phone: Phone, words: str = "", data: bytes = DOT) -> Message:
    """A picture from home."""
    await tap(home, phone, "🏠", "🎤")
    sent = phone.photo(words, data)
    await home.settle()
    await home.later(minutes=12)
    return sent


async def handled(home: Homeline) -> None:
    """What was tapped is handled; nothing has been made or sent yet."""
    await home.app.poller.step()
    while await home.app.consumer.step():
        pass


async def ask(home: Homeline, phone: Phone) -> None:
    """From the first menu, three taps."""
    await tap(home, phone, "🏠", "🧒", "🎁", "🎁 Lily at 8")


def file_of(message: Message) -> str:
    """The name under which Telegram keeps what a person has sent."""
    content = message.content
    return str(content["photo"][-1]["file_id"] if "photo" in content else content[message.kind]["file_id"])


def files(home: Homeline, phone: Phone) -> list[dict[str, bytes]]:
    """What is in the keepsakes on a phone."""
    found = []
    for each in arrived(phone, "document"):
        stored = home.world.files.get(each.content["document"]["file_id"])
        assert stored is not None
        with zipfile.ZipFile(io.BytesIO(stored.data)) as packed:
            assert packed.testzip() is None
            found.append({name: packed.read(name) for name in packed.namelist()})
    return found


def page_of(packed: dict[str, bytes]) -> str:
    """The page in it."""
    return packed["index.html"].decode()


def left(home: Homeline) -> list[Path]:
    """What lies on disk."""
    return [each for each in home.app.keepsakes.folder.glob("*") if each.is_file()]
