"""Who is told of the way of their words: nobody who has no part in it any more."""

from bot.queries.school import school_talks as rows
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import STRANGER, code, leads_phone, list_of  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, read, say, since, tap


async def test_who_has_left_the_family_reads_no_more_of_what_they_wrote(home: Homeline, lead: Phone) -> None:
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, mei, SHOES)
    receipt = mei.last
    await tap(home, mei, "🏠", "⚙️", "👋", "✅")
    before, words = len(mei.texts), receipt.words
    await home.until(9, day=1)
    await home.later(minutes=16)
    assert since(mei, before) == []
    assert receipt.words == words
    assert not any("has it" in each for each in fang.texts)


async def test_a_teacher_who_has_left_reads_no_more_of_the_family(home: Homeline, lead: Phone) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await home.quiet(MEI, 0, 23 * 60 + 59)
    await home.quiet(GRANDMA, 8 * 60, 20 * 60)
    await home.until(10, day=1)
    await tap(home, ivan, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, ivan, "Lily read aloud today.")
    receipt = ivan.last
    words = receipt.words
    await list_of(home, lead)
    await tap(home, lead, "🚪 Ivan Petrov", "✅")
    before = len(ivan.texts)
    await home.until(20, 1)
    await home.later(minutes=16)
    assert home.phone(GRANDMA).sees("Lily read aloud today.")
    assert receipt.words == words
    assert since(ivan, before) == []
    talk = await read(home, lambda tx: rows.get(tx, 1))
    assert talk is not None
    assert talk[0].told == "1 coming"
