"""After a restore nothing goes on by itself that people may have ended meanwhile."""

from bot.db.transaction import Tx
from bot.operations import resting
from bot.queries.illness import illnesses
from tests.homeline import Homeline
from tests.illness_cast import english_family, fever


async def test_who_was_calling_when_the_backup_was_made_is_not_said_to_be_calling_now(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    assert fang.last.words == "🤙 Mei is calling you now."
    said = len(fang.texts)

    def restored(tx: Tx) -> None:
        resting.mark(tx, tx.now)
        resting.rest(tx)

    await home.app.store.run(restored)
    thread = await home.app.store.run(lambda tx: illnesses.running(tx, 1))
    assert thread is not None
    assert thread.is_running
    assert (thread.caller_id, thread.call_until) == (None, None)
    await home.later(minutes=40)
    assert "calling" not in "".join(fang.texts[said:])
