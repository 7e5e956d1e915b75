"""Thirty strangers who write without end hold no danger card back, and lose nothing of what a member wrote."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import App
from bot.db.transaction import Tx
from bot.delivery.inbox import Received, receive
from bot.domain.illness.illness_alerts import EmergencyShown
from bot.domain.screens import HomeShown
from bot.queries.circle import people
from bot.services.notifications import reply
from bot.simulator.cast import FANG, IVAN, MEI
from tests.faults.conftest import Note
from tests.faults.figures import Figures
from tests.homeline import Homeline
from tests.illness_cast import english_family

pytestmark = pytest.mark.wired

STRANGERS, EACH, OWED = 30, 20, 3
SOME = 5_000_000  # the first of their chats
TICK = timedelta(seconds=0.04)


def letters(tx: Tx) -> None:
    """One letter after the other from each, mixed as Telegram gives them; and answers that they wait for already."""
    for number in range(EACH):
        for chat in range(SOME, SOME + STRANGERS):
            who = {"id": chat, "is_bot": False, "first_name": "Ivan"}
            said = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": who, "text": "x"}
            receive(tx, [Received(-chat * 1_000 - number, chat, json.dumps({"update_id": number, "message": said}))])
    for chat in range(SOME, SOME + STRANGERS):
        stranger = people.add(tx, chat, "Ivan", "en")
        for about in (EmergencyShown(), *[HomeShown()] * OWED):
            reply(tx, stranger, about)


async def a_moment(home: Homeline) -> list[int]:
    """A moment in which everything goes on; the chats that got a message in it."""
    before = len(home.simulator.requests)
    await home.app.look()
    await home.app.poller.step()
    await home.app.consumer.step()
    while await home.app.sender.step():
        await home.app.sender.drain()
    home.clock.push(TICK)
    sent = [each for each in home.simulator.requests[before:] if each.method == "sendMessage"]
    return [int(each.params["chat_id"]) for each in sent]


async def moments(home: Homeline, chat: int) -> int:
    """How many moments pass until a message comes; there are 25 in a second."""
    for passed in range(1, 200):
        if chat in await a_moment(home):
            return passed
    raise AssertionError("nothing came")


async def test_a_flood_of_strangers_holds_no_danger_card_back(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    for chat in range(STRANGERS):
        home.phone(replace(IVAN, id=SOME + chat)).chat.started = True
    await home.close()
    home.app = App(replace(home.settings, api_url=home.simulator.url, rate=28), home.clock, long_poll=0)
    await home.app.open()
    await home.later(minutes=1)  # what the process before has let go has arrived
    await home.app.store.run(letters)
    busy = [len(await a_moment(home)) for _ in range(50)]
    assert 46 <= sum(busy) <= 56  # all that the limit allows is used

    fang.tap("🤒")
    card = await moments(home, FANG.id)
    mei.tap("🏠")
    menu = await moments(home, MEI.id)

    assert card <= 5
    assert menu <= 2 * STRANGERS  # each is sent the danger card, and its picture
    note(Figures("30 strangers who write without end", 2, 0, 0, 0, "the danger card is the next message"))
