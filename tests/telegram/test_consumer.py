"""One update, one unit of work: whole, in order, or set aside with its reason."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from telegram.ext import filters

from bot.db import installation
from bot.db.tables import inbox, person
from bot.db.transaction import Tx
from bot.dispatcher import Dispatcher
from bot.domain.people import Person
from bot.domain.screens import HelpShown
from bot.routes import message
from bot.services.notifications import reply
from bot.simulator.cast import FANG, MEI, ZHAO
from bot.telegram.consumer import Consumer
from bot.updates import IncomingMessage
from tests.homeline import Homeline


class Broken:
    """A handler that fails so many times, after it has written something."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.heard: list[str] = []

    def __call__(self, tx: Tx, me: Person, said: IncomingMessage) -> None:
        installation.learn(tx, "half", said.text)
        if self.times > 0:
            self.times -= 1
            raise LookupError("a person's words must not be logged")
        self.heard.append(said.text)


def with_handler(home: Homeline, handler: Broken) -> None:
    home.app.consumer = Consumer(
        home.app.store, home.app.client.bot, Dispatcher([message(filters.ALL, handler, newcomers=True)]).handle
    )


async def rows(home: Homeline) -> list[tuple[str, int, str | None]]:
    query = select(inbox.c.state, inbox.c.attempt, inbox.c.reason).order_by(inbox.c.id)
    return [(row.state, row.attempt, row.reason) for row in await home.app.store.run(lambda tx: tx.all(query))]


async def test_a_handler_that_raises_is_rolled_back_and_its_update_parked(home: Homeline) -> None:
    with_handler(home, Broken(times=3))
    home.phone(MEI).say("half of it")
    await home.settle()
    (row,) = await rows(home)
    assert row[:2] == ("parked", 3)
    assert row[2] is not None
    assert "LookupError in test_consumer.py:__call__" in row[2]
    assert "words" not in row[2]
    assert await home.app.store.run(lambda tx: installation.get(tx, "half")) is None
    assert await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(person))) == 0


async def test_a_handler_that_fails_once_is_tried_again(home: Homeline) -> None:
    handler = Broken(times=2)
    with_handler(home, handler)
    home.phone(MEI).say("hello")
    await home.settle()
    assert handler.heard == ["hello"]
    assert [row[0] for row in await rows(home)] == ["done"]


async def test_within_a_chat_the_order_is_kept_over_a_failure(home: Homeline) -> None:
    handler = Broken(times=2)
    with_handler(home, handler)
    for word in ("one", "two", "three"):
        home.phone(MEI).say(word)
    await home.settle()
    assert handler.heard == ["one", "two", "three"]


async def test_on_a_file_nobody_waits_for_all_that_forty_chats_have_sent(home: Homeline) -> None:
    store, handle = home.app.store, Dispatcher([message(filters.ALL, Broken(times=0), newcomers=True)]).handle
    consumer = Consumer(store, home.app.client.bot, handle, seconds=0.0)
    for each in (FANG, MEI, ZHAO):
        home.phone(each).say("hello")
    await home.app.poller.step()
    handled = [await consumer.step() for _ in range(4)]
    assert handled == ([3, 0, 0, 0] if store.shared else [1, 1, 1, 0])
    assert [row[0] for row in await rows(home)] == ["done", "done", "done"]


async def test_who_writes_beside_one_whose_update_fails_is_answered_once(home: Homeline) -> None:
    def answers(tx: Tx, me: Person, said: IncomingMessage) -> None:
        reply(tx, me, HelpShown(), card="help")
        if me.telegram_id == MEI.id:
            raise LookupError("a person's words must not be logged")

    routes = [message(filters.ALL, answers, newcomers=True)]
    home.app.consumer = Consumer(home.app.store, home.app.client.bot, Dispatcher(routes).handle)
    for each in (FANG, MEI, ZHAO):
        home.phone(each).say("hello")
    await home.settle()
    assert [row[:2] for row in await rows(home)] == [("done", 0), ("parked", 3), ("done", 0)]
    assert [len(home.phone(each).texts) for each in (FANG, MEI, ZHAO)] == [1, 0, 1]


