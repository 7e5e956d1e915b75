"""What the stories of an illness share: a grandmother who reads English, and more adults around Lily."""

from dataclasses import replace

from bot.simulator.cast import FANG, JUN, LI, MEI, PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.homeline import Homeline, link_in
from tests.remembering import remembered

FANG_EN = replace(FANG, language_code="en")
JUN_EN = replace(JUN, language_code="en")
LI_EN = replace(LI, language_code="en")
PO_EN = replace(LI_EN, id=151, first_name="Wang Po")


@remembered
async def english_family(home: Homeline, *, health: str = "✅", voice: str = "✅") -> tuple[Phone, Phone]:
    """Mei, and Grandma Fang with an English phone."""
    link = await home.child()
    fang = await home.joined(FANG_EN, link, "👵", health=health, voice=voice)
    return home.phone(MEI), fang


@remembered
async def joins(home: Homeline, person: PersonSpec, role: str, kin: str) -> Phone:
    """Mei invites one more adult and lets them in."""
    mei = home.phone(MEI)
    mei.press(f"invite_as:1:{role}", mei.last)
    await home.settle()
    return await home.joined(person, link_in(mei), kin)


async def fever(home: Homeline, fang: Phone) -> None:
    """🤒, then 🌡."""
    fang.say("🤒 Ill")
    await home.settle()
    fang.tap("🌡")
    await home.settle()


def labels(message: Message) -> list[str]:
    """The buttons of a message."""
    return [button.text for row in message.buttons for button in row]


def newest(phone: Phone, fragment: str) -> Message:
    """The newest message of the bot that contains `fragment`."""
    return next(each for each in reversed(phone.messages) if each.from_bot and fragment in each.words)


def count(phone: Phone, fragment: str) -> int:
    """How many messages of the bot contain `fragment`."""
    return sum(fragment in words for words in phone.texts)
