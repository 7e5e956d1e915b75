"""More drafts than anybody writes in a day are kept where there is room."""

from bot.db.tables import notice
from bot.domain.limits import DRAFTS_A_DAY
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import zhaos_phone  # noqa: F401 - fixture
from tests.homeline import Homeline
from tests.households import read, say, tap


async def test_beyond_the_limit_of_a_day_words_are_added_to_the_last_draft(home: Homeline, zhao: Phone) -> None:
    for number in range(DRAFTS_A_DAY + 2):
        await say(home, zhao, f"Notice {number}.")
        zhao.press("home", zhao.last)
        await home.settle()

    rows = await read(home, lambda tx: tx.all(notice.select().order_by(notice.c.id)))
    assert len(rows) == DRAFTS_A_DAY
    last = DRAFTS_A_DAY - 1
    assert rows[-1].body["text"] == f"Notice {last}.\nNotice {last + 1}.\nNotice {last + 2}."
    await tap(home, zhao, "🎓")
    assert zhao.sees("Class 3B")
