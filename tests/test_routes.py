"""Of some hundreds of routes only those are asked that may take an update; the first one that does is the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from telegram import Bot, CallbackQuery, Chat, Message, MessageEntity, Update, User
from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.routes import NUMBER, Route, Switchboard, command, message, press
from bot.updates import ButtonPress, IncomingMessage

ME = Person(
    id=1,
    telegram_id=1,
    name="Fang",
    language="en",
    zone="UTC",
    country=None,
    consented=True,
    health_notes=True,
    voice=True,
    quiet_from=None,
    quiet_until=None,
    urgent_only=False,
    paused_until=None,
    reachable=True,
    teaches=False,
)
NEAR = replace(ME, health_notes=None, voice=None)
NEW = replace(NEAR, consented=False)
WHO, CHAT = User(1, "Fang", is_bot=False), Chat(1, "private")


class Named(Bot):
    """A bot that needs no Telegram to know its name, which a command may bear."""

    username = "homeline_bot"


NAMED = Named("1:TEST")


def pressing(tx: Tx, me: Person, what: ButtonPress) -> None: ...


def saying(tx: Tx, me: Person, what: IncomingMessage) -> None: ...


OPEN = press("open", pressing, NUMBER)
OPEN_ALL = press("open", pressing, newcomers=True)
CLOSE = press("close", pressing, state="asked")
START = command("start", saying, newcomers=True)
TYPED = message(filters.TEXT, saying, state="asked")
ANY = message(filters.ALL, saying, near=True)
ALL = Switchboard([OPEN, OPEN_ALL, CLOSE, START, TYPED, ANY])


def first(board: Switchboard, update: Update, me: Person, state: str | None) -> Route | None:
    return next(board.of(update, me, state), None)


def pressed(data: str) -> Update:
    return Update(1, callback_query=CallbackQuery("q", WHO, "c", data=data))


def said(text: str) -> Update:
    entities = [MessageEntity(MessageEntity.BOT_COMMAND, 0, len(text.split(maxsplit=1)[0]))] if text[:1] == "/" else []
    at = datetime(2026, 11, 29, tzinfo=UTC)
    words = Message(1, at, CHAT, from_user=WHO, text=text, entities=entities)
    words.set_bot(NAMED)
    return Update(1, message=words)


@pytest.mark.parametrize(
    ("update", "state", "taken"),
    [
        (pressed("open:12"), None, OPEN),
        (pressed("open"), None, OPEN_ALL),
        (pressed("open:x"), None, None),
        (pressed("opened:12"), None, None),
        (pressed("close"), None, None),
        (pressed("close"), "asked", CLOSE),
        *((pressed(forged), "asked", None) for forged in ("", ":", "/", "/start", "open:12:13", "\n")),
        (said("/start x"), "asked", START),
        (said("/other"), "asked", TYPED),
        (said("/other"), None, ANY),
        (said("open:12"), None, ANY),
    ],
)
def test_the_first_that_takes_it_has_it(update: Update, state: str | None, taken: Route | None) -> None:
    assert first(ALL, update, ME, state) is taken


@pytest.mark.parametrize(
    ("me", "update", "taken"),
    [
        (NEW, pressed("open:12"), None),
        (NEW, pressed("open"), OPEN_ALL),
        (NEW, said("hello"), None),
        (NEAR, said("hello"), ANY),
    ],
)
def test_who_has_not_agreed_to_all_finds_what_is_for_them(me: Person, update: Update, taken: Route | None) -> None:
    assert first(ALL, update, me, None) is taken


def test_forged_presses_are_not_remembered() -> None:
    board = Switchboard([OPEN])
    for number in range(50):
        assert first(board, pressed(f"forged{number}:1"), ME, None) is None
    assert first(board, pressed("open:1"), ME, None) is OPEN
    assert len(board._may) == 1


def test_what_no_other_route_takes_is_taken_by_those_for_every_press() -> None:
    outdated, consent = press("[a-z_]*(?::.*)?", pressing), press("[a-z_]+(?::.*)?", pressing, newcomers=True)
    board = Switchboard([OPEN, START, ANY, outdated, consent])

    for data in ("open:12:13", "gone:1", "forged"):
        assert first(board, pressed(data), ME, None) is outdated
        assert first(board, pressed(data), NEW, None) is consent
    assert first(board, pressed("open:12"), NEW, None) is consent  # theirs only once they have agreed
    assert first(board, pressed(""), ME, None) is outdated
    assert first(board, pressed("open:12"), ME, None) is OPEN
    assert first(board, said("hello"), NEW, None) is None
