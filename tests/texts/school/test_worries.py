"""What the law asks, in the words of whoever runs the bot: the teacher reads it, and who reads worries."""

from bot.db import installation
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.handlers.school.worries_steps import write
from tests.homeline import ZHAO, Homeline
from tests.households import tap

DUTY = "Teachers tell the police: 110"


async def test_the_operators_own_words_stand_in_place_of_ours(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await home.app.store.run(lambda tx: installation.learn(tx, installation.duty("en"), DUTY))
    await tap(home, zhao, "🧒", "Lily", "🤲")
    assert DUTY in zhao.texts[-1]
    assert "The law may ask" not in zhao.texts[-1]
    await write(home, zhao)
    assert lead.texts[-1].endswith(DUTY)
