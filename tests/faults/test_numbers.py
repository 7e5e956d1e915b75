"""A database is put back to an earlier state, with or without `homeline restore`: old buttons mean nothing new."""

import re

import pytest
from sqlalchemy import func, select

from bot.app import App
from bot.db.tables import illness
from bot.db.transaction import Tx
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.databases import Database
from tests.homeline import Homeline
from tests.households import english_family, second_parent, tap

pytestmark = pytest.mark.wired


def newest(tx: Tx) -> tuple[int, str, object]:
    """The newest illness: its number, its state, and what was done about it."""
    last = select(func.max(illness.c.id)).scalar_subquery()
    row = tx.first(select(illness.c.id, illness.c.state, illness.c.caller_id).where(illness.c.id == last))
    return tuple(row or ())


def buttons(phone: Phone, begin: int) -> list[tuple[str, Message]]:
    """What could be pressed on what has come."""
    return [
        (each.data, message)
        for message in phone.messages[begin:]
        for row in message.buttons
        for each in row
        if each.data and re.fullmatch(r"ill_\w+:.*", each.data)
    ]


async def test_after_a_file_was_copied_back_old_buttons_of_an_illness_do_not_touch_the_next_one(
    home: Homeline, database: Database
) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.later(minutes=2)
    await home.close()
    earlier = database.keep()

    home.app = App(home.app.settings, home.clock, long_poll=0)
    await home.app.open()
    begin = {each: len(each.messages) for each in (mei, fang, jun)}
    await tap(home, fang, "🤒", "🌡")
    await home.later(minutes=2)
    lost, _, _ = await home.app.store.run(newest)
    old = [(phone, *each) for phone, count in begin.items() for each in buttons(phone, count)]
    assert {phone for phone, *_ in old} == {mei, fang, jun}

    await home.close()
    database.copy(earlier)
    home.app = App(home.app.settings, home.clock, long_poll=0)
    await home.app.open()
    await tap(home, fang, "🤒", "🤢")
    await home.later(minutes=2)
    before = await home.app.store.run(newest)
    assert before[0] > lost
    assert before[1] == "open"
    heard = {phone: list(phone.texts) for phone in (mei, fang, jun)}
    for phone, data, message in old:
        press = phone.press(data, message)
        await home.settle()
        assert press.answered
        assert press.answer or phone.texts != heard[phone], data
        assert await home.app.store.run(newest) == before, data
        heard[phone] = list(phone.texts)
    assert not mei.sees("better")
    assert not jun.sees("calling")
