"""A phone that sends thousands of updates delays nobody else's alert, and loses nothing of its own."""

import json

import pytest
from sqlalchemy import func, select

from bot import metrics
from bot.simulator.cast import IVAN
from bot.storage.inbox import Received, receive
from bot.storage.tables import illness, inbox
from bot.storage.transaction import Tx
from bot.telegram.consumer import BATCH, FAIR
from tests.homeline import Homeline

FLOOD = 3000


def thousands(tx: Tx) -> None:
    """What one chat sends in no time, far ahead of everybody else."""
    who = {"id": IVAN.id, "is_bot": False, "first_name": "Ivan"}
    chat = {"id": IVAN.id, "type": "private"}
    said = {"message_id": 1, "date": 1, "chat": chat, "from": who, "text": "x"}
    receive(tx, [Received(-each, IVAN.id, json.dumps({"update_id": each, "message": said})) for each in range(FLOOD)])


def waiting(tx: Tx) -> int:
    return int(tx.scalar(select(func.count()).select_from(inbox).where(inbox.c.state == "new")))


async def test_a_flood_from_one_chat_does_not_hold_up_an_alert(home: Homeline) -> None:
    _mei, fang = await home.family()
    await home.app.store.run(thousands)
    fang.tap("🤒")
    await home.app.poller.step()

    handled = await home.app.consumer.step()

    assert await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(illness))) == 1
    assert handled < BATCH
    assert await home.app.store.run(waiting) >= FLOOD - 4 * FAIR


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_what_a_busy_chat_sent_is_handled_in_its_order_when_others_are_done(home: Homeline) -> None:
    mei, _fang = await home.family()
    for number in range(FAIR * 3):
        mei.say(f"/start {number}")
    await home.settle()
    assert await home.app.store.run(waiting) == 0
    parked = select(func.count()).select_from(inbox).where(inbox.c.state == "parked")
    assert await home.app.store.run(lambda tx: tx.scalar(parked)) == 0


async def test_presses_and_links_that_lead_nowhere_are_counted_and_say_nothing(home: Homeline) -> None:
    mei, _fang = await home.family()
    before = [metrics.REFUSED.get(each) for each in ("press", "link")]
    ivan = await home.newcomer(IVAN)
    said = len(ivan.texts)
    ivan.press("log:1:0", ivan.last)
    ivan.start("A" * 22)
    await home.settle()
    assert [metrics.REFUSED.get(each) for each in ("press", "link")] == [each + 1 for each in before]
    assert not [text for text in ivan.texts[said:] if "Lily" in text or "Mei" in text or len(text) > 120]
    assert mei.texts
