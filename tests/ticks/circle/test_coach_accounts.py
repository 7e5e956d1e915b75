"""SG-23: how to keep one's account is explained once, and again each half year."""

from bot.db.tables import outbox
from tests.homeline import Homeline
from tests.households import english_family, read


async def test_sg_23_two_step_verification_is_explained_once_and_each_half_year(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    async def told() -> int:
        await read(home, lambda tx: tx.change(outbox.update().where(outbox.c.lane == 4).values(due_at=tx.now)))
        await home.settle()
        return len([text for text in mei.texts if text.startswith("🔑") and "Two-Step Verification" in text])

    await home.later(days=20)
    assert await told() == 0
    await home.later(days=2)
    assert await told() == 1
    await home.later(days=150)
    assert await told() == 1
    await home.later(days=40)
    assert await told() == 2
