"""What the stories of letters share: Mei, Grandma and Dad in English, and a voice on its way."""

from dataclasses import replace

from bot.queries.circle import circles
from bot.simulator.cast import JUN
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline, link_in
from tests.remembering import remembered

GRANDMA = replace(FANG, language_code="en")
DAD = replace(JUN, language_code="en")


@remembered
async def family(home: Homeline, *, voice: str = "✅") -> tuple[Phone, Phone]:
    """Mei and Grandma, both in English."""
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵", voice=voice)
    return home.phone(MEI), fang


@remembered
async def dad(home: Homeline, *, separate: bool = False) -> Phone:
    """Jun, the other parent, perhaps on a line of his own."""
    mei = home.phone(MEI)
    for step in ("🏠", "⚙️", "🔗", "👪"):
        mei.tap(step)
        await home.settle()
    jun = await home.joined(DAD, link_in(mei), "🧑 Dad")
    if separate:
        await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    return jun


async def with_voice(home: Homeline, phone: Phone) -> Message:
    """A parent sends the child a voice letter."""
    phone.tap("🏠")
    await home.settle()
    phone.tap("🎤")
    await home.settle()
    sent = phone.voice()
    await home.settle()
    return sent


def arrived(phone: Phone, kind: str = "voice") -> list[Message]:
    """What the bot has brought of this kind."""
    return [each for each in phone.messages if each.from_bot and each.kind == kind]


def data_of(message: Message, emoji: str) -> str:
    """What the button with this emoji carries."""
    return next(each.data or "" for row in message.buttons for each in row if each.text.startswith(emoji))
