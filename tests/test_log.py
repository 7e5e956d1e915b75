"""Logs say what happened to which row, and nothing that a person said or is called."""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from sqlalchemy import select, text
from telegram.error import BadRequest
from telegram.ext import filters

from bot import log
from bot.db.crypto import new_key, parse_keys
from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.dispatcher import Dispatcher
from bot.domain.people import Person
from bot.routes import message
from bot.simulator.cast import FANG, MEI
from bot.telegram.consumer import Consumer
from bot.telegram.failures import refusal
from bot.updates import IncomingMessage
from tests.conftest import TOKEN
from tests.homeline import Homeline

CHILD = "Xiulanhua"
PARENT = "Quincynda"
LETTER = "Zymurgical words about a stomach"
FILE = "AgACanaryFile"
CANARIES = (CHILD, PARENT, "Zymurgical", FILE, "700700701", "700700702", TOKEN)


class Terminal(StringIO):
    """Where somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """Everything that any logger writes, at DEBUG."""
    out = StringIO()
    hooks = sys.excepthook, threading.excepthook, logging.raiseExceptions
    handlers, level = list(logging.root.handlers), logging.root.level
    levels = {name: each.level for name, each in logging.root.manager.loggerDict.items() if hasattr(each, "level")}
    log.configure("DEBUG", "json", out)
    for name in ("telegram", "aiohttp", "aiosqlite", "asyncio", "sqlalchemy", "sqlalchemy.engine", "apscheduler"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield out
    sys.excepthook, threading.excepthook, logging.raiseExceptions = hooks
    logging.basicConfig(handlers=handlers, level=level, force=True)
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def told(out: StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def broken(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """A handler, a statement and a log call of a careless hand, all with a person's words."""
    logging.getLogger("aiohttp.careless").warning("%s has said %s", me.name, said.text)
    logging.getLogger("sqlalchemy.careless").error(f"it was {said.text}")
    tx.conn.execute(text("INSERT INTO installation (name, value) VALUES (:name, NULL)"), {"name": said.text})


async def test_a_day_with_failures_leaves_no_word_and_no_name_in_the_log(home: Homeline, lines: StringIO) -> None:
    mei = replace(MEI, id=700700701, first_name=PARENT)
    fang = replace(FANG, id=700700702, language_code="en")
    link = await home.child(mei, CHILD)
    phone = await home.joined(fang, link, "👵", host=mei)
    home.simulator.faults.refuse(times=1)
    home.simulator.faults.lose_after_send(times=1)
    phone.tap("🤒")
    await home.settle()
    phone.say(LETTER)
    await home.settle()
    home.phone(mei).voice()
    await home.settle()
    await home.until(18, 40)
    home.world.updates.put("message", {"text": LETTER, "chat": {"id": 700700702}, "from": FILE})
    home.app.consumer = Consumer(home.app.store, home.app.client.bot, Dispatcher([message(filters.ALL, broken)]).handle)
    phone.say(LETTER)
    await home.settle()

    said = lines.getvalue()
    for canary in CANARIES:
        assert canary not in said, canary
    parts = {each["part"].partition(".")[0] for each in told(lines)}
    assert {"consumer", "sqlalchemy", "aiohttp"} <= parts
    assert any("IntegrityError" in each["words"] for each in told(lines))
    reasons = await home.app.store.read(lambda tx: [*tx.all(select(inbox.c.reason)), *tx.all(select(outbox.c.reason))])
    assert not any(canary in str(reasons) for canary in CANARIES)


async def test_the_same_person_has_the_same_pseudonym_which_needs_the_key(home: Homeline, lines: StringIO) -> None:
    home.app.consumer = Consumer(
        home.app.store, home.app.client.bot, Dispatcher([message(filters.ALL, broken, newcomers=True)]).handle
    )
    for person in (MEI, MEI, FANG):
        home.phone(person).say(LETTER)
        await home.settle()

    failed = [each["words"].split(":")[0].split() for each in told(lines) if each["words"].startswith("update row")]
    by_row = {words[2]: words[-1] for words in failed}
    assert len(by_row) == 3
    assert len(set(by_row.values())) == 2
    one, other = parse_keys(new_key()), parse_keys(new_key())
    assert one.pseudonym("101") == one.pseudonym("101") != other.pseudonym("101")


def test_of_an_exception_its_kind_and_place_are_kept(lines: StringIO) -> None:
    try:
        int(LETTER)
    except ValueError:
        log.get("part").exception("row %s failed", 7)

    (line,) = told(lines)
    assert line["part"] == "part"
    assert line["words"] == "row 7 failed"
    assert line["error"] == "ValueError"
    assert line["at"].startswith("test_log.py:test_of_an_exception")
    assert "Zymurgical" not in str(line)


def test_what_nobody_caught_is_one_line_too(lines: StringIO) -> None:
    error = RuntimeError(LETTER)
    sys.excepthook(RuntimeError, error, None)

    assert [each["words"] for each in told(lines)] == ["stopped by RuntimeError at ?"]


def test_on_a_terminal_lines_are_plain_and_elsewhere_json() -> None:
    for out, form, as_json in ((Terminal(), "auto", False), (StringIO(), "auto", True), (StringIO(), "text", False)):
        log.configure("INFO", form, out)
        log.get("app").info("Homeline runs.")
        assert out.getvalue().startswith("{") == as_json
        assert "Homeline runs." in out.getvalue()


def test_a_token_in_our_own_words_is_left_out(lines: StringIO) -> None:
    log.get("app").info("asked https://api.telegram.org/bot%s/getMe", "7234567:AAbbCCddEEffGGhhIIjjKKllMM")

    assert "AAbb" not in lines.getvalue()


def test_what_telegram_quotes_is_not_kept_as_a_reason() -> None:
    said = f'Bad Request: can\'t parse entities: unsupported start tag "{LETTER}" at byte offset 700700701'
    reason = refusal(BadRequest(said)).reason

    assert "Zymurgical" not in reason
    assert "700700701" not in reason
    assert reason.startswith("Can't parse entities")
