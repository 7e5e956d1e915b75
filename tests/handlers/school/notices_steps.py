"""What the stories of notices share: a class with Lily in it, and the phones that hear of it."""

from dataclasses import replace

import pytest

from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.remembering import remembered

FANG_EN = replace(FANG, language_code="en")
TRIP = "Trip on Friday, bring a coat and 5 yuan"


@pytest.fixture(name="zhao")
@remembered
async def zhaos_phone(home: Homeline) -> Phone:
    """Ms. Zhao's phone; Lily is in her class 3B."""
    await home.joined(FANG_EN, await home.child(), "👵")
    phone = await home.school()
    await home.pupil(await home.class_room())
    return phone


@pytest.fixture(name="mei")
def meis_phone(home: Homeline, zhao: Phone) -> Phone:
    """Lily's mother, far away."""
    return home.phone(MEI)


@pytest.fixture(name="fang")
def fangs_phone(home: Homeline, zhao: Phone) -> Phone:
    """Lily's grandmother, at home."""
    return home.phone(FANG)


def news(phone: Phone) -> list[str]:
    """The notices on a phone."""
    return [text for text in phone.texts if text.startswith("📣 Class 3B, Zhao Lan")]


def labels(phone: Phone, row: int = 0) -> list[str]:
    """The buttons in a row of the newest message."""
    return [button.text for button in phone.last.buttons[row]]
