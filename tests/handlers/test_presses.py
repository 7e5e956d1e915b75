"""Every press on any button, of today or long over, is answered by something that whoever pressed it sees."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Bot

from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.outbox import Row
from bot.dispatcher import Dispatcher
from bot.domain.daily.one_card import SEVERAL
from bot.domain.notifications import Lane
from bot.queries.circle import people
from bot.simulator.cast import ZHAO, PersonSpec
from bot.simulator.messages import Message
from bot.simulator.rich_text import parse_html, trim
from bot.telegram import reading
from bot.texts.render import render
from handlers import ROUTES
from tests.homeline import Homeline
from tests.households import read
from tests.safeguarding.apart import apart, something_of_everything
from tests.safeguarding.neighbours import GRANDMA, MOTHER

# What stands in for the arguments that are no numbers of rows.
SAMPLES = {
    r"\d{1,15}": ("1",),
    r"\d{1,15}(?::\d{1,15})?": ("1", "1:1"),
    r"\d{1,9}": ("29800000",),
    SEVERAL: ("1", "1.1"),
    "[0-9]": ("1",),
    "[0-9]{1,2}": ("0",),
    "[0-9]{1,3}": ("0",),
    "[A-Z]{2}": ("CN",),
    "[A-Za-z_]{2,12}": ("zh_Hans",),
    "[a-z_]+": ("grandmother_m", "other"),
    "(?:19|20)[0-9]{2}": ("2018",),
    "[1-9]|1[0-2]": ("5",),
    "20[0-9]{2}(?:0[1-9]|1[0-2])": ("202612",),
    r"20\d{6}": ("20261224",),
}


def every_press() -> list[str]:
    """What each route takes; the last ones take whatever is left."""
    patterns = [
        pattern.pattern.removesuffix(r"\Z") for each in ROUTES if (pattern := getattr(each.check, "pattern", None))
    ]
    return [*dict.fromkeys(data for each in patterns for data in _data(each)), "over:1", ""]


def _data(pattern: str) -> Iterator[str]:
    verb, *args = re.split(r":\(\?:(?=.*?\)(?::\(\?:|$))", pattern)
    if verb.startswith("["):
        return
    choices = [SAMPLES.get(each[:-1]) or tuple(each[:-1].split("|")) for each in args]
    for chosen in product(*choices):
        yield ":".join([verb, *chosen])


@contextmanager
def undone(tx: Tx) -> Iterator[None]:
    """Whatever happens in here has not happened."""
    driver: Any = tx.conn.connection.driver_connection  # SQLAlchemy compiles each savepoint anew
    driver.execute("SAVEPOINT press")
    try:
        yield
    finally:
        driver.execute("ROLLBACK TO press")
        driver.execute("RELEASE press")
        tx.numbers.clear()
        tx.kept.clear()


Screen = dict[int, tuple[str, Any]]  # the words and the buttons of each message


def shown_by(rows: list[Any], tx: Tx, screen: Screen, *, again: bool) -> list[str]:
    """What these rows of the outbox let a person see: a toast, new messages, messages that look different."""
    seen = []
    for each in rows:
        row = Row(
            **{name: getattr(each, name) for name in Row.__dataclass_fields__ if hasattr(each, name)}
            | {"lane": Lane(each.lane)}
        )
        request = render(tx, row) if each.due_at <= tx.now else None
        if request is None:
            continue
        params, method = request.params, request.method
        words = trim(*parse_html(params.get("text") or params.get("caption") or ""))[0]
        edited = params.get("message_id")
        look = (words, (params.get("reply_markup") or {}).get("inline_keyboard"))
        if method == "answerCallbackQuery":
            seen += [words] if words else []
        elif edited is None or method == "deleteMessage" or again or screen.get(edited) != look:
            seen.append(method)
    return seen


def press(tx: Tx, bot: Bot, who: PersonSpec, data: str, under: Message, screen: Screen, *, again: bool) -> list[str]:
    """What somebody sees who presses this."""
    last = tx.scalar(select(outbox.c.id).order_by(outbox.c.id.desc()).limit(1))
    query = {
        "id": "77",
        "from": {"id": who.id, "is_bot": False, "first_name": who.first_name},
        "chat_instance": "1",
        "message": under.as_api(),
        "data": data,
    }
    update = reading.read(1, json.dumps({"callback_query": query}), bot)
    known = [people.by_telegram(tx, who.id)]
    Dispatcher(ROUTES).handle(tx, update)
    known.append(people.by_telegram(tx, who.id))  # who has erased everything is somebody new
    mine = outbox.c.id > last, outbox.c.person_id.in_([each.id for each in known if each])
    return shown_by(list(tx.all(select(outbox).where(*mine).order_by(outbox.c.id))), tx, screen, again=again)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_every_press_once_and_once_more_shows_something(home: Homeline) -> None:
    await apart(home)
    await something_of_everything(home)
    everything, bot = every_press(), home.app.client.bot
    assert len(everything) > 150

    def walk(tx: Tx) -> list[str]:
        silent = []
        for who in (MOTHER, GRANDMA, ZHAO):
            phone = home.phone(who)
            real = {button.data: message for message, button in reversed(phone.buttons()) if button.data}
            screen = {each.id: (each.words, (each.markup or {}).get("inline_keyboard")) for each in phone.messages}
            for data in dict.fromkeys([*everything, *real]):
                with undone(tx):
                    silent += [
                        f"{who.first_name}, {data}, again: {again}"
                        for again in (False, True)[: 1 + (data in real)]
                        if not press(tx, bot, who, data, real.get(data, phone.last), screen, again=again)
                    ]
        return silent

    assert await read(home, walk) == []
