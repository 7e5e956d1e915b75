"""Phones that send thousands of updates delay nobody else's alert, and lose nothing of their own."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.db.tables import illness, inbox
from bot.db.transaction import Tx
from bot.delivery.inbox import Received, receive
from bot.domain.illness.illness_alerts import DangerCardShown, EmergencyShown, IllChildAsked
from bot.domain.notifications import Event, Lane
from bot.domain.privacy.crisis import CrisisAsked
from bot.domain.screens import HomeShown
from bot.queries.circle import people
from bot.services.notifications import reply
from bot.simulator.cast import IVAN
from bot.telegram.consumer import BATCH
from tests.homeline import MEI, Homeline
from tests.numbers import counted

FLOOD = 3000
STRANGERS, OWED = 12, 3
SOME = 5_000_000  # the first of their chats


def letter(chat: int, number: int) -> Received:
    """One letter of the alphabet from somebody's chat."""
    who = {"id": chat, "is_bot": False, "first_name": "Ivan"}
    said = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": who, "text": "x"}
    return Received(-chat * 10_000 - number, chat, json.dumps({"update_id": number, "message": said}))


def thousands(tx: Tx) -> None:
    """What one chat sends in no time, far ahead of everybody else."""
    receive(tx, [letter(IVAN.id, each) for each in range(FLOOD)])


async def owe_many_answers(home: Homeline) -> None:
    """What thirty busy phones are owed: menus, and cards for somebody in need."""
    for chat in range(STRANGERS):
        home.phone(replace(IVAN, id=SOME + chat)).chat.started = True

    def owe(tx: Tx) -> None:
        for chat in range(STRANGERS):
            who = people.add(tx, SOME + chat, "Ivan", "en")
            for _ in range(OWED):
                reply(tx, who, HomeShown())
                reply(tx, who, EmergencyShown())

    await home.app.store.run(owe)


def waiting(tx: Tx) -> int:
    return int(tx.scalar(select(func.count()).select_from(inbox).where(inbox.c.state == "new")))


async def arrive(home: Homeline) -> None:
    """What was tapped is fetched; a watch that ran out meanwhile is taken again."""
    await home.app.look()
    await home.app.poller.step()


def chats_sent_to(home: Homeline) -> list[int]:
    sent = [each for each in home.simulator.requests if each.method == "sendMessage"]
    return [int(each.params["chat_id"]) for each in sent]


async def test_a_flood_from_one_chat_does_not_hold_up_an_alert(home: Homeline) -> None:
    _mei, fang = await home.family()
    await home.app.store.run(thousands)
    fang.tap("🤒")
    await arrive(home)

    handled = await home.app.consumer.step()

    assert await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(illness))) == 1
    assert handled <= BATCH
    assert await home.app.store.run(waiting) >= FLOOD - BATCH


async def test_an_answer_to_a_tap_waits_for_one_answer_to_each_other_and_no_more(home: Homeline) -> None:
    mei, _fang = await home.family()
    await owe_many_answers(home)
    mei.tap("🏠")
    before = len(chats_sent_to(home))
    await home.settle()
    sent = chats_sent_to(home)[before:]
    assert sent.index(MEI.id) <= STRANGERS * (OWED + 1)  # after every card for somebody in need
    assert len(sent) == 2 * STRANGERS * OWED + 1  # and all of them came


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_what_a_busy_chat_sent_is_handled_in_its_order_when_others_are_done(home: Homeline) -> None:
    mei, _fang = await home.family()
    for number in range(60):
        mei.say(f"/start {number}")
    await home.settle()
    assert await home.app.store.run(waiting) == 0
    parked = select(func.count()).select_from(inbox).where(inbox.c.state == "parked")
    assert await home.app.store.run(lambda tx: tx.scalar(parked)) == 0


async def test_presses_and_links_that_lead_nowhere_are_counted_and_say_nothing(home: Homeline) -> None:
    mei, _fang = await home.family()
    before = [counted("homeline_refused_total", what=each) for each in ("press", "link")]
    ivan = await home.newcomer(IVAN)
    said = len(ivan.texts)
    ivan.press("log:1:0", ivan.last)
    ivan.start("A" * 22)
    await home.settle()
    assert [counted("homeline_refused_total", what=each) for each in ("press", "link")] == [each + 1 for each in before]
    assert not [text for text in ivan.texts[said:] if "Lily" in text or "Mei" in text or len(text) > 120]
    assert mei.texts


@pytest.mark.parametrize("about", [DangerCardShown(1), IllChildAsked(), CrisisAsked(1, waits=True)])
def test_the_cards_for_need_go_with_the_alerts(about: Event) -> None:
    assert about.reply_lane is Lane.URGENT
    assert HomeShown().reply_lane is Lane.REPLY
