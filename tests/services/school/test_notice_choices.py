"""The outcome goes to its author while they teach, else to who teaches then; once."""

from bot.domain.school.notice_choices import outcome_of
from bot.queries.school import notice_choices, notices
from bot.services.school.notice_choices import close, set_choices, set_deadline
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import zhaos_phone  # noqa: F401 - fixture
from tests.homeline import Homeline
from tests.households import read


async def test_what_went_out_keeps_its_answers_and_is_closed_once(home: Homeline, zhao: Phone) -> None:
    await home.notice("Can Lily come?", level="🗳")
    found = await read(home, lambda tx: notices.get(tx, 1))
    assert found is not None
    assert not await home.app.store.run(lambda tx: set_choices(tx, found, ("a", "b")))
    assert await home.app.store.run(lambda tx: set_deadline(tx, found, tx.now))
    for _ in range(2):
        await home.later(seconds=5)
    outcomes = [text for text in zhao.texts if text.startswith("⏳ Class 3B\n")]
    assert len(outcomes) == 1
    assert outcome_of(1) == "notice_outcome:1"
    again = await read(home, lambda tx: notices.get(tx, 1))
    assert again is not None
    await home.app.store.run(lambda tx: close(tx, again))
    assert await read(home, lambda tx: notice_choices.over(tx, 10)) == []
