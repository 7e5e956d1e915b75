"""Families that are larger than two, and the shortcuts that their stories need."""

from dataclasses import replace
from typing import TypeVar

from bot.db.transaction import Unit
from bot.simulator.cast import JUN, LI, PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline, link_in
from tests.remembering import remembered

T = TypeVar("T")

SEEN = "\nDid you see any of this with Lily today?"  # what follows the thanks for a face

GRANDMA = replace(FANG, language_code="en")
NEIGHBOUR = replace(LI, language_code="en")
FATHER = replace(JUN, language_code="en")


async def tap(home: Homeline, phone: Phone, *labels: str) -> None:
    """One button after the other."""
    for label in labels:
        phone.tap(label)
        await home.settle()


def carried(message: Message, label: str) -> str:
    """What a button of a message carries; the first whose label begins so."""
    found = next(each for row in message.buttons for each in row if each.text.startswith(label))
    assert found.data is not None
    return found.data


async def say(home: Homeline, phone: Phone, text: str) -> str:
    """A text, and the last thing on the phone afterwards."""
    phone.say(text)
    await home.settle()
    return phone.texts[-1]


@remembered
async def english_family(home: Homeline) -> tuple[Phone, Phone]:
    """Mei, and Grandma Fang, who reads English here."""
    link = await home.child()
    return home.phone(MEI), await home.joined(GRANDMA, link, "👵")


@remembered
async def invite(home: Homeline, role: str) -> str:
    """A fresh invite from Mei; `role` is the label of its button."""
    mei = home.phone(MEI)
    await tap(home, mei, "🏠", "⚙️", "🔗", role)
    return link_in(mei)


@remembered
async def stand_in(home: Homeline, person: PersonSpec = NEIGHBOUR) -> Phone:
    """Neighbour Li steps in."""
    return await home.joined(person, await invite(home, "A stand-in"), "Someone else")


@remembered
async def near_home(home: Homeline, person: PersonSpec = NEIGHBOUR) -> Phone:
    """Neighbour Li is near home: one tap of consent, one who they are, and Mei's yes."""
    phone = home.phone(person)
    phone.open(await invite(home, "Somebody near"))
    await home.settle()
    await tap(home, phone, "Agree", "A neighbour")
    await tap(home, home.phone(MEI), "✅")
    return phone


@remembered
async def second_parent(home: Homeline, person: PersonSpec = FATHER) -> Phone:
    """Jun is Lily's father."""
    return await home.joined(person, await invite(home, "A parent"), "Dad")


@remembered
async def sibling(home: Homeline, name: str) -> None:
    """One more child of Mei, whom Grandma looks after too."""
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, name)
    await tap(home, mei, "2020", "May", "🇨🇳")
    fang.open(link_in(mei))
    await home.settle()
    await tap(home, fang, "👵")
    await tap(home, mei, "✅")


async def hours(home: Homeline, count: int) -> None:
    """Hour after hour, in twos, as time passes for the ticks."""
    for _ in range(count // 2):
        await home.later(hours=2)
    if count % 2:
        await home.later(hours=1)


async def read(home: Homeline, unit: Unit[T]) -> T:
    """Something in the database."""
    return await home.app.store.run(unit)


def since(phone: Phone, count: int) -> list[str]:
    """What has come since `count` texts stood on the phone, the week's idea and its picture left aside."""
    return [each for each in phone.texts[count:] if not each.startswith(("💡", "🎞"))]
