"""What is kept goes on by itself: asked about in the morning, told when no answer comes or nobody can be asked."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.db.tables import check_in, member
from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from bot.services.privacy.erasing import erase_child
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap


async def kept(home: Homeline) -> tuple[Phone, Phone, int]:
    """Grandma tells a hard day herself; how much stood on Mei's phone before."""
    mei, fang = await english_family(home)
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "😢", "🙋")
    return mei, fang, before


def told(texts: list[str]) -> list[str]:
    return [each for each in texts if "hard day" in each]


async def test_a_question_without_an_answer_keeps_it_for_a_day_and_no_longer(home: Homeline) -> None:
    mei, fang, before = await kept(home)
    await home.until(8, 1, day=1)
    card = fang.last
    await home.until(7, 0, day=1)
    assert told(since(mei, before)) == []
    await home.until(12, 0)  # when it is day for Mei, too

    (news,) = told(since(mei, before))
    assert news.startswith("😢 Lily, from Grandma")
    assert card.words == "🗣 I have told Mei, as I heard nothing from you."
    press = fang.press("talked:1:yes", card)
    await home.settle()
    assert press.answer == "It was told already. 🙂 tells something new."
    assert len(told(since(mei, before))) == 1


async def test_not_yet_each_morning_ends_with_the_fourth(home: Homeline) -> None:
    mei, fang, before = await kept(home)
    for _ in range(2):
        await home.until(8, 1, day=1)
        await tap(home, fang, "❌ Not yet")
    await home.until(8, 1, day=1)
    card = next(each for each in reversed(fang.messages) if each.words.startswith("Have you talked"))
    assert "Not yet" not in str(card.buttons)
    assert told(since(mei, before)) == []
    await home.until(12, 0, day=1)
    assert len(told(since(mei, before))) == 1


def happens(tx: Tx, why: str) -> None:
    if why == "a pause":
        circles.pause(tx, 1, tx.now + timedelta(days=5))
    if why == "left":
        tx.change(member.update().where(member.c.person_id == 2).values(state="left"))
    if why == "erased":
        erase_child(tx, 1)
    if why == "consent":
        people.change(tx, 2, health_notes=False)


@pytest.mark.parametrize("why", ["an illness", "a pause", "left", "frozen", "erased", "consent"])
async def test_where_nobody_can_be_asked_it_is_told_or_rightly_forgotten(home: Homeline, why: str) -> None:
    mei, fang, before = await kept(home)
    if why == "an illness":
        await tap(home, fang, "🏠", "🤒", "🌡")
        assert any("fever" in each for each in since(mei, before))  # danger goes as ever
    if why == "frozen":
        await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.app.store.run(lambda tx: happens(tx, why))
    await home.until(12, 0, day=1)

    assert not fang.sees("Have you talked")
    assert len(told(since(mei, before))) == (why in {"an illness", "a pause", "left"})
    if why == "frozen":
        await tap(home, mei, "🏠", "⚙️", "👥", "▶️ Share again")
        await home.until(8, 30, day=2)
        assert fang.sees("Have you talked")
        assert await read(home, lambda tx: tx.scalar(select(func.max(check_in.c.tell_at))))