@pytest.mark.parametrize("poison", [{"message": "nonsense"}, {"message": {"message_id": 1, "date": "x", "chat": 5}}])
async def test_poison_is_parked_and_does_not_stop_the_line(home: Homeline, poison: dict[str, object]) -> None:
    home.world.push_raw(poison)
    home.phone(MEI).start()
    await home.settle()
    first, second = await rows(home)
    assert first[0] == "parked"
    assert first[2] is not None
    assert first[2].startswith("Poison")
    assert second[0] == "done"
    assert home.phone(MEI).messages


def sent_by_mei(**content: object) -> dict[str, object]:
    """A message of Mei's, as an independent Bot API server writes it."""
    chat = {"id": MEI.id, "type": "private"}
    who = {"id": MEI.id, "is_bot": False, "first_name": "Mei"}
    return {"message": {"message_id": 77, "date": 1, "chat": chat, "from": who, **content}}


async def test_a_poll_of_an_older_server_is_answered_although_it_cannot_be_read(home: Homeline) -> None:
    home.phone(MEI).chat.started = True
    home.world.push_raw(sent_by_mei(poll={"id": "1", "question": "Friday?", "options": [], "type": "regular"}))
    await home.settle()
    assert [row[0] for row in await rows(home)] == ["done"]
    assert len(home.phone(MEI).texts) == 1


async def test_a_kind_of_update_that_was_not_asked_for_is_no_error_and_gets_no_answer(home: Homeline) -> None:
    phone = home.phone(MEI)
    phone.start()
    await home.settle()
    before = phone.texts
    home.world.push_raw({"poll": {"id": "9"}})
    home.world.push_raw({"business_message": sent_by_mei(text="hello")["message"]})
    await home.settle()
    assert {row[0] for row in await rows(home)} == {"done"}
    assert phone.texts == before


@pytest.mark.parametrize("name", [{}, {"first_name": ""}])
async def test_a_person_whose_name_is_missing_is_answered(home: Homeline, name: dict[str, str]) -> None:
    home.phone(MEI).chat.started = True
    home.world.push_raw(sent_by_mei(text="/start", **{"from": {"id": MEI.id, "is_bot": False, **name}}))
    await home.settle()
    assert [row[0] for row in await rows(home)] == ["done"]
    assert len(home.phone(MEI).texts) == 1


async def test_what_comes_twice_is_handled_once(home: Homeline) -> None:
    handler = Broken(times=0)
    with_handler(home, handler)
    home.phone(MEI).say("once")
    number = home.world.updates.next_id - 1
    await home.settle()
    home.world.redeliver(number)
    await home.settle()
    assert handler.heard == ["once"]


async def test_nobody_answers_in_groups_nor_to_other_bots(home: Homeline) -> None:
    group = home.world.group(-77, "Class 3", [FANG])
    group.say(FANG, "hello")
    home.world.push_raw({
        "message": {
            "message_id": 1, "date": 1, "chat": {"id": 5, "type": "private", "first_name": "Robot"},
            "from": {"id": 5, "is_bot": True, "first_name": "Robot"}, "text": "hello",
        }
    })  # fmt: skip
    await home.settle()
    assert await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(person))) == 0


async def test_a_person_without_a_name_gets_a_sign(home: Homeline) -> None:
    home.phone(replace(MEI, first_name="\u202e")).start()
    await home.settle()
    assert await home.app.store.run(lambda tx: tx.scalar(select(person.c.name))) not in {"", "\u202e"}


async def test_who_blocks_and_unblocks_is_away_and_back(home: Homeline) -> None:
    phone = home.phone(MEI)
    phone.start()
    await home.settle()
    phone.block()
    await home.settle()
    assert await home.app.store.run(lambda tx: tx.scalar(select(person.c.unreachable_since))) is not None
    phone.unblock()
    await home.settle()
    assert await home.app.store.run(lambda tx: tx.scalar(select(person.c.unreachable_since))) is None


async def test_a_row_that_another_process_has_done_is_passed_over(home: Homeline) -> None:
    await home.app.store.run(lambda tx: home.app.consumer.handle(tx, 12345))
    assert await home.app.consumer.step() == 0
