"""Routes: what an update must look like, and the plain function that takes it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters
from telegram.ext.filters import BaseFilter

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.texts.keyboard import is_key
from bot.updates import ButtonPress, IncomingMessage, pressed, said

# Handlers; what one returns, if anything, is shown as the short answer to a button press.
PressHandler = Callable[[Tx, Person, ButtonPress], Event | None]
WordsHandler = Callable[[Tx, Person, IncomingMessage], Event | None]
WordsAreMeant = Callable[[Tx, Person, IncomingMessage], bool]

_SLASH = "/"
_ANY = ":"  # a press, whatever its verb
NUMBER = r"\d{1,15}"


class _Key(filters.MessageFilter):
    """A key of the keyboards below a chat, pressed or typed."""

    def filter(self, message: Message) -> bool:
        return bool(message.text) and is_key(message.text or "")


_KEY = _Key()
# One word in whichever language, as people write it who know no command.
STOP = filters.Regex(re.compile(r"\A\W*(?:stop|стоп|停|停止)\W*\Z", re.IGNORECASE))
CALENDAR = filters.Document.FileExtension("ics") | filters.Document.MimeType("text/calendar")
# What a dialogue takes that asks for words or media: neither a command, nor a key, nor “stop”, nor what begins with the
# sign of the first menu, of help or of illness.
TYPED = filters.UpdateType.MESSAGE & ~filters.COMMAND & ~_KEY & ~STOP & ~filters.Regex("^[🏠☂🤒]")


@dataclass(frozen=True, slots=True)
class Route:
    """PTB's check of an update; `state` is the dialogue it belongs to, `newcomers` lets people in before consent.

    `near` lets those in who have agreed to the main point and may have been asked nothing else: who is only near.
    """

    check: BaseHandler[Any, Any, Any]  # by the context and the result that PTB's own dispatcher would want
    handle: Callable[[Tx, Person, Update], Event | None]
    feature: str  # whose handler it is
    glance: str = ""  # what shows that an update cannot be for it: the verb of a press, or what a command begins with
    state: str | None = None
    newcomers: bool = False
    near: bool = False
    edited: bool = False  # for what somebody has changed after sending it; no other route takes that
    meant: WordsAreMeant | None = None  # asked last, and only in a unit of work

    def is_meant(self, tx: Tx, me: Person, update: Update) -> bool:
        """Whether what looks like it is for this route is so by what is known of this person; else the next has it."""
        words = said(update) if self.meant is not None else None
        return self.meant is None or words is None or self.meant(tx, me, words)

    def takes(self, update: Update, state: str | None) -> bool:
        """Whether this update, from a person in dialogue `state`, is for this route."""
        if self.state is not None and self.state != state:
            return False
        if self.edited != (update.edited_message is not None):
            return False
        matched = self.check.check_update(update)
        return matched is not None and matched is not False

    def leaves(self, update: Update) -> bool:
        """Whether somebody leaves a dialogue by this: a key has been pressed that means something else."""
        return self.state is None and update.callback_query is None and _KEY.check_update(update) is True


def press(
    verb: str,
    handler: PressHandler,
    *args: str,
    newcomers: bool = False,
    near: bool = False,
    state: str | None = None,
) -> Route:
    """A button press: `verb`, and patterns that an argument must match, so that forged ones find no route."""
    pattern = ":".join([verb, *(f"(?:{each})" for each in args)])
    return Route(
        CallbackQueryHandler(_never, pattern=re.compile(rf"{pattern}\Z", re.DOTALL)),
        lambda tx, me, update: handler(tx, me, pressed(update)),
        _feature(handler),
        f"{verb}:" if verb.isidentifier() else _ANY,
        state=state,
        newcomers=newcomers,
        near=near,
    )


def command(name: str, handler: WordsHandler, *, newcomers: bool = False, near: bool = False) -> Route:
    """A slash command, for those who look for it."""
    check: BaseHandler[Any, Any, Any] = CommandHandler(name, _never)
    return Route(check, _with_words(handler), _feature(handler), _SLASH, newcomers=newcomers, near=near)


def message(
    what: BaseFilter,
    handler: WordsHandler,
    *,
    state: str | None = None,
    newcomers: bool = False,
    near: bool = False,
    edited: bool = False,
    meant: WordsAreMeant | None = None,
) -> Route:
    """A message that PTB's filter lets through; with `edited`, one that was changed after it had been sent."""
    return Route(
        MessageHandler(what, _never),
        _with_words(handler),
        _feature(handler),
        state=state,
        newcomers=newcomers,
        near=near,
        edited=edited,
        meant=meant,
    )


def _with_words(handler: WordsHandler) -> Callable[[Tx, Person, Update], Event | None]:
    def handle(tx: Tx, me: Person, update: Update) -> Event | None:
        words = said(update)
        return handler(tx, me, words) if words is not None else None

    return handle


def _feature(handler: PressHandler | WordsHandler) -> str:
    return handler.__module__.rpartition(".")[2]


def begins_with(sign: str) -> BaseFilter:
    """A message, or what stands below a picture, that begins with this sign."""
    return filters.Regex(f"^{sign}") | filters.CaptionRegex(f"^{sign}")


class Switchboard:
    """The routes in their order; of some hundreds only those are asked that may take an update."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = routes
        self._glances = {"", _SLASH, *(each.glance for each in routes)}
        self._may: dict[tuple[str, bool, bool, str | None], list[Route]] = {}

    def of(self, update: Update, me: Person, state: str | None) -> Iterator[Route]:
        """The routes that take an update of this person in dialogue `state`; the first that is meant has it."""
        glance = _glance(update)
        if glance not in self._glances:  # forged, or of a button that is no more
            if _ANY not in self._glances:
                return
            glance = _ANY
        kind = glance, me.is_ready, me.consented, state
        if kind not in self._may:
            self._may[kind] = [each for each in self._routes if _lets(each, *kind)]
        yield from (each for each in self._may[kind] if each.takes(update, state))


def _glance(update: Update) -> str:
    if query := update.callback_query:
        return (query.data or "").partition(":")[0] + ":"
    words = update.effective_message.text if update.effective_message else None
    return _SLASH if words and words.startswith(_SLASH) else ""


def _lets(route: Route, glance: str, ready: bool, agreed: bool, state: str | None) -> bool:  # noqa: FBT001 - the key
    is_press = glance.endswith(_ANY)
    # A command is words as well, and some routes take every press that no other one has taken.
    seen = route.glance == glance or (glance == _SLASH and not route.glance) or (is_press and route.glance == _ANY)
    known = ready or route.newcomers or (agreed and route.near)
    return seen and known and route.state in {None, state}


async def _never(update: Any, context: Any) -> None:
    """PTB only checks; what a route calls is ours."""
