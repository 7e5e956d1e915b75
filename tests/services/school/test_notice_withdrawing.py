"""Who may take a notice back, and that it happens once."""

from bot.queries.school import notices
from bot.services.school.notice_withdrawing import withdraw
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, news, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import MEI, Homeline
from tests.households import read, tap


async def test_it_is_withdrawn_once_and_only_after_it_went_out(home: Homeline, zhao: Phone) -> None:
    zhao.say(f"📣 {TRIP}")
    await home.settle()
    draft = await read(home, lambda tx: notices.get(tx, 1))
    assert draft is not None
    assert not await home.app.store.run(lambda tx: withdraw(tx, draft))
    await tap(home, zhao, "📣 Send")

    assert [await home.app.store.run(lambda tx: withdraw(tx, draft)) for _ in range(2)] == [True, False]
    await home.settle()
    assert len(news(home.phone(MEI))) == 1
