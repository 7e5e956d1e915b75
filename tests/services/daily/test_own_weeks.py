"""After two hard weeks in a row it is said who can help, once; nobody else hears of it."""

from bot.db.tables import own_week
from bot.db.transaction import Tx
from bot.services.daily import own_weeks
from tests.homeline import FANG, MEI, Homeline
from tests.households import english_family, stand_in, tap

HELP = "Two hard weeks are a lot. You do not have to carry it alone."


async def ask(home: Homeline) -> None:
    """The question of the week, now."""

    def now(tx: Tx) -> None:
        tx.change(own_week.update().values(asked_at=own_week.c.asked_at))
        own_weeks.ask(tx, 2)

    await home.app.store.run(now)
    await home.settle()


async def test_who_can_help_is_said_after_two_hard_weeks_and_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await stand_in(home)
    await home.until(12, 0, day=1)
    before = len(mei.texts)
    said = []
    for _ in range(4):
        await ask(home)
        await tap(home, fang, "😟 Hard")
        said.append(sum(each.startswith(HELP) for each in fang.texts))
        await home.later(days=7)

    assert said == [0, 1, 1, 1]
    (help_,) = [each for each in fang.messages if each.words.startswith(HELP)]
    assert "Li Na (stand-in) can look after things for some days." in help_.words
    assert "🧳 I am away" in [each.text for row in help_.buttons for each in row]
    assert "teacher" not in help_.words  # no school is joined
    assert not [each for each in mei.texts[before:] if "week" in each and "💡" not in each]
    assert home.phone(MEI) is mei
    assert home.phone(FANG) is fang
