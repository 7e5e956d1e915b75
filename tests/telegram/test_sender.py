"""Every send has one of three outcomes, and each is acted on."""

import asyncio
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.payloads import Payload
from bot.domain.notifications import Lane
from bot.domain.screens import HelpShown, HomeShown
from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, MEI
from bot.telegram import picking
from tests.homeline import Homeline
from tests.telegram.sends import known, newest, put, sends


async def test_what_arrives_is_sent_once(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei)
    await home.settle()
    await home.settle()
    assert sends(home) == ["sendMessage"]
    assert (await newest(home)).state == "sent"
    assert (await newest(home)).message_id == home.phone(MEI).last.id


async def test_an_unknown_outcome_is_left_at_that_where_others_get_through(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    home.simulator.faults.lose_after_send(chat=MEI.id)
    await put(home, mei)
    first = await newest(home)
    await put(home, fang)
    await home.settle()
    await home.later(minutes=5)
    assert sends(home) == ["sendMessage"] * 2
    ended = select(rows.c.state).where(rows.c.id == first.id)
    assert await home.app.store.run(lambda tx: tx.scalar(ended)) == "unknown"


async def test_a_question_comes_rather_twice_than_not_at_all_where_nobody_else_was_answered(home: Homeline) -> None:
    mei = await known(home)
    home.simulator.faults.lose_after_send()
    await put(home, mei)
    await home.settle()
    await home.later(seconds=3)
    assert sends(home) == ["sendMessage"] * 2
    assert (await newest(home)).state == "sent"


@pytest.mark.parametrize("how", [{"written": True}, {"lane": Lane.URGENT}])
async def test_what_a_person_wrote_and_alerts_are_sent_again(home: Homeline, how: dict[str, Any]) -> None:
    mei = await known(home)
    home.simulator.faults.lose_after_send()
    await put(home, mei, **how)
    await home.settle()
    assert len(sends(home)) == 1
    await home.later(seconds=3)
    assert len(sends(home)) == 2
    assert (await newest(home)).state == "sent"


async def _others_get_through(home: Homeline, fang: int, minutes: int) -> None:
    for _ in range(minutes):
        await home.later(minutes=1)
        await put(home, fang)
        await home.settle()


async def test_it_does_not_try_for_ever(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    home.simulator.faults.lose_after_send(times=50, chat=MEI.id)
    await put(home, mei, written=True)
    first = await newest(home)
    await _others_get_through(home, fang, outbox.ATTEMPTS + 4)
    to_mei = [each for each in home.simulator.requests if int(each.params.get("chat_id", 0)) == MEI.id]
    assert len(to_mei) == outbox.ATTEMPTS
    ended = select(rows.c.state).where(rows.c.id == first.id)
    assert await home.app.store.run(lambda tx: tx.scalar(ended)) == "unknown"


async def test_an_alert_is_tried_for_longer(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    home.simulator.faults.lose_after_send(times=outbox.ATTEMPTS + 2, chat=MEI.id)
    await put(home, mei, Lane.URGENT)
    first = await newest(home)
    await _others_get_through(home, fang, outbox.ATTEMPTS + 4)
    ended = select(rows.c.state).where(rows.c.id == first.id)
    assert await home.app.store.run(lambda tx: tx.scalar(ended)) == "sent"


async def test_patience_is_kept_for_the_chat_that_asked(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    home.simulator.faults.flood(seconds=1, chat=MEI.id)
    await put(home, mei)
    await put(home, fang)
    await home.settle()
    waiting = select(rows.c.due_at).where(rows.c.person_id == mei, rows.c.state == "pending")
    assert await home.app.store.run(lambda tx: tx.scalar(waiting)) > home.clock.now()
    assert (await newest(home)).state == "sent"


async def test_telegram_that_is_away_is_waited_for(home: Homeline) -> None:
    mei = await known(home)
    home.simulator.faults.server_error(times=3)
    await put(home, mei)
    for _ in range(4):
        await home.later(minutes=2)
    assert len(sends(home)) == 4
    assert (await newest(home)).state == "sent"


@pytest.mark.parametrize(("lane", "soon"), [(Lane.URGENT, True), (Lane.REPLY, True), (Lane.ROUTINE, False)])
async def test_an_alert_and_an_answer_are_tried_again_within_a_second(home: Homeline, lane: Lane, soon: bool) -> None:
    mei = await known(home)
    home.simulator.faults.server_error(times=1)
    await put(home, mei, lane)
    await home.settle()
    assert (await newest(home)).state == "pending"
    await home.later(seconds=1)
    assert ((await newest(home)).state == "sent") is soon
    await home.later(seconds=2)
    assert (await newest(home)).state == "sent"
    assert len(sends(home)) == 2


async def test_what_telegram_does_not_take_is_set_aside(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei, about=HelpShown("how"))
    await home.app.store.run(lambda tx: tx.change(update(rows).where(rows.c.state == "pending").values(chat=-5)))
    await home.settle()
    assert (await newest(home)).state != "sent"


async def test_what_is_too_long_for_one_message_goes_out_in_several(home: Homeline) -> None:
    mei = await known(home)
    before = len(home.phone(MEI).texts)
    text = "".join(f"<b>{n:06} &amp; more</b>\n" for n in range(700))
    rest: Payload = {"events": [], "text": text}
    home.simulator.faults.drop_before()
    await home.app.store.run(
        lambda tx: outbox.put(tx, rest, chat=MEI.id, person_id=mei, lane=Lane.NOTICE, retry_if_unknown=True)
    )
    await home.settle()
    await home.later(seconds=3)

    sent = home.phone(MEI).texts[before:]
    assert len(sent) == 3
    assert "\n".join(sent) == "\n".join(f"{n:06} & more" for n in range(700))


async def test_what_cannot_be_written_does_not_stop_the_line(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei)
    broken: Payload = {"events": [{"kind": "NoSuchThing"}]}
    waits = select(rows.c.id).where(rows.c.state == "pending")
    await home.app.store.run(lambda tx: outbox.set_payload(tx, tx.scalar(waits), broken))
    await put(home, mei, Lane.BULK)
    await home.settle()
    found = await home.app.store.run(
        lambda tx: tx.all(select(rows.c.state, rows.c.reason).order_by(rows.c.id.desc()).limit(2))
    )
    assert [each.state for each in found] == ["sent", "discarded"]
    assert "KeyError" in found[1].reason


async def test_who_blocks_the_bot_gets_everything_when_they_are_back(home: Homeline) -> None:
    mei = await known(home)
    home.phone(MEI).chat.blocked = True
    await put(home, mei)
    await put(home, mei, Lane.BULK, HomeShown())
    await home.settle()
    away = await home.app.store.run(lambda tx: people.get(tx, mei))
    assert not away.reachable
    assert len(sends(home)) == 1

    home.phone(MEI).start()
    await home.settle()
    back = await home.app.store.run(lambda tx: people.get(tx, mei))
    left = await home.app.store.run(lambda tx: tx.all(select(rows).where(rows.c.state.in_(["pending", "waiting"]))))
    assert back.reachable
    assert left == []


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_message(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei, card="news:1")
    await home.settle()
    card = home.phone(MEI).last
    home.world.delete(card)
    await put(home, mei, about=HelpShown("emergency"), card="news:1", edits_card=True)
    await home.settle()
    assert sends(home) == ["sendMessage", "editMessageText", "sendMessage"]
    assert await home.app.store.run(lambda tx: cards.message_of(tx, mei, "news:1")) == home.phone(MEI).last.id


async def test_an_edit_that_changes_nothing_is_done(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei, card="news:1")
    await home.settle()
    await put(home, mei, card="news:1", edits_card=True)
    await home.settle()
    assert sends(home) == ["sendMessage", "editMessageText"]
    assert (await newest(home)).reason == "it said so already"


async def test_an_answer_to_a_press_that_is_too_old_is_dropped(home: Homeline) -> None:
    mei = await known(home)
    payload: Payload = {"events": [], "query": "1"}
    await home.app.store.run(
        partial(outbox.put, payload=payload, person_id=mei, lane=Lane.REPLY, expires_at=home.clock.now())
    )
    await home.settle()
    assert (await newest(home)).reason == "expired"
    assert sends(home) == []


async def test_after_a_death_alerts_are_sent_again_and_the_rest_is_unknown(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei, Lane.URGENT)
    await put(home, mei, Lane.BULK)

    def claim(tx: Tx) -> None:
        for row in tx.all(select(rows.c.id).where(rows.c.state == "pending")):
            outbox.claim(tx, row.id)

    await home.app.store.run(claim)
    await home.app.sender.watch.give_back()
    await home.settle()
    found = await home.app.store.run(lambda tx: tx.all(select(rows.c.state).order_by(rows.c.id.desc()).limit(2)))
    assert [each.state for each in found] == ["unknown", "sent"]
    assert sends(home) == ["sendMessage"]


async def test_a_step_that_is_cancelled_still_sends_what_it_claimed(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei)
    step = asyncio.create_task(home.app.sender.step())
    await asyncio.wait([step], timeout=0)
    step.cancel()
    await asyncio.wait([step])
    await home.app.sender.drain()
    assert sends(home) == ["sendMessage"]
    assert (await newest(home)).state == "sent"


async def test_a_network_that_hangs_leaves_room_for_alerts(home: Homeline, monkeypatch: pytest.MonkeyPatch) -> None:
    mei, fang, ivan = await known(home), await known(home, FANG), await known(home, IVAN)
    monkeypatch.setattr(picking, "SLOW_IN_FLIGHT", 1)
    monkeypatch.setattr(picking, "IN_FLIGHT", 2)
    monkeypatch.setattr(picking, "FOR_ALERTS", 1)
    monkeypatch.setattr(picking, "FREELY", 1)
    home.simulator.faults.slow(30, times=2)
    await put(home, mei)
    await put(home, fang)
    assert await home.app.sender.step() == 1
    assert await home.app.sender.step() == 0
    await put(home, ivan, Lane.URGENT)
    assert await home.app.sender.step() == 1
    await put(home, ivan, Lane.URGENT, HomeShown())
    assert await home.app.sender.step() == 0
    home.simulator.faults.clear()
    await home.app.sender.drain()
    await home.settle()
    assert len(sends(home)) == 4


async def test_lanes_below_the_fast_ones_take_turns(home: Homeline) -> None:
    mei, fang = await known(home), await known(home, FANG)
    for number in range(6):
        await put(home, mei, Lane.NOTICE, card=f"a:{number}")
    await put(home, fang, Lane.BULK)
    await put(home, fang, Lane.URGENT)
    await home.settle()
    chats = [each.params["chat_id"] for each in home.simulator.requests if each.method == "sendMessage"]
    assert int(chats[0]) == FANG.id
    assert FANG.id in [int(each) for each in chats[1:]]
    assert len(chats) == 8


async def test_it_rests_when_nothing_may_be_sent(home: Homeline) -> None:
    mei = await known(home)
    await put(home, mei)
    await home.settle()
    assert await home.app.sender.step() == 0
    assert home.app.sender.rest() > 1.0
